//! The websocket: limits before the upgrade, the ticket in the first frame, then a reading and a
//! writing half.

use crate::commands_in::Intake;
use crate::hello::{self, Joined};
use crate::http::door::{Peer, knock};
use crate::http::error::ApiError;
use crate::random;
use crate::rooms::feed::{Feed, Step};
use crate::state::App;
use crate::telemetry::metric;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::http::HeaderMap;
use axum::response::Response;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use roundtable_protocol::{CloseCode, MAX_FRAME, ServerFrame};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Instant;

/// A hello comes at once.
const HELLO_TIME: Duration = Duration::from_secs(5);
/// How often an idle socket is pinged.
const PING: Duration = Duration::from_secs(20);
/// Nothing read for so long: nobody is there.
const SILENCE: Duration = Duration::from_mins(1);
/// A write that takes longer goes to nobody.
const WRITE_TIME: Duration = Duration::from_secs(10);
/// What a client still sends while it is told that the connection is over is read this long, so
/// that the close frame arrives before the reset.
const DRAIN: Duration = Duration::from_secs(1);

/// The upgrade. Origin and address were looked at before.
pub async fn upgrade(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    socket: WebSocketUpgrade,
) -> Result<Response, ApiError> {
    knock(&app, peer.0, &headers)?;
    let place = app.limits.connection().ok_or(ApiError::Busy)?;
    Ok(socket
        // The library's own buffers are 128 KiB a connection.
        .read_buffer_size(4 * 1_024)
        .write_buffer_size(16 * 1_024)
        .max_write_buffer_size(1_024 * 1_024)
        .max_message_size(MAX_FRAME)
        .max_frame_size(MAX_FRAME)
        .on_upgrade(move |socket| {
            let tasks = app.rooms.world().tasks.clone();
            async move {
                // On the tracker, so that the end of the server waits for the goodbye.
                let _the_task_ended = tasks.spawn(serve(app, socket, place)).await;
            }
        }))
}

async fn serve(app: App, mut socket: WebSocket, _place: OwnedSemaphorePermit) {
    metrics::gauge!(metric::CONNECTIONS).increment(1.0);
    let why = match first_frame(&mut socket).await {
        Ok(hello) => match hello::join(&app, &hello, None).await {
            Ok(joined) => {
                talk(&app, socket, joined).await;
                metrics::gauge!(metric::CONNECTIONS).decrement(1.0);
                return;
            }
            Err(why) => why,
        },
        Err(why) => why,
    };
    let (sink, stream) = socket.split();
    goodbye(sink, stream, why).await;
    metrics::gauge!(metric::CONNECTIONS).decrement(1.0);
}

async fn first_frame(socket: &mut WebSocket) -> Result<Utf8Bytes, CloseCode> {
    match tokio::time::timeout(HELLO_TIME, socket.recv()).await {
        Ok(Some(Ok(Message::Text(text)))) => Ok(text),
        Ok(Some(Ok(Message::Binary(_)))) => Err(CloseCode::NotText),
        Ok(Some(Err(error))) => Err(broken(&error)),
        Ok(Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Close(_))) | None) | Err(_) => {
            Err(CloseCode::BadHello)
        }
    }
}

async fn talk(app: &App, socket: WebSocket, joined: Joined) {
    let (sink, stream) = socket.split();
    let limited = !app.unlimited;
    let intake =
        Intake::new(joined.room, joined.connection.clone(), app.limits.for_connection(), limited);
    let connection = joined.connection;
    // The reading half says why it ends through the connection, and the writing half says goodbye.
    let reading = tokio::spawn(read(stream, intake, connection.clone()));
    let (feed, sink, why) = write(sink, joined.feed).await;
    feed.leave().await;
    match why {
        Some(why) => {
            metrics::counter!(metric::CLOSED, "code" => why.number().to_string()).increment(1);
            connection.close(why);
            say_goodbye(sink, why).await;
            let gone = reading.abort_handle();
            let _read_on_or_not = tokio::time::timeout(DRAIN, reading).await;
            gone.abort();
        }
        None => reading.abort(),
    }
}

