//! The `roundtable` command.

use clap::Parser;
use roundtable::{commands, config::Cli};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    commands::run(Cli::parse()).await
}
