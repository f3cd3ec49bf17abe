//! Installs what the tests stand on, from Debian's packages, or says how.

use crate::doctor;
use anyhow::{Context as _, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// What the tests stand on.
pub(crate) struct Services {
    /// The folder of PostgreSQL's server programs.
    pub(crate) postgres: PathBuf,
    /// The browser.
    pub(crate) chromium: PathBuf,
}

/// Finds both, installing what is missing.
pub(crate) fn services() -> Result<Services> {
    let wanted = [("postgresql", doctor::postgres()), ("chromium", doctor::chromium())];
    let missing: Vec<_> =
        wanted.iter().filter(|(_, found)| found.is_none()).map(|(package, _)| *package).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    Ok(Services {
        postgres: doctor::postgres().context("PostgreSQL's initdb was not found")?,
        chromium: doctor::chromium().context("Chromium was not found")?,
    })
}

fn install(packages: &[&str]) -> Result<()> {
    let arguments = [&["install", "-y", "--no-install-recommends"], packages].concat();
    let by_hand = format!("apt-get update && apt-get {}", arguments.join(" "));
    let Some(prefix) = privilege() else {
        bail!("missing: {}. As root, please run:\n\n    {by_hand}", packages.join(", "));
    };
    println!("installing {} …", packages.join(", "));
    apt(prefix, &["update"]).and_then(|()| apt(prefix, &arguments)).with_context(|| {
        format!("the packages were not installed. As root, please run:\n\n    {by_hand}")
    })
}

/// The words before a command that needs root: none for root itself, nothing when there is no way.
fn privilege() -> Option<&'static [&'static str]> {
    doctor::on_path("apt-get")?;
    if is_root() {
        return Some(&[]);
    }
    let sudo = Command::new("sudo").args(["-n", "true"]).output();
    sudo.is_ok_and(|output| output.status.success()).then_some(&["sudo", "-n"])
}

/// Is this the superuser?
pub(crate) fn is_root() -> bool {
    doctor::output("id", &["-u"]).trim() == "0"
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<()> {
    let words =
        [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"], arguments].concat();
    let [program, rest @ ..] = words.as_slice() else { bail!("no command") };
    let output = Command::new(program).args(rest).output()?;
    if !output.status.success() {
        bail!("{}:\n{}", words.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}
