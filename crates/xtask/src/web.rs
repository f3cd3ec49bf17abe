//! The web front end: its packages, and its build.

use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

/// `npm ci`, if the packages are missing or older than the lock file.
pub(crate) fn install(root: &Path) -> Result<()> {
    let web = root.join("web");
    let installed = changed(&web.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= changed(&web.join("package-lock.json")) {
        return Ok(());
    }
    npm(&web, &["ci", "--no-audit", "--no-fund"])
}

/// Packages and pages.
pub(crate) fn build(root: &Path) -> Result<()> {
    install(root)?;
    npm(&root.join("web"), &["run", "build"])
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|file| file.modified()).ok()
}

fn npm(web: &Path, arguments: &[&str]) -> Result<()> {
    let output = Command::new("npm").args(arguments).current_dir(web).output()?;
    if !output.status.success() {
        let words = [output.stdout, output.stderr].concat();
        bail!("npm {}:\n{}", arguments.join(" "), String::from_utf8_lossy(&words));
    }
    Ok(())
}
