//! The agenda: what happens in which order.

use serde::{Deserialize, Serialize};

/// One part of the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Phase {
    /// A code; its words are `phase-<code>` in the catalogues.
    pub name: String,
    /// Who may speak when.
    pub mode: Mode,
    /// Planned length. The end is soft: nobody is cut off.
    pub minutes: u16,
    /// Who may write.
    pub writers: Writers,
    /// Which kinds of message fit here.
    pub kinds: Vec<Kind>,
    /// How strictly messages are screened.
    pub screening: Screened,
}

/// How the floor works in a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Whoever may write, writes.
    Open,
}

/// Who may write in a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Writers {
    /// Facilitators alone: a welcome, a reading of the rules.
    Facilitators,
    /// Participants and facilitators.
    Everyone,
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Said simply.
    Plain,
    /// Something the author lived through.
    Story,
    /// To a person or to all.
    Question,
    /// What I heard: another's words in one's own.
    Reflection,
    /// "I acknowledge that …"
    Acknowledgement,
    /// Something the group could do.
    Proposal,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Story,
        Self::Question,
        Self::Reflection,
        Self::Acknowledgement,
        Self::Proposal,
    ];
}

/// How strictly messages are screened in a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Screened {
    /// Holds only what a rule holds.
    Open,
    /// Also holds what was sent on over a nudge.
    Screened,
    /// Holds everything.
    Strict,
}
