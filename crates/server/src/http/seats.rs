//! A seat on a device: who it is, its tickets, its record, forgetting it.

use super::door::{Peer, knock};
use super::error::ApiError;
use crate::headers::clear_site_data;
use crate::sessions::{self, hash};
use crate::state::App;
use crate::telemetry::metric;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use roundtable_core::id::{RoomId, SeatNo};
use roundtable_core::roles::Role;
use serde::Serialize;
use subtle::ConstantTimeEq;
use utoipa::ToSchema;

/// Who sits here.
#[derive(Serialize, ToSchema)]
pub struct SeatAnswer {
    #[schema(value_type = u16)]
    seat: SeatNo,
    #[schema(value_type = String)]
    role: Role,
    practice: bool,
}

/// A one-time ticket.
#[derive(Serialize, ToSchema)]
pub struct TicketAnswer {
    ticket: String,
    /// Milliseconds since 1970.
    expires_ms: i64,
}

/// The seat that a request's cookie holds for a handle.
pub async fn signed_in(
    app: &App,
    headers: &HeaderMap,
    handle: &str,
) -> Result<(RoomId, SeatNo), ApiError> {
    let token = app.cookies.choose(headers, handle).ok_or(ApiError::SeatUnknown)?;
    let world = app.rooms.world();
    let found = world.store.sign_in(handle).await?.ok_or(ApiError::SeatUnknown)?;
    let same = bool::from(found.token_hash.0.ct_eq(&hash(&token).0));
    if same && found.expires_at > world.clock.now() {
        Ok((found.room, found.seat))
    } else {
        Err(ApiError::SeatUnknown)
    }
}

/// Who sits here?
#[utoipa::path(get, path = "/api/seats/{handle}", params(("handle" = String, Path)),
    responses((status = 200, body = SeatAnswer), (status = 401, description = "seat_unknown")))]
pub async fn seat(
    State(app): State<App>,
    headers: HeaderMap,
    Path(handle): Path<String>,
) -> Result<Json<SeatAnswer>, ApiError> {
    let (room, seat) = signed_in(&app, &headers, &handle).await?;
    let view = app.rooms.room(room)?.view().await?;
    let found = view.seats.iter().find(|known| known.seat == seat).ok_or(ApiError::SeatUnknown)?;
    let practice = view.settings.is_some_and(|settings| settings.practice);
    Ok(Json(SeatAnswer { seat, role: found.role, practice }))
}

/// A ticket for one connection, within a minute.
#[utoipa::path(post, path = "/api/seats/{handle}/ticket", params(("handle" = String, Path)),
    responses((status = 200, body = TicketAnswer), (status = 401, description = "seat_unknown")))]
pub async fn ticket(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Path(handle): Path<String>,
) -> Result<Json<TicketAnswer>, ApiError> {
    knock(&app, peer.0, &headers)?;
    let (room, seat) = signed_in(&app, &headers, &handle).await?;
    let now = app.rooms.world().clock.now();
    let ticket = app.tickets.issue(now, &handle, room, seat).map_err(|fault| {
        tracing::error!(error = %fault, "no ticket could be made");
        metrics::counter!(metric::TICKETS_REFUSED).increment(1);
        ApiError::Fault
    })?;
    Ok(Json(TicketAnswer { ticket: ticket.token, expires_ms: ticket.expires.0 }))
}

/// Forgets the seat on this device.
#[utoipa::path(delete, path = "/api/seats/{handle}", params(("handle" = String, Path)),
    responses((status = 204, description = "forgotten")))]
pub async fn forget(
    State(app): State<App>,
    headers: HeaderMap,
    Path(handle): Path<String>,
) -> Result<Response, ApiError> {
    // Also with a stale cookie: whoever leaves quickly must not be told to come back.
    if signed_in(&app, &headers, &handle).await.is_ok() {
        app.rooms.world().store.end_sign_in(&handle).await?;
    }
    let mut answer = StatusCode::NO_CONTENT.into_response();
    let (name, value) = clear_site_data();
    answer.headers_mut().insert(name, value);
    if let Ok(end) = app.cookies.end(&handle) {
        answer.headers_mut().append(SET_COOKIE, end);
    }
    Ok(answer)
}

/// The room's record, for anybody who sits in it.
#[utoipa::path(get, path = "/api/seats/{handle}/record", params(("handle" = String, Path)),
    responses((status = 200, description = "JSON lines"), (status = 401, description = "seat_unknown")))]
pub async fn record(
    State(app): State<App>,
    headers: HeaderMap,
    Path(handle): Path<String>,
) -> Result<Response, ApiError> {
    let (room, _) = signed_in(&app, &headers, &handle).await?;
    let text = sessions::record(&app.rooms, room).await?;
    let kind = (CONTENT_TYPE, "application/x-ndjson");
    let name = (CONTENT_DISPOSITION, "attachment; filename=\"record.jsonl\"");
    Ok(([kind, name], text).into_response())
}
