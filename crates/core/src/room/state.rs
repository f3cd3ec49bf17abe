//! The parts of a room's state. Each state carries its own data, so that what is not true
//! cannot be written down.

use super::command::{Consent, Reason};
use super::fact::{Content, Decided, HoldReason, MessageRef, Standing};
use crate::id::{
    BodyId, MessageId, MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo,
};
use crate::language::Language;
use crate::roles::{Belonging, Role};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, VecDeque};

/// Nonces of a seat that are remembered, so that a resent command is harmless.
const NONCES: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum StageState {
    Waiting,
    Live(Live),
    Paused { live: Live, left: Span },
    Closed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Live {
    pub(super) phase: PhaseIndex,
    pub(super) ends: Timestamp,
}

/// What falls due by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Due {
    Decision(MessageId),
    Erasure(MessageId),
    Proposal(ProposalId),
}

/// A place in the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// What it is for.
    pub role: Role,
    /// Where it stands.
    pub belonging: Belonging,
    /// What the person agreed to.
    pub consents: BTreeSet<Consent>,
    /// Given up?
    pub left: bool,
    /// Name and languages, once she said them.
    pub introduced: Option<Introduced>,
    /// From where the lane of its role may be read: after this position.
    pub(super) role_lane_after: Position,
    pub(super) nonces: VecDeque<Nonce>,
}

/// What a person said of herself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduced {
    /// Where her name lies.
    pub name: BodyId,
    /// Writes in.
    pub writes: Language,
    /// Reads.
    pub reads: Vec<Language>,
}

impl Seat {
    /// A seat that somebody was just given.
    pub(super) fn given_out(role: Role, belonging: Belonging, consents: BTreeSet<Consent>) -> Self {
        Self {
            role,
            belonging,
            consents,
            left: false,
            introduced: None,
            role_lane_after: Position(0),
            nonces: VecDeque::new(),
        }
    }

    pub(super) fn remember(&mut self, nonce: Nonce) {
        if self.nonces.len() == NONCES {
            self.nonces.pop_front();
        }
        self.nonces.push_back(nonce);
    }

    pub(super) fn has_sent(&self, nonce: &Nonce) -> bool {
        self.nonces.contains(nonce)
    }
}

/// A message, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its names.
    pub names: MessageRef,
    /// What it carries.
    pub content: Content,
    /// Where it stands.
    pub state: MessageState,
    /// Lines to its author.
    pub notes: Vec<BodyId>,
    /// Who hears it.
    pub heard: BTreeSet<SeatNo>,
    /// The record's entry for its hold, which later entries point to.
    pub entry: Option<u64>,
}

impl Message {
    /// Its public number.
    pub const fn number(&self) -> Option<MessageNumber> {
        self.names.number
    }

    /// Every text that belongs to it.
    pub fn bodies(&self) -> Vec<BodyId> {
        let own = [Some(self.content.text), self.content.content_note];
        own.into_iter().flatten().chain(self.notes.iter().copied()).collect()
    }
}

/// A decision that has not taken effect yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingDecision {
    /// What.
    pub decided: Decided,
    /// By whom.
    pub by: SeatNo,
    /// When it takes effect.
    pub due: Timestamp,
}

/// Where a message stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MessageState {
    /// Said in this very decision; what follows in it says where it stands.
    Said,
    /// Waits.
    Held {
        /// Why.
        why: HoldReason,
        /// What a facilitator decided, while it can be taken back.
        pending: Option<PendingDecision>,
    },
    /// Lies with its author.
    Returned {
        /// Why.
        reason: Reason,
        /// A line to her.
        note: Option<BodyId>,
        /// Who decided.
        by: SeatNo,
    },
    /// In the room.
    Published,
    /// Folded away.
    Hidden {
        /// Why.
        reason: Reason,
        /// A line to the author.
        note: Option<BodyId>,
        /// By whom.
        by: SeatNo,
    },
    /// Not, or no longer, in the room.
    Removed {
        /// Why.
        reason: Reason,
        /// A line to the author.
        note: Option<BodyId>,
        /// Who decided.
        by: Vec<SeatNo>,
    },
    /// Taken back by its author; erased when due.
    Withdrawn {
        /// What it is again if she lets it stand.
        again: Standing,
        /// Until when she may.
        until: Timestamp,
    },
    /// Its words are gone.
    Erased,
}

impl MessageState {
    /// What an undone withdrawal leads back to; `None` where there is nothing to take back.
    pub fn standing(&self) -> Option<Standing> {
        match self {
            Self::Held { why, .. } => Some(Standing::Held { why: why.clone() }),
            Self::Returned { reason, note, by } => {
                Some(Standing::Returned { reason: *reason, note: *note, by: *by })
            }
            Self::Published => Some(Standing::Published),
            Self::Hidden { reason, note, by } => {
                Some(Standing::Hidden { reason: *reason, note: *note, by: *by })
            }
            Self::Removed { reason, note, by } => {
                Some(Standing::Removed { reason: *reason, note: *note, by: by.clone() })
            }
            Self::Said | Self::Withdrawn { .. } | Self::Erased => None,
        }
    }
}

impl From<Standing> for MessageState {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Held { why } => Self::Held { why, pending: None },
            Standing::Returned { reason, note, by } => Self::Returned { reason, note, by },
            Standing::Published => Self::Published,
            Standing::Hidden { reason, note, by } => Self::Hidden { reason, note, by },
            Standing::Removed { reason, note, by } => Self::Removed { reason, note, by },
        }
    }
}
