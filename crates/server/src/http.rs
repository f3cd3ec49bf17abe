//! The HTTP face: pages, invitations, seats, the fallback, the operator's numbers.
//!
//! To add an endpoint: a function in the file of its family with its `utoipa::path`, a line in
//! [`router`], its words `error-<code>` in the catalogues when it can fail in a new way.

pub mod door;
pub mod error;
pub mod invitations;
pub mod seats;
pub mod system;

use crate::assets::Assets;
use crate::headers;
use crate::state::App;
use crate::{stream, telemetry, ws};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Nothing that a handler does takes longer.
const ANSWER_TIME: Duration = Duration::from_secs(15);
/// Sixteen commands, each as large as a frame may be.
const MAX_BODY: usize = 16 * 16 * 1_024;

/// The description at `/api/openapi.json`.
#[derive(OpenApi)]
#[openapi(info(
    title = "Roundtable",
    description = "Everything but the websocket, whose frames are described in docs/protocol.md."
))]
struct Description;

/// Everything that the server answers.
pub fn router(app: &App) -> Router {
    let (api, description) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(invitations::look))
        .routes(routes!(invitations::redeem))
        .routes(routes!(seats::seat, seats::forget))
        .routes(routes!(seats::ticket))
        .routes(routes!(seats::record))
        .routes(routes!(stream::commands))
        .routes(routes!(system::healthz))
        .routes(routes!(system::readyz))
        .routes(routes!(system::metrics))
        .split_for_parts();
    let description = axum::Json(description);
    let answered = api
        .route("/api/openapi.json", get(move || std::future::ready(description.clone())))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_TIME));
    // A websocket and a stream live as long as the meeting: no timeout, no compression.
    let lasting = Router::new()
        .route("/api/ws", axum::routing::any(ws::upgrade))
        .merge(Router::from(OpenApiRouter::<App>::new().routes(routes!(stream::stream))));
    Router::new()
        .merge(answered)
        .merge(lasting)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn_with_state(app.clone(), door::only_our_origin))
        .with_state(app.clone())
        .merge(Assets::new().router())
        .layer(CatchPanicLayer::custom(error::panicked))
        .layer(from_fn_with_state(app.headers.clone(), headers::secure))
        .layer(from_fn(door::no_ticket_in_the_address))
        .layer(TraceLayer::new_for_http().make_span_with(telemetry::request_span))
}
