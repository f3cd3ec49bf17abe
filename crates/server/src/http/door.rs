//! What is asked before any handler: from where, how often, with what in the address.

use super::error::ApiError;
use crate::limits::client_address;
use crate::state::App;
use crate::telemetry::metric;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;

/// Whatever changes something, and every websocket, comes from our own pages: cookies are sent by
/// any page, the origin is not.
pub async fn only_our_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let upgrade = request.uri().path() == "/api/ws";
    let harmless = matches!(*request.method(), Method::GET | Method::HEAD) && !upgrade;
    if harmless || app.origin.check(request.headers()).is_ok() {
        return next.run(request).await;
    }
    ApiError::WrongOrigin.into_response()
}

/// A ticket stands in the first frame, never in an address, where proxies would log it.
pub async fn no_ticket_in_the_address(request: Request, next: Next) -> Response {
    if request.uri().path() == "/api/ws" && request.uri().query().is_some() {
        return ApiError::TicketUnknown.into_response();
    }
    next.run(request).await
}

/// Counts a knock at the door: invitations, tickets, new connections.
pub fn knock(app: &App, peer: SocketAddr, headers: &HeaderMap) -> Result<(), ApiError> {
    let address = client_address(peer.ip(), headers, &app.trusted_proxies);
    let key = app.addresses.key(app.rooms.world().clock.now(), address);
    if app.limits.door(key) {
        return Ok(());
    }
    metrics::counter!(metric::LIMITED, "limit" => "door").increment(1);
    Err(ApiError::TooFast)
}

/// The peer's socket address, as axum gives it.
pub type Peer = ConnectInfo<SocketAddr>;
