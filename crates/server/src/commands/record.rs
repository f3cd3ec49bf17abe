//! `record` and `verify`.

use super::session::{ask, room_id};
use crate::config::Settings;
use crate::control::Request;
use anyhow::{Context, Result, anyhow};
use roundtable_core::record::{Digest, verify::verify as check};
use std::io::Write;
use std::path::Path;

/// Prints a room's record.
pub async fn print(settings: Settings, room: &str) -> Result<()> {
    let answer = ask(&settings, Request::Record { room: room_id(room)? }).await?;
    let text = answer.as_str().context("the record is not a text")?;
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

/// Checks a record file, offline.
pub fn verify(file: &Path, head: Option<&str>) -> Result<()> {
    let bytes =
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let text =
        String::from_utf8(bytes).map_err(|_| anyhow!("this is no record: it is not text"))?;
    let witness =
        head.map(|head| Digest::parse(head).context("--head takes 64 hex digits")).transpose()?;
    let verified = check(&text, witness)?;
    super::say(&format!(
        "The record of room {} is whole: {} entries, {} of them erased.\nIts head: {}",
        verified.seal.room, verified.seal.entries, verified.erased, verified.seal.head
    ));
    if witness.is_none() {
        super::say("Compare the head with the one that the other side kept: --head HEX does it.");
    }
    Ok(())
}
