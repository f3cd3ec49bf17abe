//! Says how it went: a table of the stages, and the totals alone in the last line.

use crate::count::Totals;
use crate::stage::{Ended, Outcome};
use crate::stopwatch::Took;

/// Prints the table and the last line. Was all well?
pub(crate) fn show(ended: &[Ended]) -> bool {
    println!("\n{:<28} {:>8} {:>8} {:>8} {:>14}", "stage", "", "passed", "failed", "took");
    for stage in ended {
        println!("{}", row(stage));
    }
    let took = Took(ended.iter().map(|stage| stage.took.0).sum());
    println!("{:<28} {:>41}", "all", took.to_string());
    for stage in ended.iter().filter(|stage| stage.outcome == Outcome::Skipped) {
        println!("\nNOT CHECKED: {}: {}", stage.name, stage.why);
    }
    let totals = totals(ended);
    println!("\n{} passed, {} failed", totals.passed, totals.failed);
    is_well(ended)
}

fn row(stage: &Ended) -> String {
    let word = match stage.outcome {
        Outcome::Green => "ok",
        Outcome::Red => "FAILED",
        Outcome::Skipped => "skipped",
        Outcome::Blocked => "not run",
    };
    let number =
        |n: u64| if stage.totals == Totals::default() { String::new() } else { n.to_string() };
    let (passed, failed) = (number(stage.totals.passed), number(stage.totals.failed));
    format!("{:<28} {word:>8} {passed:>8} {failed:>8} {:>14}", stage.name, stage.took.to_string())
}

/// The sum of the tests. A red stage without a red test, such as one that does not compile,
/// counts as one failure, and so does one that could not run: a red run never ends with 0 failed.
fn totals(ended: &[Ended]) -> Totals {
    let mut sum = Totals::default();
    for stage in ended {
        sum += stage.totals;
        let is_lost = matches!(stage.outcome, Outcome::Red | Outcome::Blocked);
        sum.failed += u64::from(is_lost && stage.totals.failed == 0);
    }
    sum
}

fn is_well(ended: &[Ended]) -> bool {
    ended.iter().all(|stage| matches!(stage.outcome, Outcome::Green | Outcome::Skipped))
        && totals(ended).failed == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ended(outcome: Outcome, passed: u64, failed: u64) -> Ended {
        let totals = Totals { passed, failed };
        Ended { name: "stage", outcome, totals, took: Took::default(), why: String::new() }
    }

    #[test]
    fn a_red_run_never_ends_with_no_failure() {
        let red =
            [ended(Outcome::Green, 7, 0), ended(Outcome::Red, 0, 0), ended(Outcome::Blocked, 0, 0)];
        assert_eq!(totals(&red), Totals { passed: 7, failed: 2 });
        assert!(!is_well(&red));
    }

    #[test]
    fn red_tests_are_counted_once() {
        assert_eq!(totals(&[ended(Outcome::Red, 5, 2)]), Totals { passed: 5, failed: 2 });
    }

    #[test]
    fn what_was_skipped_for_a_reason_is_well() {
        assert!(is_well(&[ended(Outcome::Green, 3, 0), ended(Outcome::Skipped, 0, 0)]));
    }
}
