//! Facts: what happened, in the past tense. They are what the log keeps, for ever.
//!
//! A fact stands by itself: which lanes it belongs to, and what each lane may know of it, follow
//! from the fact alone. It holds codes, numbers and names of bodies, never a free text.
//!
//! To add one: a variant here with its lanes, its `apply`, its golden JSON in `tests/golden`,
//! its form on the wire in `roundtable-protocol`. Fields are only ever added, with a default.

use super::command::{Consent, PauseReason, Reason};
use crate::id::{
    BodyId, MessageId, MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo,
};
use crate::keys::Act;
use crate::language::Language;
use crate::roles::{Belonging, Role};
use crate::session::{Kind, Settings};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the shapes below; a row keeps the one it was written with.
pub const FACT_VERSION: u16 = 1;

/// Who may see a fact. Each lane has its own dense counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Everybody in the room.
    All,
    /// Facilitators.
    Facilitators,
    /// Interpreters.
    Interpreters,
    /// One seat.
    Seat(SeatNo),
}

/// A message by each of its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageRef {
    /// Its internal name.
    pub id: MessageId,
    /// Who wrote it.
    pub author: SeatNo,
    /// The author's name for it.
    pub nonce: Nonce,
    /// The facilitators' name for it, if it ever waited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<Position>,
    /// Everybody's name for it, once it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<MessageNumber>,
}

/// What a message carries, apart from its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What it is.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// Where its text lies.
    pub text: BodyId,
    /// Where its content note lies, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_note: Option<BodyId>,
}

/// Why a message waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum HoldReason {
    /// Every message of this phase is read first.
    Phase,
    /// A rule asks for it.
    Rule {
        /// The rule's stable name.
        rule: String,
        /// The rule set it belongs to.
        rule_set: String,
        /// Byte offsets into the text.
        span: (usize, usize),
    },
    /// The rules asked to reconsider and the author sent it on.
    Insisted {
        /// The rule's stable name.
        rule: String,
        /// The rule set it belongs to.
        rule_set: String,
        /// Byte offsets into the text.
        span: (usize, usize),
    },
    /// It was returned once and comes back changed.
    Returned,
}

