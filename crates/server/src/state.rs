//! What every handler of the server shares.

use crate::cookies::SeatCookies;
use crate::headers::SecurityHeaders;
use crate::limits::{Addresses, Limits};
use crate::origin::Origin;
use crate::rooms::Rooms;
use crate::stream::Streams;
use crate::tickets::Tickets;
use ipnet::IpNet;
use metrics_exporter_prometheus::PrometheusHandle;
use std::sync::Arc;

/// The running server.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl App {
    /// Puts it together.
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

impl std::ops::Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// The parts of the running server.
pub struct Inner {
    /// Rooms, and through them the store, the keys and the clock.
    pub rooms: Rooms,
    /// One-time tickets.
    pub tickets: Tickets,
    /// What is too much.
    pub limits: Limits,
    /// Whom a limit counts, without keeping an address.
    pub addresses: Addresses,
    /// Whose word about a client's address is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// The one origin that browsers come from.
    pub origin: Origin,
    /// The seats' cookies.
    pub cookies: SeatCookies,
    /// What every answer carries.
    pub headers: SecurityHeaders,
    /// Fallback streams.
    pub streams: Streams,
    /// The numbers.
    pub metrics: PrometheusHandle,
    /// Practice, not the real thing.
    pub practice: bool,
    /// Message limits are off: only in practice, for load tests.
    pub unlimited: bool,
}
