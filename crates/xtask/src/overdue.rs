//! Ends a program that takes too long, and everything that it started.

use std::process::Command;
use std::time::Duration;

/// No stage takes longer than this, on a slow machine that compiles everything for the first time.
pub(crate) const LIMIT: Duration = Duration::from_mins(25);

/// Kills a process and all that descend from it: `cargo` alone would leave its tests behind, and
/// they would hold the pipe that its output comes through.
pub(crate) fn end(process: u32) {
    let table = crate::doctor::output("ps", &["-e", "-o", "pid=,ppid="]);
    let ids = family(&table, process).into_iter().map(|id| id.to_string());
    // What has ended in the meantime cannot be killed, and need not be.
    let _ = Command::new("kill").arg("-KILL").args(ids).output();
}

/// A process and its descendants, in a table of processes and their parents.
fn family(table: &str, process: u32) -> Vec<u32> {
    let rows: Vec<(u32, u32)> = table.lines().filter_map(row).collect();
    let mut family = vec![process];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(rows.iter().filter(|(_, its)| *its == parent).map(|(child, _)| child));
        next += 1;
    }
    family
}

fn row(line: &str) -> Option<(u32, u32)> {
    let mut numbers = line.split_whitespace().map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_ended_with_what_it_started() {
        use std::io::Read as _;
        use std::process::Stdio;
        let mut shell = Command::new("sh");
        shell.args(["-c", "tail -f /dev/null & echo ready; wait"]);
        let mut child = shell.stdout(Stdio::piped()).spawn().unwrap();
        let mut output = child.stdout.take().unwrap();
        output.read_exact(&mut [0; 6]).unwrap();
        end(child.id());
        assert!(!child.wait().unwrap().success());
        // Nobody holds the other end any more, or this would wait for ever.
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 0);
    }

    #[test]
    fn a_family_is_a_process_with_children_and_grandchildren_and_nobody_else() {
        let table = "  1 0\n 10 1\n 11 10\n 12 11\n 13 1\n 14 10\n";
        assert_eq!(family(table, 10), [10, 11, 14, 12]);
        assert_eq!(family(table, 13), [13]);
    }
}
