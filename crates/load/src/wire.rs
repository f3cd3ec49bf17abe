//! Frames over the two ways of the protocol: a websocket, or the streamed POST for networks that
//! break websockets.
//!
//! A [`Line`] is one connection. Its reader and its writer are tasks of their own, so that a full
//! socket in one direction never stops the other; dropping the line cuts it without a goodbye.

use crate::http;
use crate::seat::Seat;
use anyhow::{Context, Result, bail};
use bytes::{Bytes, BytesMut};
use futures_util::{SinkExt, Stream, StreamExt};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::{Method, StatusCode};
use roundtable_protocol::{ClientFrame, MAX_UNANSWERED, PROTOCOL, Positions, ServerFrame};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{WebSocketStream, client_async};

/// How frames travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A websocket.
    Socket,
    /// A streamed POST, and commands by POST.
    Fallback,
}

/// What came over a line.
#[derive(Clone, Debug)]
pub enum Received {
    /// A frame.
    Frame(Box<ServerFrame>),
    /// The line ended; the number of the close frame, if there was one.
    Closed(Option<u16>),
}

/// One connection.
#[derive(Debug)]
pub struct Line {
    /// Commands to send.
    pub outgoing: mpsc::Sender<ClientFrame>,
    /// What comes, in order; `Closed` is the last.
    pub incoming: mpsc::Receiver<Received>,
    /// Its reader and its writer.
    pub tasks: JoinSet<()>,
}

impl Line {
    /// Connects, says hello with a fresh ticket, and goes on from `resume`.
    pub async fn dial(way: Way, seat: &Seat, resume: Positions) -> Result<Self> {
        let hello = hello(seat.ticket().await?, resume);
        match way {
            Way::Socket => dial_socket(seat, &hello).await,
            Way::Fallback => dial_fallback(seat, &hello).await,
        }
    }
}

/// The first frame.
pub fn hello(ticket: String, resume: Positions) -> ClientFrame {
    ClientFrame::Hello { protocol: PROTOCOL, ticket, resume }
}

/// The upgrade request that a page of `origin` would send; a test may change it before it goes.
pub fn upgrade(origin: &str) -> Result<Request> {
    let mut request = format!("ws://{}/api/ws", http::authority(origin)?).into_client_request()?;
    request.headers_mut().insert("origin", HeaderValue::from_str(origin)?);
    Ok(request)
}

/// Opens a bare websocket, to send whatever one likes.
pub async fn socket(origin: &str, request: Request) -> Result<WebSocketStream<TcpStream>> {
    let tcp = TcpStream::connect(http::authority(origin)?).await.context("nobody answers")?;
    tcp.set_nodelay(true)?;
    Ok(client_async(request, tcp).await.context("the upgrade was refused")?.0)
}

/// A frame as a websocket message.
pub fn text(frame: &ClientFrame) -> Result<Message> {
    Ok(Message::text(serde_json::to_string(frame)?))
}

async fn dial_socket(seat: &Seat, hello: &ClientFrame) -> Result<Line> {
    let mut socket = socket(&seat.origin, upgrade(&seat.origin)?).await?;
    socket.send(text(hello)?).await?;
    let (sink, stream) = socket.split();
    let (outgoing, orders) = mpsc::channel(MAX_UNANSWERED);
    let (arrivals, incoming) = mpsc::channel(1_024);
    let mut tasks = JoinSet::new();
    tasks.spawn(write_socket(orders, sink));
    tasks.spawn(read_socket(stream, arrivals));
    Ok(Line { outgoing, incoming, tasks })
}

async fn write_socket(
    mut orders: mpsc::Receiver<ClientFrame>,
    mut sink: impl futures_util::Sink<Message, Error = tungstenite::Error> + Unpin,
) {
    while let Some(frame) = orders.recv().await {
        let Ok(message) = text(&frame) else { return };
        if sink.send(message).await.is_err() {
            return; // the reader learns why
        }
    }
}

