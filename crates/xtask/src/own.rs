//! Checks that need no other program than git.

use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// What git sees as changed; compared before and after, it shows what a run wrote.
pub(crate) fn dirty(root: &Path) -> Result<String> {
    git(root, &["status", "--porcelain"])
}

/// The tests wrote no file that is committed: what is generated is up to date.
pub(crate) fn nothing_was_written(root: &Path, before: &str) -> Result<()> {
    let after = dirty(root)?;
    let fresh: Vec<_> =
        after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    if !fresh.is_empty() {
        bail!("this run changed committed files, or left new ones:\n{}", fresh.join("\n"));
    }
    Ok(())
}

/// No committed file names a folder of one machine.
pub(crate) fn no_machine_paths(root: &Path) -> Result<()> {
    let home = std::env::var("HOME").unwrap_or_default();
    let pattern = machine_paths(&root.display().to_string(), &home);
    // git grep ends with 1 when it finds nothing.
    let output = Command::new("git").args(["grep", "-nIE", &pattern]).current_dir(root).output()?;
    let found = String::from_utf8_lossy(&output.stdout);
    if !found.is_empty() {
        bail!("paths of one machine:\n{found}");
    }
    Ok(())
}

/// Absolute, at the beginning of a word: a relative `web/home/page` is none.
fn machine_paths(root: &str, home: &str) -> String {
    let own = [root, home].into_iter().filter(|path| path.len() > 1).map(|path| format!("{path}/"));
    let usual = ["/home/[a-z]+/", "/Users/[A-Za-z]+/"].map(str::to_owned);
    let any: Vec<_> = own.chain(usual).collect();
    format!("(^|[^A-Za-z0-9._~/-])({})", any.join("|"))
}

fn git(root: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git").args(arguments).current_dir(root).output()?;
    if !output.status.success() {
        bail!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_of_this_machine_are_looked_for_and_the_root_folder_is_not() {
        let pattern = machine_paths("/src/roundtable", "/");
        assert!(pattern.contains("/src/roundtable/"));
        assert!(!pattern.contains("(/|"));
    }
}
