//! `session new` and `session status`: through the running server, or without one.

use super::{say, server};
use crate::config::{SessionCommand, Settings};
use crate::control::{self, Request};
use crate::operator;
use crate::sessions::Invited;
use anyhow::{Context, Result};
use roundtable_core::id::RoomId;
use serde_json::Value;

/// Does it.
pub async fn run(settings: Settings, command: SessionCommand) -> Result<()> {
    match command {
        SessionCommand::New { template, participants, json } => {
            let answer = ask(&settings, Request::SessionNew { template, participants }).await?;
            say(&if json {
                answer.to_string()
            } else {
                invited_words(&serde_json::from_value(answer)?)
            });
        }
        SessionCommand::Status { room, json } => {
            let room = room.as_deref().map(room_id).transpose()?;
            let answer = ask(&settings, Request::SessionStatus { room }).await?;
            say(&if json { answer.to_string() } else { status_words(&answer) });
        }
    }
    Ok(())
}

/// A room's name, as status shows it.
pub fn room_id(text: &str) -> Result<RoomId> {
    RoomId::parse(text)
        .context("a room's name is 32 hex digits; `roundtable session status` shows them")
}

/// Asks the running server; when none runs, opens the folder and does it here.
pub async fn ask(settings: &Settings, request: Request) -> Result<Value> {
    if let Some(answer) = control::ask::<Value>(&settings.data, &request).await? {
        return Ok(answer);
    }
    let started = server::open(settings).await?;
    let origin = settings.origin(settings.listen);
    let answer = operator::answer(&started.rooms, &origin, request).await;
    started.life.ask();
    started.life.end(std::time::Duration::from_secs(5)).await;
    started.rooms.world().store.close().await;
    Ok(answer?)
}

fn invited_words(invited: &Invited) -> String {
    let mut lines = vec![format!("Room {}", invited.room), String::new()];
    lines.extend(invited.links.lines());
    lines.push(String::new());
    lines.push("Each link works once, for 72 hours, and is shown only now.".to_owned());
    lines.join("\n")
}

fn status_words(rooms: &Value) -> String {
    let rooms = rooms.as_array().map(Vec::as_slice).unwrap_or_default();
    if rooms.is_empty() {
        return "There is no session yet. Make one: roundtable session new listening-circle"
            .to_owned();
    }
    let line = |room: &Value| {
        let seats = room["seats"].as_array().map_or(0, Vec::len);
        format!(
            "{}  {}  {}  seats {seats}  messages {}  waiting {}  record {}",
            room["room"].as_str().unwrap_or_default(),
            room["stage"].as_str().unwrap_or_default(),
            room["settings"]["template"].as_str().unwrap_or("not scheduled"),
            room["messages"],
            room["waiting"],
            room["record_entries"],
        )
    };
    rooms.iter().map(line).collect::<Vec<_>>().join("\n")
}
