//! Runs the stages, one after another.

use crate::count::{Runner, Totals};
use crate::follow;
use crate::stopwatch::{Stopwatch, Took};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// A check that is written here; its error is what it found.
pub(crate) type Check = Box<dyn FnOnce(&Path) -> Result<()>>;

/// What a stage does.
pub(crate) enum Work {
    /// Runs a program.
    Program { command: Command, runner: Runner },
    /// Calls a function.
    Own(Check),
    /// Not run, and said aloud.
    Skipped(&'static str),
}

/// One thing to check.
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    /// Stages that must be green first.
    pub(crate) needs: &'static [&'static str],
    pub(crate) work: Work,
}

/// How a stage went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Green,
    Red,
    /// Left out, for a reason that is no fault.
    Skipped,
    /// Left out, because a stage that it needs is red.
    Blocked,
}

/// A stage that is over.
pub(crate) struct Ended {
    pub(crate) name: &'static str,
    pub(crate) outcome: Outcome,
    pub(crate) totals: Totals,
    pub(crate) took: Took,
    pub(crate) why: String,
}

/// Runs all of them; a red one stops only those that need it.
pub(crate) fn run_all(root: &Path, stages: Vec<Stage>) -> Vec<Ended> {
    let mut ended: Vec<Ended> = Vec::new();
    let count = stages.len();
    for (index, stage) in stages.into_iter().enumerate() {
        let blocker = stage.needs.iter().find(|need| !is_green(&ended, need));
        let result = match blocker {
            Some(need) => {
                Ended::without_running(stage.name, Outcome::Blocked, &format!("needs {need}"))
            }
            None => run(root, stage, &format!("{}/{count}", index + 1)),
        };
        ended.push(result);
    }
    ended
}

fn is_green(ended: &[Ended], name: &str) -> bool {
    ended.iter().any(|stage| stage.name == name && stage.outcome == Outcome::Green)
}

impl Ended {
    fn without_running(name: &'static str, outcome: Outcome, why: &str) -> Self {
        println!("----- {name}: NOT RUN, {why}");
        Self {
            name,
            outcome,
            totals: Totals::default(),
            took: Took::default(),
            why: why.to_owned(),
        }
    }
}

fn run(root: &Path, stage: Stage, place: &str) -> Ended {
    let Stage { name, work, .. } = stage;
    let watch = Stopwatch::start();
    let (result, totals) = match work {
        Work::Skipped(why) => return Ended::without_running(name, Outcome::Skipped, why),
        Work::Own(check) => (check(root), Totals::default()),
        Work::Program { command, runner } => follow::program(root, name, command, runner, watch),
    };
    let took = watch.read();
    let outcome = if result.is_ok() { Outcome::Green } else { Outcome::Red };
    let why = result.err().map(|error| format!("{error:#}")).unwrap_or_default();
    println!(
        "{place:>5} {name}: {} in {took}",
        if outcome == Outcome::Green { "ok" } else { "FAILED" }
    );
    if !why.is_empty() {
        println!("{why}\n");
    }
    Ended { name, outcome, totals, took, why }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    fn own(name: &'static str, needs: &'static [&'static str], red: bool) -> Stage {
        let check = move |_: &Path| if red { bail!("no") } else { Ok(()) };
        Stage { name, needs, work: Work::Own(Box::new(check)) }
    }

    #[test]
    fn a_red_stage_stops_only_those_that_need_it() {
        let stages = vec![
            own("build", &[], true),
            own("tests", &["build"], false),
            own("format", &[], false),
        ];
        let outcomes: Vec<_> =
            run_all(Path::new("."), stages).iter().map(|stage| stage.outcome).collect();
        assert!(outcomes == [Outcome::Red, Outcome::Blocked, Outcome::Green]);
    }
}
