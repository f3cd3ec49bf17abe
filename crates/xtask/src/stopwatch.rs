//! How long something took. The one clock of this tool.

use std::fmt;
use std::time::{Duration, Instant};

/// Runs from its making.
#[derive(Clone, Copy)]
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "a build tool measures its own stages")]
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn read(self) -> Took {
        Took(self.0.elapsed())
    }
}

/// A length of time as people read it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Took(pub(crate) Duration);

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        if seconds < 60 {
            return f.pad(&format!("{:.1} s", self.0.as_secs_f64()));
        }
        f.pad(&format!("{} min {:02} s", seconds / 60, seconds % 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_spans_show_tenths_and_long_ones_minutes() {
        assert_eq!(Took(Duration::from_millis(1_230)).to_string(), "1.2 s");
        assert_eq!(Took(Duration::from_secs(125)).to_string(), "2 min 05 s");
    }
}
