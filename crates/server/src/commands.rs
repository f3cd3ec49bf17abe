//! What the `roundtable` command does: one file a family.

pub mod keys;
pub mod record;
pub mod server;
pub mod session;

use crate::config::{Cli, Command, Settings, layer};
use anyhow::Result;

/// Does what the command line says.
pub async fn run(cli: Cli) -> Result<()> {
    if let Command::Verify { file, head } = cli.chosen() {
        return record::verify(&file, head.as_deref());
    }
    let settings = Settings::resolve(&cli, &layer::environment)?;
    match cli.chosen() {
        Command::Practice(args) => server::practice(settings, args).await,
        Command::Serve => server::serve(settings).await,
        Command::Session(command) => session::run(settings, command).await,
        Command::Keys(command) => keys::run(&settings, command).await,
        Command::Record { room } => record::print(settings, &room).await,
        Command::Verify { .. } => Ok(()),
    }
}

/// Standard output belongs to what was asked for: links, JSON, records.
#[expect(clippy::print_stdout, reason = "this is what the operator asked for")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}
