//! Which tickets were spent, for as long as they could be spent again. Bounded: a full memory
//! refuses instead of forgetting.

use super::TicketFault;
use std::collections::HashMap;

/// Two thousand people reconnecting ten times within one ticket's life, three times over.
const CAPACITY: usize = 65_536;
const FIRST_SWEEP: usize = 1_024;

#[derive(Debug)]
pub(super) struct Spent {
    /// By `jti`: the second from which it need not be known.
    until: HashMap<String, u64>,
    sweep_at: usize,
    capacity: usize,
}

impl Default for Spent {
    fn default() -> Self {
        Self::of(CAPACITY)
    }
}

impl Spent {
    fn of(capacity: usize) -> Self {
        Self { until: HashMap::new(), sweep_at: FIRST_SWEEP.min(capacity), capacity }
    }

    /// Notes that a ticket is spent, unless it was before.
    pub(super) fn spend(&mut self, now: u64, jti: &str, until: u64) -> Result<(), TicketFault> {
        if self.until.contains_key(jti) {
            return Err(TicketFault::Used);
        }
        if self.until.len() >= self.sweep_at {
            self.until.retain(|_, until| *until > now);
            self.sweep_at =
                (self.until.len() * 2).clamp(FIRST_SWEEP.min(self.capacity), self.capacity);
        }
        if self.until.len() >= self.capacity {
            return Err(TicketFault::Busy);
        }
        self.until.insert(jti.to_owned(), until);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_memory_refuses_and_takes_again_when_time_has_passed() {
        let mut spent = Spent::of(3);
        for jti in ["a", "b", "c"] {
            spent.spend(0, jti, 65).unwrap();
        }
        assert_eq!(spent.spend(64, "d", 129), Err(TicketFault::Busy));
        assert_eq!(spent.spend(64, "a", 129), Err(TicketFault::Used));
        assert_eq!(spent.spend(65, "d", 130), Ok(()));
    }

    #[test]
    fn memory_stays_small_however_many_are_spent() {
        let mut spent = Spent::default();
        for n in 0..200_000_u64 {
            // A hundred a second.
            spent.spend(n / 100, &n.to_string(), n / 100 + 65).unwrap();
        }
        assert!(spent.until.len() < 15_000, "{}", spent.until.len());
    }
}