async fn read_socket(
    mut stream: impl Stream<Item = tungstenite::Result<Message>> + Unpin,
    arrivals: mpsc::Sender<Received>,
) {
    let mut code = None;
    while let Some(Ok(message)) = stream.next().await {
        match &message {
            Message::Text(text) => {
                let Ok(frame) = serde_json::from_str(text) else {
                    break;
                };
                if arrivals.send(Received::Frame(Box::new(frame))).await.is_err() {
                    return;
                }
            }
            Message::Close(frame) => code = frame.as_ref().map(|frame| frame.code.into()),
            Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
        }
    }
    let _ = arrivals.send(Received::Closed(code)).await;
}

async fn dial_fallback(seat: &Seat, hello: &ClientFrame) -> Result<Line> {
    let body = serde_json::to_value(hello)?;
    let request = http::page_request(Method::POST, &seat.origin, "/api/stream", None, &body)?;
    let response = http::open(&seat.origin, request).await?;
    if response.status() != StatusCode::OK {
        bail!("the stream was refused: {}", response.status());
    }
    let mut lines = Lines::new(response.into_body());
    let first = lines.next().await.context("the stream ended before its welcome")?;
    let ServerFrame::Welcome { stream: Some(stream), .. } = &first else {
        bail!("the stream did not begin with a welcome that names it: {first:?}");
    };
    let (outgoing, orders) = mpsc::channel(MAX_UNANSWERED);
    let (arrivals, incoming) = mpsc::channel(1_024);
    let mut tasks = JoinSet::new();
    tasks.spawn(post_commands(orders, seat.clone(), stream.clone()));
    tasks.spawn(read_lines(first, lines, arrivals));
    Ok(Line { outgoing, incoming, tasks })
}

/// One request in flight, all that waits in it.
async fn post_commands(mut orders: mpsc::Receiver<ClientFrame>, seat: Seat, stream: String) {
    let mut batch = Vec::new();
    while orders.recv_many(&mut batch, MAX_UNANSWERED).await > 0 {
        let commands: Vec<Value> = batch.drain(..).filter_map(|frame| command(&frame)).collect();
        let body = json!({ "stream": stream, "commands": commands });
        let answer =
            http::post(&seat.origin, &seat.path("/commands"), Some(&seat.cookie), &body).await;
        if !answer.is_ok_and(|answer| answer.status == StatusCode::ACCEPTED) {
            return; // the channel closes, and the client learns that the line is gone
        }
    }
}

fn command(frame: &ClientFrame) -> Option<Value> {
    match frame {
        ClientFrame::Do { nonce, command } => Some(json!({ "nonce": nonce, "command": command })),
        ClientFrame::Hello { .. } => None,
    }
}

async fn read_lines(first: ServerFrame, mut lines: Lines, arrivals: mpsc::Sender<Received>) {
    let mut next = Some(first);
    while let Some(frame) = next {
        if arrivals.send(Received::Frame(Box::new(frame))).await.is_err() {
            return;
        }
        next = lines.next().await;
    }
    let _ = arrivals.send(Received::Closed(None)).await;
}

/// The lines of a body that never ends, each a frame.
struct Lines {
    body: Incoming,
    rest: BytesMut,
}

impl Lines {
    fn new(body: Incoming) -> Self {
        Self { body, rest: BytesMut::new() }
    }

    async fn next(&mut self) -> Option<ServerFrame> {
        loop {
            if let Some(line) = self.line() {
                if line.iter().all(u8::is_ascii_whitespace) {
                    continue; // keeps proxies awake
                }
                return serde_json::from_slice(&line).ok();
            }
            let frame = self.body.frame().await?.ok()?;
            if let Ok(data) = frame.into_data() {
                self.rest.extend_from_slice(&data);
            }
        }
    }

    fn line(&mut self) -> Option<Bytes> {
        let end = self.rest.iter().position(|byte| *byte == b'\n')?;
        Some(self.rest.split_to(end + 1).freeze())
    }
}
