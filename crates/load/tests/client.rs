//! A client against a server that knows the wire and nothing of the rules: it welcomes, tells of
//! an opening, and answers every command with a closing and a goodbye.
#![expect(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use futures_util::{SinkExt, StreamExt};
use roundtable_core::id::{Position, SeatNo};
use roundtable_core::roles::{Role, Stage};
use roundtable_core::time::Timestamp;
use roundtable_load::state::End;
use roundtable_load::wire::Way;
use roundtable_load::{Answer, Client, Link, Seat};
use roundtable_protocol::{
    ClientFrame, CloseCode, Event, PROTOCOL, Positions, ServerFrame, WireCommand, WireLane,
};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::{Message, protocol::frame::coding::CloseCode as Code};

/// Where the commands of the fallback go on their way to its stream.
type Commands = mpsc::UnboundedSender<ClientFrame>;

/// Starts the server, and gives its origin.
async fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (commands, orders) = mpsc::unbounded_channel();
    let orders = std::sync::Arc::new(tokio::sync::Mutex::new(orders));
    tokio::spawn(async move {
        while let Ok((tcp, _)) = listener.accept().await {
            tokio::spawn(answer(tcp, commands.clone(), orders.clone()));
        }
    });
    origin
}

async fn answer(
    mut tcp: TcpStream,
    commands: Commands,
    orders: std::sync::Arc<tokio::sync::Mutex<mpsc::UnboundedReceiver<ClientFrame>>>,
) {
    let mut start = [0; 12];
    while tcp.peek(&mut start).await.unwrap() < start.len() {}
    if start.starts_with(b"GET /api/ws") {
        return socket(tcp).await;
    }
    let (path, body) = request(&mut tcp).await;
    match path.as_str() {
        "/api/invitations/redeem" => {
            let body = r#"{"handle":"h","seat":7,"role":"observer","path":"/s/h"}"#;
            reply(&mut tcp, "201 Created", "Set-Cookie: s-h=secret; HttpOnly; Path=/\r\n", body)
                .await;
        }
        "/api/seats/h/ticket" => {
            reply(&mut tcp, "200 OK", "", r#"{"ticket":"t","expires_ms":60000}"#).await;
        }
        "/api/stream" => stream(tcp, &mut *orders.lock().await).await,
        "/api/seats/h/commands" => {
            for command in body["commands"].as_array().unwrap() {
                let mut frame = command.clone();
                frame["type"] = "do".into();
                commands.send(serde_json::from_value(frame).unwrap()).unwrap();
            }
            reply(&mut tcp, "202 Accepted", "", "").await;
        }
        other => panic!("{other}"),
    }
}

async fn request(tcp: &mut TcpStream) -> (String, Value) {
    let mut bytes = Vec::new();
    loop {
        tcp.read_buf(&mut bytes).await.unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
            let path = head.split(' ').nth(1).unwrap().to_owned();
            return (path, serde_json::from_str(body).unwrap_or(Value::Null));
        }
    }
}

async fn reply(tcp: &mut TcpStream, status: &str, headers: &str, body: &str) {
    let head =
        format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len());
    tcp.write_all(head.as_bytes()).await.unwrap();
}

fn event(pos: u64, event: Event) -> ServerFrame {
    ServerFrame::Event { lane: WireLane::All, pos: Position(pos), at: Timestamp(0), event }
}

fn beginning(stream: Option<String>, resume: Positions) -> Vec<ServerFrame> {
    let heads = Positions { all: Position(1), ..Positions::default() };
    let (seat, role) = (SeatNo(7), Role::Observer);
    let welcome =
        ServerFrame::Welcome { protocol: PROTOCOL, now: Timestamp(0), seat, role, heads, stream };
    let missed = (resume.all == Position(0)).then(|| event(1, Event::Opened));
    [welcome].into_iter().chain(missed).chain([ServerFrame::CaughtUp]).collect()
}

fn ending(command: &ClientFrame) -> Vec<ServerFrame> {
    let ClientFrame::Do { nonce, .. } = command else { panic!("a command: {command:?}") };
    vec![
        ServerFrame::Done { nonce: nonce.clone() },
        event(2, Event::Closed { early: true }),
        ServerFrame::Bye { why: CloseCode::Restarting, retry_ms: Some(250) },
    ]
}

