//! The `roundtable` command.

use clap::Parser;
use roundtable::{commands, config::Cli};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match commands::run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        // The whole chain on one line, without a backtrace: it says what to do.
        Err(error) => {
            eprintln!("roundtable: {error:#}");
            ExitCode::FAILURE
        }
    }
}