/// What a facilitator decided about a message that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Decided {
    /// Into the room.
    Approved,
    /// Back to the author.
    Returned {
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
    },
    /// Not into the room.
    Removed {
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
    },
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The session was arranged; the room exists.
    Scheduled {
        /// Its rules and agenda.
        settings: Settings,
    },
    /// A seat was given out.
    SeatAdmitted {
        /// Which.
        seat: SeatNo,
        /// What for.
        role: Role,
        /// Where it stands, as far as the organizer set it.
        belonging: Belonging,
        /// What the person agreed to.
        consents: BTreeSet<Consent>,
    },
    /// A person said how to be called, where she stands and which languages she uses.
    SeatIntroduced {
        /// Whose seat.
        seat: SeatNo,
        /// Its role at that moment.
        role: Role,
        /// Where she stands.
        belonging: Belonging,
        /// Writes in.
        writes: Language,
        /// Reads, her own first.
        reads: Vec<Language>,
        /// Where the name lies.
        name: BodyId,
        /// Where the name lay that she had before; it is erased.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<BodyId>,
    },
    /// A seat changed what it is for.
    SeatRoleChanged {
        /// Whose.
        seat: SeatNo,
        /// Its new role.
        role: Role,
    },
    /// A person gave her seat up.
    SeatLeft {
        /// Whose.
        seat: SeatNo,
    },
    /// The first key was turned.
    ProposalMade {
        /// Its number.
        proposal: ProposalId,
        /// For what.
        act: Act,
        /// By whom.
        by: SeatNo,
        /// When it expires.
        due: Timestamp,
    },
    /// The second key was turned.
    ProposalSeconded {
        /// Which.
        proposal: ProposalId,
        /// For what.
        act: Act,
        /// By whom.
        by: SeatNo,
    },
    /// A key-holder refused.
    ProposalDeclined {
        /// Which.
        proposal: ProposalId,
        /// For what.
        act: Act,
        /// By whom.
        by: SeatNo,
    },
    /// Nobody answered in time.
    ProposalExpired {
        /// Which.
        proposal: ProposalId,
        /// For what.
        act: Act,
    },
    /// What it was about changed.
    ProposalDropped {
        /// Which.
        proposal: ProposalId,
        /// For what.
        act: Act,
    },
    /// The room opened.
    Opened,
    /// A phase began, or began again.
    PhaseBegan {
        /// Which.
        phase: PhaseIndex,
        /// Its soft end.
        ends: Timestamp,
    },
    /// The phase got more or less time.
    PhaseEndMoved {
        /// Which.
        phase: PhaseIndex,
        /// Its new soft end.
        ends: Timestamp,
    },
    /// The room was frozen.
    Paused {
        /// By whom.
        by: SeatNo,
        /// Why.
        reason: PauseReason,
        /// What was left of the phase.
        left: Span,
    },
    /// It went on.
    Resumed {
        /// By whom.
        by: SeatNo,
        /// The phase's new soft end.
        ends: Timestamp,
    },
    /// The meeting ended.
    Closed {
        /// Before its last phase?
        early: bool,
    },
    /// Something was said. It is in no lane; what follows it is.
    MessageSaid {
        /// Its names.
        message: MessageRef,
        /// What it carries.
        content: Content,
    },
    /// It waits for a facilitator.
    MessageHeld {
        /// Its names.
        message: MessageRef,
        /// What it carries.
        content: Content,
        /// Why it waits.
        why: HoldReason,
    },
    /// Its author changed it before publication.
    MessageEdited {
        /// Its names.
        message: MessageRef,
        /// What it carries now.
        content: Content,
        /// Where the words lay that it had before; they are erased.
        before: Vec<BodyId>,
    },
    /// A facilitator decided; it takes effect when due.
    HoldDecided {
        /// Its names.
        message: MessageRef,
        /// What.
        decided: Decided,
        /// By whom.
        by: SeatNo,
        /// When it takes effect.
        due: Timestamp,
    },
    /// The decision was taken back before it took effect.
    HoldDecisionUndone {
        /// Its names.
        message: MessageRef,
        /// By whom.
        by: SeatNo,
    },
    /// It is in the room.
    MessagePublished {
        /// Its names.
        message: MessageRef,
        /// What it carries.
        content: Content,
    },
    /// It went back to its author.
    MessageReturned {
        /// Its names.
        message: MessageRef,
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// Who decided.
        by: SeatNo,
    },
    /// It is not, or no longer, in the room.
    MessageRemoved {
        /// Its names; a published one has its number.
        message: MessageRef,
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// Who decided: one for a held message, two for a published one.
        by: Vec<SeatNo>,
    },
    /// It was folded away by one key.
    MessageHidden {
        /// Its names.
        message: MessageRef,
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// By whom.
        by: SeatNo,
    },
    /// It is shown again.
    MessageShown {
        /// Its names.
        message: MessageRef,
        /// What it carries.
        content: Content,
        /// By whom.
        by: SeatNo,
    },
    /// Its author took it back; erased when due.
    MessageWithdrawn {
        /// Its names.
        message: MessageRef,
        /// Until when she may let it stand after all.
        until: Timestamp,
    },
    /// She let it stand after all; it is again what it was.
    WithdrawalUndone {
        /// Its names.
        message: MessageRef,
        /// What it carries.
        content: Content,
        /// What it is again.
        again: Standing,
    },
    /// Its words are gone.
    MessageErased {
        /// Its names.
        message: MessageRef,
        /// What was erased.
        bodies: Vec<BodyId>,
    },
    /// Somebody hears it.
    Heard {
        /// Its names.
        message: MessageRef,
        /// Who.
        by: SeatNo,
        /// How many do now.
        count: u32,
    },
    /// Somebody took it back.
    Unheard {
        /// Its names.
        message: MessageRef,
        /// Who.
        by: SeatNo,
        /// How many do now.
        count: u32,
    },
}

/// What a message is again when its withdrawal is undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// It waits.
    Held {
        /// Why.
        why: HoldReason,
    },
    /// It lies with its author.
    Returned {
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// Who decided.
        by: SeatNo,
    },
    /// It is in the room.
    Published,
    /// It is folded away.
    Hidden {
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// By whom.
        by: SeatNo,
    },
    /// It is not, or no longer, in the room.
    Removed {
        /// Why.
        reason: Reason,
        /// A line to the author.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<BodyId>,
        /// Who decided.
        by: Vec<SeatNo>,
    },
}

impl Fact {
    /// The lanes that it belongs to, in a fixed order. The same fact may have a different form
    /// in each; an empty answer means that only the log knows.
    pub fn lanes(&self) -> Vec<Lane> {
        use Lane::{All, Facilitators, Seat};
        match self {
            Self::Scheduled { .. }
            | Self::Opened
            | Self::PhaseBegan { .. }
            | Self::PhaseEndMoved { .. }
            | Self::Paused { .. }
            | Self::Resumed { .. }
            | Self::Closed { .. }
            | Self::SeatRoleChanged { .. }
            | Self::SeatLeft { .. } => vec![All],
            Self::SeatAdmitted { seat, .. } | Self::SeatIntroduced { seat, .. } => {
                vec![All, Facilitators, Seat(*seat)]
            }
            Self::ProposalMade { .. }
            | Self::ProposalSeconded { .. }
            | Self::ProposalDeclined { .. }
            | Self::ProposalExpired { .. }
            | Self::ProposalDropped { .. }
            | Self::HoldDecided { .. }
            | Self::HoldDecisionUndone { .. } => vec![Facilitators],
            Self::MessageSaid { .. } => vec![],
            Self::MessageHeld { message, .. }
            | Self::MessageEdited { message, .. }
            | Self::MessageReturned { message, .. } => vec![Facilitators, Seat(message.author)],
            Self::MessagePublished { message, .. }
            | Self::MessageRemoved { message, .. }
            | Self::MessageWithdrawn { message, .. }
            | Self::WithdrawalUndone { message, .. } => Self::message_lanes(message),
            Self::MessageHidden { message, .. } | Self::MessageShown { message, .. } => {
                vec![All, Facilitators, Seat(message.author)]
            }
            Self::MessageErased { message, .. } => vec![Seat(message.author)],
            Self::Heard { message, by, .. } | Self::Unheard { message, by, .. } => {
                vec![All, Seat(*by), Seat(message.author)]
            }
        }
    }

