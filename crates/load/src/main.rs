//! The `roundtable-load` command.

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use roundtable_core::language::Language;
use roundtable_load::Invitation;
use roundtable_load::rehearsal::{Leave, Options, Pace, Summary, rehearse};
use std::path::PathBuf;
use std::process::ExitCode;

/// Companions for a Roundtable session, over real sockets.
#[derive(Debug, Parser)]
#[command(name = "roundtable-load", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Plays a scripted session in three languages, with companions for every link that is not
    /// left to people.
    ///
    ///   roundtable practice --json --fresh > links.json &
    ///   roundtable-load rehearse links.json --leave facilitator=1
    Rehearse {
        /// The file with the line that `roundtable practice --json` prints; `-` reads it from
        /// standard input.
        links: PathBuf,
        /// How many links of a role are left to people, the first ones: `facilitator=1,participant=2`.
        #[arg(long, default_value = "", value_name = "ROLE=N,…")]
        leave: Leave,
        /// As slow as people, or without delays.
        #[arg(long, value_enum, default_value_t = Pace::Human)]
        pace: Pace,
        /// The language that the facilitators among the companions write: az, en or hy.
        #[arg(long, default_value = "en", value_parser = language)]
        language: Language,
        /// Ends with a summary in JSON on standard output.
        #[arg(long)]
        json: bool,
    },
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "az, en or hy".to_owned())
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("roundtable-load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let Command::Rehearse { links, leave, pace, language, json } = arguments.command;
    let invitation = read_links(&links)?;
    let summary = rehearse(&invitation, &Options { leave, pace, language }).await?;
    print(&summary, json)
}

/// Reads the first line: the program that prints it goes on running.
fn read_links(path: &std::path::Path) -> Result<Invitation> {
    let mut line = String::new();
    if path.as_os_str() == "-" {
        std::io::stdin().read_line(&mut line)?;
    } else {
        let text = std::fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
        line.push_str(text.lines().next().unwrap_or_default());
    }
    serde_json::from_str(&line)
        .context("this is not the line that `roundtable practice --json` prints")
}

#[expect(clippy::print_stdout, reason = "the summary is what this command is asked for")]
fn print(summary: &Summary, json: bool) -> Result<()> {
    if json {
        println!("{}", serde_json::to_string(summary)?);
    } else {
        println!(
            "{} messages, {} withdrawn, {} waited for a facilitator, {} returned, {} times \"I hear you\", {} s",
            summary.messages,
            summary.withdrawn,
            summary.held,
            summary.returned,
            summary.heard,
            summary.seconds
        );
    }
    Ok(())
}