fn resume_of(hello: &ClientFrame) -> Positions {
    let ClientFrame::Hello { resume, ticket, .. } = hello else { panic!("a hello: {hello:?}") };
    assert_eq!(ticket, "t");
    *resume
}

async fn socket(tcp: TcpStream) {
    let mut socket = tokio_tungstenite::accept_async(tcp).await.unwrap();
    let read = |message: Message| serde_json::from_str(message.to_text().unwrap()).unwrap();
    let hello = read(socket.next().await.unwrap().unwrap());
    for frame in beginning(None, resume_of(&hello)) {
        socket.send(Message::text(serde_json::to_string(&frame).unwrap())).await.unwrap();
    }
    let Some(Ok(command)) = socket.next().await else {
        return;
    };
    for frame in ending(&read(command)) {
        socket.send(Message::text(serde_json::to_string(&frame).unwrap())).await.unwrap();
    }
    let close = CloseFrame { code: Code::Restart, reason: "".into() };
    let _ = socket.close(Some(close)).await;
    while let Some(Ok(_)) = socket.next().await {}
}

/// Streams lines, in chunks that end in the middle of a line and of a letter.
async fn stream(mut tcp: TcpStream, orders: &mut mpsc::UnboundedReceiver<ClientFrame>) {
    tcp.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await.unwrap();
    let mut frames = beginning(Some("s".to_owned()), Positions::default());
    while !frames.is_empty() {
        let mut lines = Vec::from(*b"\n");
        for frame in frames.drain(..) {
            serde_json::to_writer(&mut lines, &frame).unwrap();
            lines.push(b'\n');
        }
        for chunk in lines.chunks(11) {
            let mut bytes = format!("{:x}\r\n", chunk.len()).into_bytes();
            bytes.extend_from_slice(chunk);
            bytes.extend_from_slice(b"\r\n");
            tcp.write_all(&bytes).await.unwrap();
        }
        if let Some(command) = orders.recv().await {
            frames = ending(&command);
            orders.close();
        }
    }
    tcp.write_all(b"0\r\n\r\n").await.unwrap();
}

async fn seat(origin: &str) -> Seat {
    format!("{origin}/join#code").parse::<Link>().unwrap().redeem().await.unwrap()
}

async fn a_whole_visit(way: Way) -> Client {
    let mut client = Client::connect(seat(&serve().await).await, way).await.unwrap();
    assert_eq!(client.view().stage, Stage::Live);
    let (_, answer) = client.ask(WireCommand::Leave).await.unwrap();
    assert_eq!(answer, Answer::Done);
    client.until("it is closed", |state| state.view.stage == Stage::Closed).await.unwrap();
    client
}

#[tokio::test]
async fn over_a_websocket_it_folds_asks_and_learns_how_it_ended() {
    let client = a_whole_visit(Way::Socket).await;
    let end = End { why: Some(CloseCode::Restarting), retry_ms: Some(250), code: Some(1012) };
    assert_eq!(client.end().await.unwrap(), end);
    assert!(client.state().faults.is_empty());
}

#[tokio::test]
async fn over_the_fallback_it_folds_asks_and_learns_how_it_ended() {
    let client = a_whole_visit(Way::Fallback).await;
    let end = End { why: Some(CloseCode::Restarting), retry_ms: Some(250), code: None };
    assert_eq!(client.end().await.unwrap(), end);
    assert!(client.state().faults.is_empty());
}

#[tokio::test]
async fn what_was_not_answered_before_a_cut_is_sent_again_after_it() {
    let mut client = Client::connect(seat(&serve().await).await, Way::Socket).await.unwrap();
    client.cut().await;
    assert!(client.tell(WireCommand::Leave).await.is_err(), "there is no line");
    client.reconnect().await.unwrap();
    client.all_answered().await.unwrap();
    assert!(client.state().faults.is_empty(), "it resumed from its positions");
}

#[tokio::test]
async fn a_seat_keeps_what_the_server_gave_it() {
    let seat = seat(&serve().await).await;
    assert_eq!(
        (seat.seat, seat.role, seat.cookie.as_str()),
        (SeatNo(7), Role::Observer, "s-h=secret")
    );
}
