//! For the operator's probes: is it alive, is it ready, what do the numbers say.

use crate::state::App;
use axum::extract::State;
use axum::http::StatusCode;

/// Alive.
#[utoipa::path(get, path = "/healthz", responses((status = 200, description = "alive")))]
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Ready: the database takes writes, and the server is not ending.
#[utoipa::path(get, path = "/readyz",
    responses((status = 200, description = "ready"), (status = 503, description = "not ready")))]
pub async fn readyz(State(app): State<App>) -> (StatusCode, &'static str) {
    let world = app.rooms.world();
    if world.stop.is_cancelled() {
        return (StatusCode::SERVICE_UNAVAILABLE, "ending\n");
    }
    match world.store.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(error = %error, "the database is not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "database\n")
        }
    }
}

/// Numbers for Prometheus. None is about a person.
#[utoipa::path(get, path = "/metrics", responses((status = 200, description = "Prometheus text")))]
pub async fn metrics(State(app): State<App>) -> String {
    app.metrics.run_upkeep();
    app.metrics.render()
}
