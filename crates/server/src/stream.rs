//! The fallback for networks that break websockets: one long answer with a frame a line, and
//! commands by POST.

use crate::commands_in::Intake;
use crate::hello;
use crate::http::door::{Peer, knock};
use crate::http::error::ApiError;
use crate::http::seats::signed_in;
use crate::random;
use crate::rooms::connection::encode;
use crate::rooms::feed::{Feed, Step};
use crate::state::App;
use crate::telemetry::metric;
use crate::ws::bye;
use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use roundtable_core::id::{Nonce, RoomId, SeatNo};
use roundtable_protocol::{CloseCode, MAX_FRAME, MAX_UNANSWERED, WireCommand};
use serde::Deserialize;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use utoipa::ToSchema;

/// An empty line this often says that the stream lives.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// Chunks on their way to one client.
const CHUNKS: usize = 8;
/// A chunk that nobody takes for so long goes to nobody.
const WRITE_TIME: Duration = Duration::from_secs(10);

/// The streams that are open, by their random ids.
#[derive(Clone, Default)]
pub struct Streams(Arc<Mutex<HashMap<String, Open>>>);

struct Open {
    room: RoomId,
    seat: SeatNo,
    // One request at a time: the next one waits its turn, in order.
    intake: Arc<tokio::sync::Mutex<Intake>>,
    connection: crate::rooms::Connection,
}

impl Streams {
    fn insert(&self, id: &str, open: Open) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), open);
    }

    fn remove(&self, id: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    fn of(
        &self,
        id: &str,
        seat: (RoomId, SeatNo),
    ) -> Option<(Arc<tokio::sync::Mutex<Intake>>, crate::rooms::Connection)> {
        let streams = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let open = streams.get(id).filter(|open| (open.room, open.seat) == seat)?;
        Some((Arc::clone(&open.intake), open.connection.clone()))
    }
}

/// One command of a stream.
#[derive(Deserialize, ToSchema)]
pub struct StreamCommand {
    #[schema(value_type = String)]
    nonce: Nonce,
    #[schema(value_type = Object)]
    command: WireCommand,
}

/// Commands, in order.
#[derive(Deserialize, ToSchema)]
pub struct StreamCommands {
    /// The stream that they belong to.
    stream: String,
    /// At most sixteen.
    commands: Vec<StreamCommand>,
}

/// Opens a stream: the body is a hello frame, the answer never ends.
#[utoipa::path(post, path = "/api/stream", request_body = String,
    responses((status = 200, description = "a server frame a line"), (status = 401, description = "ticket_unknown")))]
pub async fn stream(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    hello: String,
) -> Result<Response, ApiError> {
    knock(&app, peer.0, &headers)?;
    let place = app.limits.connection().ok_or(ApiError::Busy)?;
    if hello.len() > MAX_FRAME {
        return Err(ApiError::BadHello);
    }
    let id = random::once();
    let joined = hello::join(&app, &hello, Some(id.clone())).await.map_err(|why| match why {
        CloseCode::BadTicket => ApiError::TicketUnknown,
        CloseCode::BadHello => ApiError::BadHello,
        CloseCode::NotText
        | CloseCode::BadFrame
        | CloseCode::TooBig
        | CloseCode::Restarting
        | CloseCode::TooSlow
        | CloseCode::Replaced
        | CloseCode::TooFast
        | CloseCode::Fault => ApiError::Fault,
    })?;
    let limits = app.limits.for_connection();
    let intake = Intake::new(joined.room, joined.connection.clone(), limits, !app.unlimited);
    let connection = joined.connection.clone();
    let seat = connection.seat();
    let room = joined.feed.room();
    let intake = Arc::new(tokio::sync::Mutex::new(intake));
    app.streams.insert(&id, Open { room, seat, intake, connection });
    let (chunks, body) = mpsc::channel(CHUNKS);
    app.rooms.world().tasks.spawn(pump(app.clone(), id, joined.feed, chunks, place));
    let body = tokio_stream::wrappers::ReceiverStream::new(body);
    // A proxy that buffers would hold the conversation back.
    let unbuffered = (HeaderName::from_static("x-accel-buffering"), "no");
    Ok(([(CONTENT_TYPE, "application/x-ndjson"), unbuffered], Body::from_stream(body))
        .into_response())
}

async fn pump(
    app: App,
    id: String,
    mut feed: Feed,
    chunks: mpsc::Sender<Result<Bytes, Infallible>>,
    _place: OwnedSemaphorePermit,
) {
    metrics::gauge!(metric::CONNECTIONS).increment(1.0);
    let why = write(&mut feed, &chunks).await;
    if let Some(why) = why {
        metrics::counter!(metric::CLOSED, "code" => why.number().to_string()).increment(1);
        let _nobody_may_listen = chunks.try_send(Ok(lines([encode(&bye(why)).as_str()])));
    }
    app.streams.remove(&id);
    feed.leave().await;
    metrics::gauge!(metric::CONNECTIONS).decrement(1.0);
}

async fn write(
    feed: &mut Feed,
    chunks: &mpsc::Sender<Result<Bytes, Infallible>>,
) -> Option<CloseCode> {
    loop {
        let chunk = match tokio::time::timeout(HEARTBEAT, feed.next()).await {
            Ok(Step::Close(why)) => return Some(why),
            Ok(Step::Frames(frames)) if frames.is_empty() => continue,
            Ok(Step::Frames(frames)) => {
                lines(frames.iter().map(axum::extract::ws::Utf8Bytes::as_str))
            }
            Err(_) => Bytes::from_static(b"\n"),
        };
        match tokio::time::timeout(WRITE_TIME, chunks.send(Ok(chunk))).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return None,
            Err(_) => return Some(CloseCode::TooSlow),
        }
    }
}

fn lines<'a>(frames: impl IntoIterator<Item = &'a str>) -> Bytes {
    let mut text = String::new();
    for frame in frames {
        text.push_str(frame);
        text.push('\n');
    }
    text.into()
}

/// Takes commands of a stream; their answers come over it.
#[utoipa::path(post, path = "/api/seats/{handle}/commands", params(("handle" = String, Path)),
    request_body = StreamCommands,
    responses((status = 202, description = "taken"), (status = 404, description = "stream_unknown")))]
pub async fn commands(
    State(app): State<App>,
    headers: HeaderMap,
    Path(handle): Path<String>,
    Json(commands): Json<StreamCommands>,
) -> Result<StatusCode, ApiError> {
    let seat = signed_in(&app, &headers, &handle).await?;
    let (intake, connection) =
        app.streams.of(&commands.stream, seat).ok_or(ApiError::StreamUnknown)?;
    if commands.commands.len() > MAX_UNANSWERED {
        return Err(ApiError::TooFast);
    }
    let mut intake = intake.lock().await;
    for StreamCommand { nonce, command } in commands.commands {
        if let Err(why) = intake.command(nonce, command) {
            connection.close(why);
            return Err(ApiError::TooFast);
        }
    }
    Ok(StatusCode::ACCEPTED)
}
