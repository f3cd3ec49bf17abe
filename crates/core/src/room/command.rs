//! Commands: what somebody wants to happen, in the imperative.
//!
//! To add one: a variant here, its [`Intent`], its row in the matrix, a function in `decide/`,
//! the fact it leads to.

use crate::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use crate::keys::Act;
use crate::language::Language;
use crate::moderation::Screening;
use crate::roles::{Belonging, Intent, Role};
use crate::session::{Kind, Settings};
use crate::text::{ContentNote, MessageText, Note, SeatName};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who sends a command. A seat's role is looked up in the room, never carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A person in the session.
    Seat(SeatNo),
    /// Whoever arranges the session, through the server.
    Organizer,
    /// Time passing.
    System,
}

/// A use that a person agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// Takes part, having read who sees what.
    TakePart,
    /// Her words may be used in the summary, whose draft she sees first.
    Summary,
}

/// Why a message is returned, removed or hidden: a chip with words in every catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Names a place where somebody lives.
    Place,
    /// Names a third person.
    ThirdPerson,
    /// Blames a whole people.
    WholePeople,
    /// Graphic without a content note.
    Graphic,
    /// Belongs to another part of the meeting.
    OffTopic,
    /// Said in the note.
    Other,
}

/// Why a room is paused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PauseReason {
    /// Somebody needs a moment.
    Rest,
    /// It became too much at once.
    Slow,
    /// Interpreting cannot keep up.
    Interpreting,
    /// Something does not work.
    Technical,
}

/// What one message carries when it is sent or edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: MessageText,
    /// What the author says before it, if she chose to.
    pub content_note: Option<ContentNote>,
    /// What the shell's rule set found in it.
    pub screening: Screening,
}

/// A decision of a facilitator about a message that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Into the room.
    Approve,
    /// Back to the author, as her draft.
    Return {
        /// Why.
        reason: Reason,
        /// A line to the author.
        note: Option<Note>,
    },
    /// Not into the room; the author reads why and can appeal.
    Remove {
        /// Why.
        reason: Reason,
        /// A line to the author.
        note: Option<Note>,
    },
}

/// What a seat asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatCommand {
    /// Say how to be called, where one stands, which languages. May be said again.
    Introduce {
        /// The name in the room.
        name: SeatName,
        /// The shell compared the name with the others in the room: is it somebody else's?
        taken: bool,
        /// Where she stands. For seats whose side an organizer set, ignored.
        belonging: Belonging,
        /// The language she writes in.
        writes: Language,
        /// The languages she reads, her own first.
        reads: Vec<Language>,
    },
    /// Give the seat up.
    Leave,
    /// Turn the first key.
    Propose {
        /// To what.
        act: Act,
    },
    /// Turn the second key.
    Second {
        /// On which proposal.
        proposal: ProposalId,
    },
    /// Refuse the second key.
    Decline {
        /// On which proposal.
        proposal: ProposalId,
    },
    /// Say something.
    Say {
        /// What it is.
        kind: Kind,
        /// In which language.
        language: Language,
        /// The words.
        words: Words,
        /// Send it although the rules asked to reconsider.
        insist: bool,
    },
    /// Change one's words before they are published.
    Edit {
        /// The nonce it was said with.
        mine: Nonce,
        /// The new words.
        words: Words,
    },
    /// Take one's words back.
    Withdraw {
        /// The nonce it was said with.
        mine: Nonce,
    },
    /// Within ten seconds: let them stand after all.
    UndoWithdraw {
        /// The nonce it was said with.
        mine: Nonce,
    },
    /// "I hear you."
    Hear {
        /// Which message.
        number: MessageNumber,
    },
    /// Take an "I hear you" back.
    Unhear {
        /// Which message.
        number: MessageNumber,
    },
    /// Decide about a message that waits.
    Decide {
        /// Its place in the facilitators' lane.
        desk: Position,
        /// What is decided.
        verdict: Verdict,
    },
    /// Take a decision back while it has not taken effect.
    UndoDecision {
        /// The message's place in the facilitators' lane.
        desk: Position,
    },
    /// Fold a published message away until it is shown again or removed by two.
    Hide {
        /// Which message.
        number: MessageNumber,
        /// Why.
        reason: Reason,
        /// A line to the author.
        note: Option<Note>,
    },
    /// Show a hidden message again.
    Show {
        /// Which message.
        number: MessageNumber,
    },
    /// Freeze the room.
    Pause {
        /// Why.
        reason: PauseReason,
    },
    /// Let it go on.
    Resume,
    /// To the next phase.
    NextPhase {
        /// The phase that the facilitator saw, so that two presses move one phase.
        from: PhaseIndex,
    },
    /// Back to the phase before.
    PreviousPhase {
        /// The phase that the facilitator saw.
        from: PhaseIndex,
    },
    /// Give the phase more or less time.
    MovePhaseEnd {
        /// The phase that the facilitator saw.
        from: PhaseIndex,
        /// Minutes, negative for less.
        minutes: i16,
    },
    /// End the meeting in its last phase.
    Close,
}

impl SeatCommand {
    /// What it wants, for the permission matrix.
    pub const fn intent(&self) -> Intent {
        match self {
            Self::Introduce { .. } => Intent::Introduce,
            Self::Leave => Intent::Leave,
            Self::Propose { .. } => Intent::Propose,
            Self::Second { .. } => Intent::Second,
            Self::Decline { .. } => Intent::Decline,
            Self::Say { .. } => Intent::Say,
            Self::Edit { .. } => Intent::Edit,
            Self::Withdraw { .. } => Intent::Withdraw,
            Self::UndoWithdraw { .. } => Intent::UndoWithdraw,
            Self::Hear { .. } => Intent::Hear,
            Self::Unhear { .. } => Intent::Unhear,
            Self::Decide { verdict: Verdict::Approve, .. } => Intent::Approve,
            Self::Decide { verdict: Verdict::Return { .. }, .. } => Intent::Return,
            Self::Decide { verdict: Verdict::Remove { .. }, .. } => Intent::Remove,
            Self::UndoDecision { .. } => Intent::UndoDecision,
            Self::Hide { .. } => Intent::Hide,
            Self::Show { .. } => Intent::Show,
            Self::Pause { .. } => Intent::Pause,
            Self::Resume => Intent::Resume,
            Self::NextPhase { .. } => Intent::NextPhase,
            Self::PreviousPhase { .. } => Intent::PreviousPhase,
            Self::MovePhaseEnd { .. } => Intent::MovePhaseEnd,
            Self::Close => Intent::Close,
        }
    }
}

/// Everything that can be asked of a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// From a seat, named by its nonce so that sending it again is harmless.
    FromSeat {
        /// Who. The role is looked up inside the room.
        seat: SeatNo,
        /// The client's name for this command.
        nonce: Nonce,
        /// What.
        command: SeatCommand,
    },
    /// The organizer makes the room: its first fact.
    Schedule(Settings),
    /// The organizer gives out a seat, when an invitation is redeemed.
    Admit {
        /// What for.
        role: Role,
        /// Where the seat stands, as far as the organizer set it.
        belonging: Belonging,
        /// What the person agreed to.
        consents: BTreeSet<Consent>,
    },
    /// The organizer changes what a seat is for.
    ChangeRole {
        /// Which seat.
        seat: SeatNo,
        /// Its new role.
        role: Role,
    },
    /// Something became due; `decide` checks again what.
    Tick,
}
