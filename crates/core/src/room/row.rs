//! A row of the log: one decision, all or nothing.

use super::command::Actor;
use super::fact::{Fact, Lane};
use crate::id::{BodyId, Nonce, Position, RoomId, Seq};
use crate::record::Digest;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// One decision as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// In which room.
    pub room: RoomId,
    /// Its place in the room's log.
    pub seq: Seq,
    /// When it was decided.
    pub at: Timestamp,
    /// On whose command.
    pub by: Actor,
    /// The client's name for the command.
    pub nonce: Option<Nonce>,
    /// The version of the facts' shapes.
    pub version: u16,
    /// What happened, at least one.
    pub facts: Vec<Fact>,
    /// The record's commitments for those facts that count, in order; the chain's head is folded
    /// from them.
    pub commitments: Vec<Digest>,
}

/// Where one fact stands in one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LanePlace {
    /// Which lane.
    pub lane: Lane,
    /// Its place there, from 1, dense.
    pub position: Position,
    /// The row that holds the fact.
    pub seq: Seq,
    /// Which of the row's facts, from 0.
    pub fact: u16,
}

/// Which key of the session a text is sealed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyClass {
    /// What was said: the session's key.
    Words,
    /// What somebody is called: the series' key.
    Names,
}

/// A text on its way out of the log, still open: the shell seals it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its name.
    pub id: BodyId,
    /// Which key seals it.
    pub class: BodyClass,
    /// The bytes.
    pub text: String,
}
