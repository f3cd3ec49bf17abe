//! `cargo run` on a fresh machine: builds the web front end when it is missing or older than its
//! sources. `ROUNDTABLE_WEB=skip` leaves it alone. When npm fails, a debug build goes on with a
//! page that says so, and a release build stops.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, SystemTime};
use std::{env, fs, io};

/// What lies beside the sources and is none: tools, tests and what is made.
const NO_SOURCES: [&str; 6] = ["node_modules", "dist", "dev", "test", "e2e", "biome.json"];

/// npm writes the lock file a moment after its own note of what it installed.
const SAME_TIME: Duration = Duration::from_mins(1);

fn main() -> ExitCode {
    let web = Path::new("../../web");
    println!("cargo::rerun-if-env-changed=ROUNDTABLE_WEB");
    println!("cargo::rerun-if-changed={}", web.join("dist/index.html").display());
    let sources = sources(web);
    for source in &sources {
        println!("cargo::rerun-if-changed={}", source.display());
    }
    let skipped = env::var("ROUNDTABLE_WEB").as_deref() == Ok("skip");
    if skipped || sources.is_empty() || !is_stale(web, &sources) {
        return ExitCode::SUCCESS;
    }
    match build(web) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => report(&why),
    }
}

/// The folders and files that the front end is built from.
fn sources(web: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(web).into_iter().flatten().flatten();
    let kept = entries.filter(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        !name.starts_with('.') && !NO_SOURCES.contains(&name.as_str())
    });
    kept.map(|entry| entry.path()).collect()
}

fn is_stale(web: &Path, sources: &[PathBuf]) -> bool {
    let built = changed(&web.join("dist/index.html"));
    let newest = sources.iter().filter_map(|source| newest(source)).max();
    built.is_none() || newest > built
}

fn newest(path: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter_map(|entry| newest(&entry.path())).chain(changed(path)).max()
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|file| file.modified()).ok()
}

fn build(web: &Path) -> Result<(), String> {
    // npm writes this file when it is done, so a half-made folder counts as missing.
    let installed = changed(&web.join("node_modules/.package-lock.json"));
    let locked = changed(&web.join("package-lock.json"));
    if installed.is_none() || locked > installed.map(|at| at + SAME_TIME) {
        npm(web, &["ci", "--no-audit", "--no-fund"])?;
    }
    npm(web, &["run", "build"])
}

fn npm(web: &Path, arguments: &[&str]) -> Result<(), String> {
    let named = format!("npm {}", arguments.join(" "));
    let output = Command::new("npm").args(arguments).current_dir(web).output();
    let output = output.map_err(|fault| {
        let missing = fault.kind() == io::ErrorKind::NotFound;
        let words = if missing { "install Node 20.19 or newer, which brings npm" } else { "" };
        format!("{named}: {fault}\n{words}")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let words = [output.stdout, output.stderr].concat();
    Err(format!("{named} failed:\n{}", String::from_utf8_lossy(&words)))
}

/// Each line is a warning of its own, or cargo shows only the first.
fn report(why: &str) -> ExitCode {
    let release = env::var("PROFILE").as_deref() == Ok("release");
    let kind = if release { "error" } else { "warning" };
    println!(
        "cargo::{kind}=the web front end was not built: the server would say so instead of showing it"
    );
    for line in why.lines().filter(|line| !line.trim().is_empty()).take(30) {
        println!("cargo::{kind}={line}");
    }
    if release { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
