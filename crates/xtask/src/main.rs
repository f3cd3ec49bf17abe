//! `cargo xtask`: everything that a contributor or a build machine types.
//!
//! [`doctor`] finds what a run needs and [`provide`] installs what is missing; [`postgres`] and
//! [`web`] are what the tests stand on. [`plan`] lists the stages, [`stage`] runs them, [`follow`]
//! one program of them, [`overdue`] ends one that takes too long, [`count`] reads its totals;
//! [`own`] are the checks that are written here. [`report`] says how it went. To add a stage: a line in [`plan`].

#![expect(clippy::print_stdout, reason = "talking to the person at the terminal is the job")]

mod count;
mod doctor;
mod follow;
mod overdue;
mod own;
mod plan;
mod postgres;
mod provide;
mod report;
mod stage;
mod stopwatch;
mod web;

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Build, check and test Roundtable")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Everything: installs what is missing, then runs every check and every test.
    Test,
    /// What is quick: format, lints, types, and the tests that need no server.
    Check,
    /// Builds the web front end.
    Web,
}

fn main() -> ExitCode {
    match run(&Cli::parse().task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Was all well?
fn run(task: &Task) -> Result<bool> {
    let root = workspace()?;
    match task {
        Task::Test => test(&root),
        Task::Check => {
            doctor::tools()?;
            let results = stage::run_all(&root, plan::check());
            Ok(report::show(&results))
        }
        Task::Web => {
            doctor::tools()?;
            web::build(&root)?;
            Ok(true)
        }
    }
}

fn test(root: &Path) -> Result<bool> {
    doctor::tools()?;
    let services = provide::services()?;
    let postgres = postgres::Cluster::start(&services.postgres)?;
    println!("PostgreSQL  a throw-away cluster on a socket of its own");
    let before = own::dirty(root)?;
    let results = stage::run_all(root, plan::test(&services, postgres.url(), before));
    postgres.stop();
    Ok(report::show(&results))
}

/// The folder of the workspace.
fn workspace() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).context("xtask lies two folders below the workspace")?;
    Ok(root.to_owned())
}
