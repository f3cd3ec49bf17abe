//! What the server says about itself: log lines for people and queries, numbers for graphs.
//!
//! Never a text, a name, an address, a token or a seat: docs/operate.md has the list, and a test
//! reads every log line in the source. To add a field: a line in [`FIELDS`] and in that document.
//! To add a number: a constant in [`metric`] and its description in [`install_metrics`].

#[cfg(test)]
mod inventory;

use axum::extract::{MatchedPath, Request};
use metrics::{Unit, describe_counter, describe_gauge, describe_histogram};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use std::io::IsTerminal;
use tracing::Span;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::util::TryInitError;

/// Everything a log line may carry besides its fixed words.
pub const FIELDS: &[&str] = &[
    "attempt", "bytes", "code", "count", "data", "database", "error", "keys", "kid", "kind",
    "listen", "method", "ms", "origin", "phase", "reason", "room", "rooms", "route", "signal",
    "status", "step", "table", "template", "trouble", "version",
];

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For eyes.
    Human,
    /// For machines: one JSON object a line.
    Json,
}

impl LogFormat {
    /// `ROUNDTABLE_LOG_FORMAT=json|human`; without it, JSON unless a person is looking.
    pub fn choose(said: Option<&str>, is_terminal: bool) -> Self {
        match said {
            Some("json") => Self::Json,
            Some("human") => Self::Human,
            _ if is_terminal => Self::Human,
            _ => Self::Json,
        }
    }
}

/// Why logging did not start.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The filter does not read.
    #[error("ROUNDTABLE_LOG: {0}. Write a level such as info, or roundtable=debug,info")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// Somebody else logs already.
    #[error("logging was started twice")]
    Twice(#[from] TryInitError),
    /// The numbers cannot be collected.
    #[error("metrics: {0}")]
    Metrics(#[from] BuildError),
}

/// Starts logging to standard error: standard output belongs to links and JSON. `env` looks up
/// `ROUNDTABLE_LOG` (a filter, default `info`) and `ROUNDTABLE_LOG_FORMAT`.
pub fn install_logs(env: &dyn Fn(&str) -> Option<String>) -> Result<(), TelemetryError> {
    use tracing_subscriber::util::SubscriberInitExt;
    let filter = env("ROUNDTABLE_LOG").filter(|text| !text.is_empty());
    // Statements would be logged by sqlx with what they carry: only its warnings pass by default.
    let filter = EnvFilter::try_new(filter.as_deref().unwrap_or("info,sqlx=warn"))?;
    let said = env("ROUNDTABLE_LOG_FORMAT");
    let format = LogFormat::choose(said.as_deref(), std::io::stderr().is_terminal());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        LogFormat::Human => builder.with_target(false).finish().try_init()?,
        LogFormat::Json => builder.json().flatten_event(true).finish().try_init()?,
    }
    Ok(())
}

/// A request's span, for `tower_http::trace::TraceLayer::make_span_with`: the route as it is
/// written in the source, never the path, which names a seat's handle.
pub fn request_span(request: &Request) -> Span {
    let matched = request.extensions().get::<MatchedPath>();
    let route = matched.map_or("unmatched", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}

/// Names of the numbers at `/metrics`. None is about a person or a side.
pub mod metric {
    /// Gauge: open connections, websockets and streams together.
    pub const CONNECTIONS: &str = "roundtable_connections";
    /// Gauge: rooms in memory.
    pub const ROOMS: &str = "roundtable_rooms_loaded";
    /// Counter, `answer` = done, refused, busy: commands answered.
    pub const COMMANDS: &str = "roundtable_commands_total";
    /// Counter: frames sent.
    pub const FRAMES: &str = "roundtable_frames_total";
    /// Histogram: from a command's arrival to its durable append.
    pub const COMMAND_SECONDS: &str = "roundtable_command_seconds";
    /// Histogram: one commit of the writer.
    pub const COMMIT_SECONDS: &str = "roundtable_commit_seconds";
    /// Counter, `code` = the close code: connections closed by the server.
    pub const CLOSED: &str = "roundtable_connections_closed_total";
    /// Counter, `limit` = frames, control, door, connections: what a limit turned away.
    pub const LIMITED: &str = "roundtable_limited_total";
    /// Counter: tickets refused.
    pub const TICKETS_REFUSED: &str = "roundtable_tickets_refused_total";
    /// Counter, `outcome` = done, failed: jobs.
    pub const JOBS: &str = "roundtable_jobs_total";
}

/// From a tenth of a millisecond to ten seconds.
const SECONDS: [f64; 12] =
    [0.000_1, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0, 10.0];

/// Starts collecting numbers; call `run_upkeep` on the handle every few seconds and `render` it at
/// `/metrics`.
pub fn install_metrics() -> Result<PrometheusHandle, TelemetryError> {
    let builder = PrometheusBuilder::new();
    let handle = builder
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?
        .install_recorder()?;
    describe_gauge!(metric::CONNECTIONS, "Open connections");
    describe_gauge!(metric::ROOMS, "Rooms in memory");
    describe_counter!(metric::COMMANDS, "Commands answered");
    describe_counter!(metric::FRAMES, "Frames sent");
    describe_histogram!(metric::COMMAND_SECONDS, Unit::Seconds, "Arrival to durable append");
    describe_histogram!(metric::COMMIT_SECONDS, Unit::Seconds, "One commit of the writer");
    describe_counter!(metric::CLOSED, "Connections closed by the server");
    describe_counter!(metric::LIMITED, "Turned away by a limit");
    describe_counter!(metric::TICKETS_REFUSED, "Tickets refused");
    describe_counter!(metric::JOBS, "Jobs run");
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_for_eyes_when_somebody_looks_and_for_machines_otherwise() {
        assert_eq!(LogFormat::choose(None, true), LogFormat::Human);
        assert_eq!(LogFormat::choose(None, false), LogFormat::Json);
        assert_eq!(LogFormat::choose(Some("human"), false), LogFormat::Human);
        assert_eq!(LogFormat::choose(Some("json"), true), LogFormat::Json);
        assert_eq!(LogFormat::choose(Some("xml"), false), LogFormat::Json);
    }

    #[test]
    fn numbers_are_rendered_with_their_names_and_buckets() {
        let handle = install_metrics().unwrap();
        metrics::counter!(metric::COMMANDS, "answer" => "done").increment(2);
        metrics::histogram!(metric::COMMAND_SECONDS).record(0.004);
        let page = handle.render();
        assert!(page.contains("roundtable_commands_total{answer=\"done\"} 2"), "{page}");
        assert!(page.contains("roundtable_command_seconds_bucket{le=\"0.005\"} 1"), "{page}");
    }

    #[test]
    fn a_filter_that_does_not_read_is_told() {
        let env = |name: &str| (name == "ROUNDTABLE_LOG").then(|| "roundtable=loud".to_owned());
        let words = install_logs(&env).unwrap_err().to_string();
        assert!(words.starts_with("ROUNDTABLE_LOG:"), "{words}");
    }
}