    /// The message that it is about, if it is about one.
    pub const fn message(&self) -> Option<&MessageRef> {
        match self {
            Self::MessageSaid { message, .. }
            | Self::MessageHeld { message, .. }
            | Self::MessageEdited { message, .. }
            | Self::HoldDecided { message, .. }
            | Self::HoldDecisionUndone { message, .. }
            | Self::MessagePublished { message, .. }
            | Self::MessageReturned { message, .. }
            | Self::MessageRemoved { message, .. }
            | Self::MessageHidden { message, .. }
            | Self::MessageShown { message, .. }
            | Self::MessageWithdrawn { message, .. }
            | Self::WithdrawalUndone { message, .. }
            | Self::MessageErased { message, .. }
            | Self::Heard { message, .. }
            | Self::Unheard { message, .. } => Some(message),
            Self::Scheduled { .. }
            | Self::SeatAdmitted { .. }
            | Self::SeatIntroduced { .. }
            | Self::SeatRoleChanged { .. }
            | Self::SeatLeft { .. }
            | Self::ProposalMade { .. }
            | Self::ProposalSeconded { .. }
            | Self::ProposalDeclined { .. }
            | Self::ProposalExpired { .. }
            | Self::ProposalDropped { .. }
            | Self::Opened
            | Self::PhaseBegan { .. }
            | Self::PhaseEndMoved { .. }
            | Self::Paused { .. }
            | Self::Resumed { .. }
            | Self::Closed { .. } => None,
        }
    }

    /// The texts that it says are gone.
    pub fn erased(&self) -> Vec<BodyId> {
        if let Self::MessageErased { bodies, .. } | Self::MessageEdited { before: bodies, .. } =
            self
        {
            return bodies.clone();
        }
        if let Self::SeatIntroduced { before: Some(before), .. } = self {
            vec![*before]
        } else {
            vec![]
        }
    }

    /// The texts that it names, apart from those that it says are gone.
    pub fn bodies(&self) -> Vec<BodyId> {
        let content = |content: &Content| vec![Some(content.text), content.content_note];
        match self {
            Self::SeatIntroduced { name, .. } => vec![Some(*name)],
            Self::MessageSaid { content: c, .. }
            | Self::MessageHeld { content: c, .. }
            | Self::MessageEdited { content: c, .. }
            | Self::MessagePublished { content: c, .. }
            | Self::MessageShown { content: c, .. } => content(c),
            Self::WithdrawalUndone { content: c, again, .. } => {
                let note = match again {
                    Standing::Returned { note, .. }
                    | Standing::Hidden { note, .. }
                    | Standing::Removed { note, .. } => *note,
                    Standing::Held { .. } | Standing::Published => None,
                };
                content(c).into_iter().chain([note]).collect()
            }
            Self::HoldDecided { decided, .. } => match decided {
                Decided::Approved => vec![],
                Decided::Returned { note, .. } | Decided::Removed { note, .. } => vec![*note],
            },
            Self::MessageReturned { note, .. }
            | Self::MessageRemoved { note, .. }
            | Self::MessageHidden { note, .. } => vec![*note],
            Self::Scheduled { .. }
            | Self::SeatAdmitted { .. }
            | Self::SeatRoleChanged { .. }
            | Self::SeatLeft { .. }
            | Self::ProposalMade { .. }
            | Self::ProposalSeconded { .. }
            | Self::ProposalDeclined { .. }
            | Self::ProposalExpired { .. }
            | Self::ProposalDropped { .. }
            | Self::Opened
            | Self::PhaseBegan { .. }
            | Self::PhaseEndMoved { .. }
            | Self::Paused { .. }
            | Self::Resumed { .. }
            | Self::Closed { .. }
            | Self::HoldDecisionUndone { .. }
            | Self::MessageWithdrawn { .. }
            | Self::MessageErased { .. }
            | Self::Heard { .. }
            | Self::Unheard { .. } => vec![],
        }
        .into_iter()
        .flatten()
        .collect()
    }

    /// A published message concerns everybody; one that ever waited, the facilitators' desk too.
    fn message_lanes(message: &MessageRef) -> Vec<Lane> {
        let everybody = message.number.map(|_| Lane::All);
        let desk = message.desk.map(|_| Lane::Facilitators);
        everybody.into_iter().chain(desk).chain([Lane::Seat(message.author)]).collect()
    }
}
