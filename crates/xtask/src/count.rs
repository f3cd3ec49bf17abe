//! Reads a test runner's totals from what it printed.

use std::ops::AddAssign;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// How a stage's output is read.
#[derive(Clone, Copy)]
pub(crate) enum Runner {
    /// Not a test runner.
    None,
    /// `test result: ok. 3 passed; 0 failed; …`, a line a binary.
    Cargo,
    /// `Tests  1 failed | 186 passed (187)`.
    Vitest,
    /// `# pass 4`, `# fail 0`.
    Node,
}

impl Runner {
    /// What this line adds.
    pub(crate) fn totals(self, line: &str) -> Totals {
        let line = line.trim();
        let ours = match self {
            Self::None => return Totals::default(),
            Self::Cargo => line.starts_with("test result:"),
            Self::Vitest => line.starts_with("Tests "),
            Self::Node => return node(line),
        };
        if !ours {
            return Totals::default();
        }
        Totals { passed: before(line, "passed"), failed: before(line, "failed") }
    }
}

impl Runner {
    /// Does a runner begin here to say what failed? The first and the last line of such a passage;
    /// one that says it at the very end needs none.
    pub(crate) fn failures(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::None | Self::Vitest => None,
            Self::Cargo => Some(("failures:", "test result:")),
            Self::Node => Some(("not ok", "...")),
        }
    }
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> u64 {
    let words: Vec<_> = line.split([' ', ';', '|', '.']).filter(|part| !part.is_empty()).collect();
    let pairs = words.windows(2).find(|pair| pair[1] == word);
    pairs.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

fn node(line: &str) -> Totals {
    let number =
        |prefix| line.strip_prefix(prefix).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Totals { passed: number("# pass "), failed: number("# fail ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_read_in_its_own_words() {
        let cargo =
            "test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; finished in 0.08s";
        assert_eq!(Runner::Cargo.totals(cargo), Totals { passed: 5, failed: 2 });
        let vitest = "      Tests  1 failed | 186 passed (187)";
        assert_eq!(Runner::Vitest.totals(vitest), Totals { passed: 186, failed: 1 });
        assert_eq!(
            Runner::Vitest.totals(" Tests  187 passed (187)"),
            Totals { passed: 187, failed: 0 }
        );
        assert_eq!(Runner::Node.totals("# pass 4"), Totals { passed: 4, failed: 0 });
        assert_eq!(Runner::Node.totals("# fail 1"), Totals { passed: 0, failed: 1 });
    }

    #[test]
    fn other_lines_and_other_runners_add_nothing() {
        assert_eq!(Runner::Cargo.totals("test it_is_7_passed ... ok"), Totals::default());
        assert_eq!(Runner::None.totals("test result: ok. 5 passed; 0 failed"), Totals::default());
        assert_eq!(Runner::Vitest.totals(" Test Files  1 passed (1)"), Totals::default());
        assert_eq!(Runner::Node.totals("# tests 5"), Totals::default());
    }
}