/// Reads until the client goes or breaks the wire.
async fn read(
    mut stream: SplitStream<WebSocket>,
    mut intake: Intake,
    connection: crate::rooms::Connection,
) {
    let why = loop {
        let Ok(next) = tokio::time::timeout(SILENCE, stream.next()).await else {
            break CloseCode::TooSlow;
        };
        let taken = match next {
            None | Some(Ok(Message::Close(_))) => break CloseCode::Fault,
            Some(Err(error)) => break broken(&error),
            Some(Ok(Message::Text(text))) => intake.frame(&text),
            Some(Ok(Message::Binary(_))) => break CloseCode::NotText,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => intake.control(),
        };
        if let Err(why) = taken {
            break why;
        }
    };
    connection.close(why);
    // Whatever is still on its way is read and dropped, so that the goodbye is not lost.
    let drain = async { while let Some(Ok(_)) = stream.next().await {} };
    let _until_the_client_closes = tokio::time::timeout(DRAIN, drain).await;
}

/// Writes what the feed gives: feed all, then flush once.
async fn write(
    mut sink: SplitSink<WebSocket, Message>,
    mut feed: Feed,
) -> (Feed, SplitSink<WebSocket, Message>, Option<CloseCode>) {
    let mut ping_at = Instant::now() + PING;
    loop {
        let frames = tokio::select! {
            step = feed.next() => match step {
                Step::Frames(frames) => frames.into_iter().map(Message::Text).collect(),
                Step::Close(why) => return (feed, sink, Some(why)),
            },
            () = tokio::time::sleep_until(ping_at) => {
                ping_at = Instant::now() + PING;
                vec![Message::Ping(bytes::Bytes::new())]
            }
        };
        metrics::counter!(metric::FRAMES).increment(frames.len() as u64);
        match tokio::time::timeout(WRITE_TIME, send(&mut sink, frames)).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return (feed, sink, None),
            Err(_) => return (feed, sink, Some(CloseCode::TooSlow)),
        }
    }
}

async fn send(
    sink: &mut SplitSink<WebSocket, Message>,
    frames: Vec<Message>,
) -> Result<(), axum::Error> {
    for frame in frames {
        sink.feed(frame).await?;
    }
    sink.flush().await
}

async fn goodbye(
    sink: SplitSink<WebSocket, Message>,
    mut stream: SplitStream<WebSocket>,
    why: CloseCode,
) {
    metrics::counter!(metric::CLOSED, "code" => why.number().to_string()).increment(1);
    say_goodbye(sink, why).await;
    let drain = async { while let Some(Ok(_)) = stream.next().await {} };
    let _until_the_client_closes = tokio::time::timeout(DRAIN, drain).await;
}

async fn say_goodbye(mut sink: SplitSink<WebSocket, Message>, why: CloseCode) {
    let bye = crate::rooms::connection::encode(&bye(why));
    let close = CloseFrame { code: why.number(), reason: Utf8Bytes::default() };
    let frames = vec![Message::Text(bye), Message::Close(Some(close))];
    let _nobody_may_listen = tokio::time::timeout(DRAIN, send(&mut sink, frames)).await;
}

/// The last frame: why, and when to come back.
pub fn bye(why: CloseCode) -> ServerFrame {
    let retry_ms = match why {
        // Spread over two seconds, so that a room does not come back in one instant.
        CloseCode::Restarting => {
            Some(1_000 + u64::from(u16::from_be_bytes(random::bytes())) % 2_000)
        }
        CloseCode::TooSlow | CloseCode::Fault => Some(1_000),
        CloseCode::NotText
        | CloseCode::BadFrame
        | CloseCode::TooBig
        | CloseCode::BadHello
        | CloseCode::BadTicket
        | CloseCode::Replaced
        | CloseCode::TooFast => None,
    };
    ServerFrame::Bye { why, retry_ms }
}

/// How the library's error is told to the client.
fn broken(error: &axum::Error) -> CloseCode {
    // axum hides the library's error type; its words are stable within the pinned version and a
    // system test holds each of them to its close code.
    let words = error.to_string();
    if words.contains("too long") || words.contains("too large") || words.contains("Space limit") {
        CloseCode::TooBig
    } else {
        CloseCode::BadFrame
    }
}
