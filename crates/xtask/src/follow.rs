//! Runs one program, shows how far it is, and keeps what it prints.

use crate::count::{Runner, Totals};
use crate::overdue;
use crate::stopwatch::Stopwatch;
use anyhow::{Context as _, Result, bail};
use indicatif::ProgressBar;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// How often a long stage says that it is still at work when nobody watches a terminal.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// How much of a red stage's output is shown at once.
const TAIL: usize = 120;

/// Lines about failures that are shown; the log has all.
const MOST_FAILURES: usize = 600;

/// Runs it to its end; an error carries the last of what it printed.
pub(crate) fn program(
    root: &Path,
    name: &'static str,
    command: Command,
    runner: Runner,
    watch: Stopwatch,
) -> (Result<()>, Totals) {
    let mut output = Output::new(runner);
    let result = follow(root, name, command, watch, &mut output);
    (result, output.totals)
}

/// What is kept of what a program prints.
struct Output {
    runner: Runner,
    totals: Totals,
    /// Passages that say what failed, from far above the end.
    failures: Vec<String>,
    in_failures: bool,
    tail: VecDeque<String>,
}

impl Output {
    fn new(runner: Runner) -> Self {
        Self {
            runner,
            totals: Totals::default(),
            failures: Vec::new(),
            in_failures: false,
            tail: VecDeque::new(),
        }
    }

    fn take(&mut self, line: String) {
        self.totals += self.runner.totals(&line);
        self.keep_failure(&line);
        if self.tail.len() == TAIL {
            self.tail.pop_front();
        }
        self.tail.push_back(line);
    }

    fn keep_failure(&mut self, line: &str) {
        let Some((first, last)) = self.runner.failures() else { return };
        let line = line.trim_end();
        self.in_failures |= line.trim_start().starts_with(first);
        if self.in_failures && self.failures.len() < MOST_FAILURES {
            self.failures.push(line.to_owned());
        }
        self.in_failures &= !line.trim_start().starts_with(last);
    }

    /// The passages about failures if there are any, else the end of all.
    fn shown(&self) -> String {
        if self.failures.is_empty() {
            return self.tail.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
        }
        self.failures.join("\n")
    }
}

fn follow(
    root: &Path,
    name: &str,
    command: Command,
    watch: Stopwatch,
    output: &mut Output,
) -> Result<()> {
    let log = log_path(root, name)?;
    let mut child = start(root, command)?;
    let in_time = listen(&mut child, name, watch, &mut File::create(&log)?, output)?;
    let status = child.wait()?;
    if status.success() {
        return Ok(());
    }
    let end =
        if in_time { status.to_string() } else { "an end from here: it took too long".into() };
    let place = log.strip_prefix(root).unwrap_or(&log).display();
    bail!("{}\n----- {name}: {end}; all of it is in {place}", output.shown())
}

fn start(root: &Path, mut command: Command) -> Result<Child> {
    let folder = root.join(command.get_current_dir().unwrap_or(Path::new("")));
    command.current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().with_context(|| format!("{command:?}"))
}

/// Takes all that it prints, to the end. Did the end come in time, and by itself?
fn listen(
    child: &mut Child,
    name: &str,
    watch: Stopwatch,
    file: &mut File,
    output: &mut Output,
) -> Result<bool> {
    let lines = lines_of(child);
    let spinner = spinner(name);
    let mut in_time = true;
    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => say_still(name, watch),
            Ok(line) => {
                writeln!(file, "{line}")?;
                spinner
                    .set_message(format!("{name}: {}", line.chars().take(90).collect::<String>()));
                output.take(line);
            }
        }
        if in_time && watch.read().0 > overdue::LIMIT {
            in_time = false;
            overdue::end(child.id());
        }
    }
    spinner.finish_and_clear();
    Ok(in_time)
}

/// A long silence is said aloud; on a terminal the spinner shows it.
fn say_still(name: &str, watch: Stopwatch) {
    if !std::io::stdout().is_terminal() {
        println!("      {name}: {} and still at work", watch.read());
    }
}

/// Both streams, line by line, in the order in which they came.
fn lines_of(child: &mut Child) -> Receiver<String> {
    let (sender, lines) = channel();
    read_into(sender.clone(), child.stdout.take());
    read_into(sender, child.stderr.take());
    lines
}

fn log_path(root: &Path, name: &str) -> Result<PathBuf> {
    let folder = root.join("target/xtask");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{}.log", name.replace(' ', "-"))))
}

fn read_into(sender: Sender<String>, source: Option<impl Read + Send + 'static>) {
    let Some(source) = source else { return };
    std::thread::spawn(move || {
        let mut source = BufReader::new(source);
        let mut line = Vec::new();
        while source.read_until(b'\n', &mut line).is_ok_and(|bytes| bytes > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            line.clear();
            if sender.send(text).is_err() {
                return;
            }
        }
    });
}

/// Shows the last line while a stage runs; nothing when there is no terminal.
fn spinner(name: &str) -> ProgressBar {
    if !std::io::stdout().is_terminal() {
        println!("      {name} …");
        return ProgressBar::hidden();
    }
    let spinner = ProgressBar::new_spinner();
    spinner.enable_steady_tick(Duration::from_millis(120));
    spinner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_bounded_and_the_totals_are_summed() {
        let mut output = Output::new(Runner::Cargo);
        for _ in 0..TAIL * 2 {
            output.take("test result: ok. 2 passed; 1 failed".to_owned());
        }
        assert_eq!(output.tail.len(), TAIL);
        assert_eq!(output.totals, Totals { passed: 480, failed: 240 });
    }

    #[test]
    fn what_failed_is_shown_however_far_above_the_end_it_stands() {
        let mut output = Output::new(Runner::Cargo);
        let said =
            ["running 2 tests", "failures:", "left: 1", "test result: FAILED. 1 passed; 1 failed"];
        let later = ["running 0 tests"; 2 * TAIL];
        said.iter().chain(&later).for_each(|line| output.take((*line).to_owned()));
        assert_eq!(output.shown(), said[1..].join("\n"));
    }

    #[test]
    fn without_words_about_failures_the_end_is_shown() {
        let mut output = Output::new(Runner::None);
        output.take("error: it does not compile".to_owned());
        assert_eq!(output.shown(), "error: it does not compile");
    }
}
