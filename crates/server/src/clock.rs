//! The one place that reads a clock. Everybody else is told what time it is.

use roundtable_core::time::Timestamp;

/// Tells the time of day.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one legal clock")]
    fn now(&self) -> Timestamp {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        // A machine whose clock stands before 1970 is told that it is 1970.
        Timestamp(since.map_or(0, |d| i64::try_from(d.as_millis()).unwrap_or(i64::MAX)))
    }
}

/// A clock for tests: starts where it is told and moves with tokio's clock, so that
/// `tokio::time::pause` and `advance` move it too.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub struct TestClock {
    base: Timestamp,
    started: tokio::time::Instant,
}

#[cfg(test)]
impl TestClock {
    /// A clock that says `base` now.
    pub fn at(base: Timestamp) -> Self {
        Self { base, started: tokio::time::Instant::now() }
    }
}

#[cfg(test)]
impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        let passed = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.base.plus(roundtable_core::time::Span(passed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_clock_has_passed_2025() {
        assert!(SystemClock.now() > Timestamp(1_735_689_600_000));
    }

    #[tokio::test(start_paused = true)]
    async fn a_test_clock_moves_with_tokios() {
        let clock = TestClock::at(Timestamp(1_000));
        assert_eq!(clock.now(), Timestamp(1_000));
        tokio::time::advance(std::time::Duration::from_secs(3)).await;
        assert_eq!(clock.now(), Timestamp(4_000));
    }
}
