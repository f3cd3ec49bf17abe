//! Chance with a seed, so that a red run can be run again.

/// A small generator (xorshift64*).
#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// From a seed, or from `ROUNDTABLE_SEED` when that is set. The seed is printed.
    pub(crate) fn seeded(seed: u64) -> Self {
        let seed = std::env::var("ROUNDTABLE_SEED")
            .ok()
            .and_then(|text| text.parse().ok())
            .unwrap_or(seed);
        eprintln!("ROUNDTABLE_SEED={seed}");
        Self(seed.max(1))
    }

    /// One of `0..below`.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(drawn).unwrap() % below
    }
}
