//! `keys init | rotate | backup | restore`.

use super::say;
use crate::clock::{Clock, SystemClock};
use crate::config::{KeysCommand, Settings};
use crate::control::{self, Request};
use crate::keys_folder::KeysFolder;
use anyhow::Result;
use serde_json::Value;

/// Does it.
pub async fn run(settings: &Settings, command: KeysCommand) -> Result<()> {
    let now = SystemClock.now();
    match command {
        KeysCommand::Init => {
            KeysFolder::init(&settings.keys, now)?;
            say(&format!(
                "Keys are in {}. Whoever has them and the data can read everything: keep both apart.",
                settings.keys.display()
            ));
        }
        KeysCommand::Rotate => {
            let kid = KeysFolder::open(&settings.keys)?.rotate(now)?;
            let told = control::ask::<Value>(&settings.data, &Request::KeysRotated).await?;
            let server =
                if told.is_some() { "The running server uses it." } else { "No server runs." };
            say(&format!("The signing key is now {kid}. {server}"));
        }
        KeysCommand::Backup { dir } => {
            KeysFolder::open(&settings.keys)?.backup(&dir)?;
            say(&format!(
                "The keys are copied to {}. An older copy there was replaced.",
                dir.display()
            ));
        }
        KeysCommand::Restore { dir } => {
            KeysFolder::restore(&settings.keys, &dir)?;
            say(&format!(
                "The keys in {} are back. Purged ones stay purged.",
                settings.keys.display()
            ));
        }
    }
    Ok(())
}
