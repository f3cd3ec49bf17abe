//! Looks for what a run needs, before anything is run.

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that the front end's tools run on.
const NODE: (u32, u32) = (20, 19);

/// What this tool never installs by itself, and who has it.
const TOOLS: [(&str, &str); 4] = [
    ("git", "git"),
    ("cc", "a C compiler, such as gcc"),
    ("node", "Node 20.19 or newer"),
    ("npm", "npm, which comes with Node"),
];

/// Fails with all that is missing, not only the first.
pub(crate) fn tools() -> Result<()> {
    let missing: Vec<_> =
        TOOLS.iter().filter(|(name, _)| on_path(name).is_none()).map(|(_, words)| *words).collect();
    if !missing.is_empty() {
        bail!("please install: {}", missing.join(", "));
    }
    let version = output("node", &["--version"]);
    if !is_new_enough(&version) {
        bail!("Node {}.{} or newer is needed, this is {}", NODE.0, NODE.1, version.trim());
    }
    Ok(())
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim().trim_start_matches('v').split('.').map_while(|n| n.parse().ok());
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    (major, minor) >= NODE
}

/// The folder of PostgreSQL's server programs, the newest if there are several.
pub(crate) fn postgres() -> Option<PathBuf> {
    let mut debian: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    debian.sort_by_key(|path| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok()));
    let debian = debian.into_iter().rev().map(|path| path.join("bin"));
    let elsewhere = on_path("initdb").and_then(|path| path.parent().map(Path::to_owned));
    debian.chain(elsewhere).find(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
}

/// Chromium; `ROUNDTABLE_CHROMIUM` names another one.
pub(crate) fn chromium() -> Option<PathBuf> {
    let named =
        std::env::var_os("ROUNDTABLE_CHROMIUM").map(PathBuf::from).filter(|path| path.exists());
    named
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path))
}

/// Where a program lies.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// What a program prints; nothing when it cannot be run.
pub(crate) fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_is_told_from_a_new_one() {
        assert!(is_new_enough("v20.19.0\n"));
        assert!(is_new_enough("v22.1.0"));
        assert!(!is_new_enough("v20.9.0"));
        assert!(!is_new_enough("v18.20.1"));
        assert!(!is_new_enough(""));
    }
}
