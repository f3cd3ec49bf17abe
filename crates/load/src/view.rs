//! What one seat knows: the fold of the events it was sent.
//!
//! Two clients of one seat that saw the same events have equal views, whatever way the events
//! came and however often the connection was cut. Words that left the screen are forgotten here
//! too, so that a view folded live equals one folded later from the history.
//!
//! To follow a new event: a line in `view/fold.rs`, in the part of its readers.

mod fold;
#[cfg(test)]
mod tests;

use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role, Stage};
use roundtable_core::room::command::Reason;
use roundtable_core::session::Settings;
use roundtable_protocol::event::{Outcome, Said, WireVerdict};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the events, by the same names")]
pub struct Person {
    pub role: Role,
    /// Where it is public.
    pub belonging: Option<Belonging>,
    pub name: Option<String>,
    pub writes: Option<Language>,
    pub left: bool,
}

/// What everybody sees of a published message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Shown {
    Published,
    Hidden,
    Removed,
    Withdrawn,
}

/// A published message, or what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Who wrote it.
    pub seat: SeatNo,
    /// What it says; without words when it is not shown.
    pub said: Said,
    /// Whether it is shown.
    pub shown: Shown,
    /// How many hear it.
    pub heard: u32,
}

/// What a message is to its author. Every message shows exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Standing {
    Waiting,
    Published,
    Returned(Reason),
    Removed(Reason),
    Hidden(Reason),
    Withdrawn,
    Erased,
}

/// One's own message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// What it is now.
    pub standing: Standing,
    /// Its number, once it was published.
    pub number: Option<MessageNumber>,
    /// Its words, while it waits or is in the room.
    pub said: Option<Said>,
}

/// A message on the facilitators' desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who wrote it.
    pub seat: SeatNo,
    /// What it says, while it waits.
    pub said: Option<Said>,
    /// A decision that has not taken effect, and whose.
    pub decided: Option<(WireVerdict, SeatNo)>,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

impl Held {
    /// Waits, and nobody has decided.
    pub fn waits(&self) -> bool {
        self.decided.is_none() && self.outcome.is_none()
    }
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Turned {
    Waiting,
    Seconded,
    Declined,
    Expired,
    Dropped,
}

/// A proposal, as key-holders see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What would happen.
    pub act: Act,
    /// Who turned the first key.
    pub by: SeatNo,
    /// Where it stands.
    pub turned: Turned,
}

/// Everything that a seat knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The rules and the agenda.
    pub settings: Option<Settings>,
    /// Where the room is.
    pub stage: Stage,
    /// The phase that runs.
    pub phase: Option<PhaseIndex>,
    /// Who is here.
    pub people: BTreeMap<SeatNo, Person>,
    /// What was published, by number.
    pub messages: BTreeMap<MessageNumber, Published>,
    /// One's own messages, by nonce.
    pub mine: BTreeMap<Nonce, Mine>,
    /// What this seat hears.
    pub hears: BTreeSet<MessageNumber>,
    /// Who hears this seat.
    pub heard_by: BTreeMap<MessageNumber, BTreeSet<SeatNo>>,
    /// Where everybody stands; facilitators alone.
    pub belongings: BTreeMap<SeatNo, Belonging>,
    /// The desk; facilitators alone.
    pub desk: BTreeMap<Position, Held>,
    /// The proposals; facilitators alone.
    pub proposals: BTreeMap<ProposalId, Proposed>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            settings: None,
            stage: Stage::Waiting,
            phase: None,
            people: BTreeMap::new(),
            messages: BTreeMap::new(),
            mine: BTreeMap::new(),
            hears: BTreeSet::new(),
            heard_by: BTreeMap::new(),
            belongings: BTreeMap::new(),
            desk: BTreeMap::new(),
            proposals: BTreeMap::new(),
        }
    }
}

impl View {
    /// The words in the room, in the order of publication.
    pub fn texts(&self) -> Vec<&str> {
        self.messages.values().filter_map(|message| message.said.text.as_deref()).collect()
    }

    /// The proposal of this act that waits for its second key.
    pub fn waiting_proposal(&self, act: Act) -> Option<ProposalId> {
        let waits = |p: &&Proposed| p.act == act && p.turned == Turned::Waiting;
        self.proposals.iter().find(|(_, p)| waits(p)).map(|(id, _)| *id)
    }
}
