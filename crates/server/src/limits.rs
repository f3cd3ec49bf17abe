//! How much one connection and one address may ask for.
//!
//! Addresses are never kept: [`address`] turns one into a salted key that lives in memory and
//! changes every day. Everything here is bounded, and time is tokio's, so that tests can move it.
//! To add a limit: a rate in [`Rates`] with its reason, a bucket, and a test that says what an
//! honest person does within it.

mod address;

pub use address::{AddressKey, Addresses, client_address};

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed, keyed::DefaultKeyedStateStore};
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// So many a second for ever, and so many at once after a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// A second.
    pub sustained: NonZeroU32,
    /// At once.
    pub burst: NonZeroU32,
}

/// The limits of a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Command frames of one connection. A facilitator who works through a full desk by keyboard
    /// needs five a second, and an outbox sends what waited while the network was gone.
    pub frames: Rate,
    /// Pings and pongs of one connection: far more than our own every twenty seconds.
    pub control: Rate,
    /// Looking at and redeeming invitations, buying tickets and opening connections, from one
    /// address. Thirty people behind one office's address arrive within a minute and need four
    /// requests each; guessing a code of 128 bits gains nothing from it.
    pub door: Rate,
    /// Connections at once on the whole server: a few KiB each, bounded before memory is.
    pub connections: usize,
}

const fn rate(sustained: u32, burst: u32) -> Rate {
    // Zero would stop everybody, so it counts as one.
    let one = NonZeroU32::MIN;
    let sustained = if let Some(n) = NonZeroU32::new(sustained) { n } else { one };
    let burst = if let Some(n) = NonZeroU32::new(burst) { n } else { one };
    Rate { sustained, burst }
}

impl Rates {
    /// For real sessions.
    pub const SERVE: Self =
        Self { frames: rate(5, 20), control: rate(3, 20), door: rate(4, 120), connections: 10_000 };

    /// For practice on one machine, where a rehearsal plays everybody at once and fast.
    pub const PRACTICE: Self = Self {
        frames: rate(200, 400),
        control: rate(20, 40),
        door: rate(200, 1_000),
        connections: 1_000,
    };
}

/// The limits that the whole server shares.
#[derive(Debug)]
pub struct Limits {
    rates: Rates,
    door: RateLimiter<
        AddressKey,
        DefaultKeyedStateStore<AddressKey>,
        TokioClock,
        NoOpMiddleware<Duration>,
    >,
    connections: Arc<Semaphore>,
}

/// More addresses than this within a minute share one bucket, so that memory stays bounded.
const MAX_ADDRESSES: usize = 100_000;

impl Limits {
    /// With all buckets full.
    pub fn new(rates: Rates) -> Self {
        Self {
            rates,
            door: RateLimiter::new(
                quota(rates.door),
                DefaultKeyedStateStore::default(),
                TokioClock::new(),
            ),
            connections: Arc::new(Semaphore::new(rates.connections)),
        }
    }

    /// May this address knock once more?
    pub fn door(&self, from: AddressKey) -> bool {
        let key = if self.door.len() < MAX_ADDRESSES { from } else { AddressKey::CROWD };
        self.door.check_key(&key).is_ok()
    }

    /// A place for one more connection, given back when dropped; `None` when the house is full.
    pub fn connection(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.connections).try_acquire_owned().ok()
    }

    /// What one new connection may send.
    pub fn for_connection(&self) -> ConnectionLimits {
        ConnectionLimits { frames: bucket(self.rates.frames), control: bucket(self.rates.control) }
    }

    /// Forgets addresses that rested. Call it every minute.
    pub fn sweep(&self) {
        self.door.retain_recent();
        self.door.shrink_to_fit();
    }
}

/// What one connection may send.
#[derive(Debug)]
pub struct ConnectionLimits {
    frames: Bucket,
    control: Bucket,
}

impl ConnectionLimits {
    /// May it send this command frame?
    pub fn frame(&self) -> bool {
        self.frames.check().is_ok()
    }

    /// May it send this ping or pong?
    pub fn control(&self) -> bool {
        self.control.check().is_ok()
    }
}

type Bucket = RateLimiter<NotKeyed, InMemoryState, TokioClock, NoOpMiddleware<Duration>>;

fn bucket(rate: Rate) -> Bucket {
    RateLimiter::direct_with_clock(quota(rate), TokioClock::new())
}

fn quota(rate: Rate) -> Quota {
    Quota::per_second(rate.sustained).allow_burst(rate.burst)
}

/// tokio's clock, which tests can pause.
#[derive(Clone, Copy, Debug)]
struct TokioClock {
    started: Instant,
}

impl TokioClock {
    fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clock for TokioClock {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.started.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roundtable_core::time::Timestamp;
    use std::net::{IpAddr, Ipv4Addr};

    fn allowed(mut take: impl FnMut() -> bool) -> usize {
        std::iter::repeat_with(&mut take).take_while(|ok| *ok).take(100_000).count()
    }

    fn key(n: u32) -> AddressKey {
        Addresses::new().key(Timestamp(0), IpAddr::V4(Ipv4Addr::from(n)))
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_may_send_twenty_at_once_and_then_five_a_second() {
        let connection = Limits::new(Rates::SERVE).for_connection();
        assert_eq!(allowed(|| connection.frame()), 20);
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(allowed(|| connection.frame()), 5);
        tokio::time::advance(Duration::from_mins(1)).await;
        assert_eq!(allowed(|| connection.frame()), 20);
        assert!(connection.control(), "control frames are counted apart");
    }

    #[tokio::test(start_paused = true)]
    async fn one_flooding_connection_takes_nothing_from_another() {
        let limits = Limits::new(Rates::SERVE);
        let (one, other) = (limits.for_connection(), limits.for_connection());
        allowed(|| one.frame());
        assert!(other.frame());
    }

    #[tokio::test(start_paused = true)]
    async fn an_office_of_thirty_gets_in_and_a_flood_from_one_address_stops() {
        let limits = Limits::new(Rates::SERVE);
        let (office, home) = (key(1), key(2));
        assert_eq!(allowed(|| limits.door(office)), 120);
        assert!(limits.door(home));
        tokio::time::advance(Duration::from_secs(2)).await;
        assert_eq!(allowed(|| limits.door(office)), 8);
    }

    #[tokio::test(start_paused = true)]
    async fn addresses_that_rested_are_forgotten() {
        let limits = Limits::new(Rates::SERVE);
        let addresses = Addresses::new();
        for n in 0..1_000 {
            limits.door(addresses.key(Timestamp(0), IpAddr::V4(Ipv4Addr::from(n))));
        }
        assert_eq!(limits.door.len(), 1_000);
        tokio::time::advance(Duration::from_mins(1)).await;
        limits.sweep();
        assert_eq!(limits.door.len(), 0);
    }

    #[test]
    fn a_full_house_takes_nobody_until_somebody_leaves() {
        let limits = Limits::new(Rates { connections: 2, ..Rates::SERVE });
        let (first, _second) = (limits.connection().unwrap(), limits.connection().unwrap());
        assert!(limits.connection().is_none());
        drop(first);
        assert!(limits.connection().is_some());
    }
}
