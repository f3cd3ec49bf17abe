//! Every way in which a rule says no: a stable code and data, never prose.
//!
//! The person reads it through `refusal-<code>` in her catalogue. To add one: a variant here,
//! its message in the three catalogues; a test fails until both exist.

use crate::id::{PhaseIndex, SeatNo};
use crate::roles::{Intent, Role, Side, Stage};
use crate::session::Kind;
use crate::text::TextFault;
use serde::{Deserialize, Serialize};

/// A rule said no. Expected, harmless, and nothing happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
#[error("refused: {}", self.code())]
pub enum Refusal {
    /// This role never does this, or not now.
    NotPermitted {
        /// Whose.
        role: Role,
        /// What.
        intent: Intent,
        /// When.
        stage: Stage,
    },
    /// The room rests: nothing can be sent until a facilitator lets it go on.
    RoomPaused,
    /// The room has not opened yet.
    NotOpen,
    /// The meeting has ended.
    RoomClosed,
    /// The room is open already.
    AlreadyOpen,
    /// No such seat, or it was given up.
    NoSuchSeat,
    /// The seat has no name yet.
    NotIntroduced,
    /// Only facilitators write in this phase.
    OnlyFacilitatorsWrite,
    /// This kind of message does not fit this phase.
    KindNotHere {
        /// Those that do.
        kinds: Vec<Kind>,
    },
    /// The text cannot be taken as it is.
    BadText {
        /// Why.
        #[serde(flatten)]
        fault: TextFault,
    },
    /// The rules ask the author to reconsider; sending it with `insist` goes on.
    Reconsider {
        /// The rule's stable name.
        rule: String,
        /// Byte offsets into the text.
        span: (usize, usize),
    },
    /// No such message, or not for this person.
    NoSuchMessage,
    /// It is past the point where this could be done.
    TooLate,
    /// Somebody decided already.
    AlreadyDecided {
        /// Who.
        by: SeatNo,
    },
    /// One does not hear oneself.
    OwnMessage,
    /// No such proposal, or it ended.
    NoSuchProposal,
    /// The same act is already proposed.
    AlreadyProposed,
    /// The second key must be another person's.
    SamePerson,
    /// The second key must be of the other side, or of a third party.
    SameSide,
    /// Too few people of a side have arrived.
    NotBalanced {
        /// Which side.
        side: Side,
        /// How many are here.
        have: u16,
        /// How many are needed.
        need: u16,
    },
    /// A side cannot be changed once the room has opened.
    SideIsFixed,
    /// Keys cannot be given or taken once the room has opened.
    KeysAreFixed,
    /// Somebody else has this name here.
    NameTaken,
    /// The phase has changed in the meantime.
    PhaseHasChanged {
        /// The phase now.
        now: PhaseIndex,
    },
    /// There is no phase in that direction.
    NoSuchPhase,
    /// The last phase has not come: ending early needs a second key.
    NeedsSecondKey,
    /// The room holds as many messages, seats or proposals as it can.
    RoomFull {
        /// How many.
        limit: u32,
    },
    /// This author has as many messages waiting as one person may.
    TooManyWaiting {
        /// How many.
        limit: u32,
    },
    /// The server has more to do than it can take; try again in a moment.
    Busy {
        /// When.
        retry_ms: u32,
    },
    /// This connection sends too fast.
    TooFast {
        /// When to try again.
        retry_ms: u32,
    },
    /// The command cannot be understood.
    BadCommand,
}

impl Refusal {
    /// The stable code, as it stands in JSON and, with dashes, in the catalogues.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPermitted { .. } => "not_permitted",
            Self::RoomPaused => "room_paused",
            Self::NotOpen => "not_open",
            Self::RoomClosed => "room_closed",
            Self::AlreadyOpen => "already_open",
            Self::NoSuchSeat => "no_such_seat",
            Self::NotIntroduced => "not_introduced",
            Self::OnlyFacilitatorsWrite => "only_facilitators_write",
            Self::KindNotHere { .. } => "kind_not_here",
            Self::BadText { .. } => "bad_text",
            Self::Reconsider { .. } => "reconsider",
            Self::NoSuchMessage => "no_such_message",
            Self::TooLate => "too_late",
            Self::AlreadyDecided { .. } => "already_decided",
            Self::OwnMessage => "own_message",
            Self::NoSuchProposal => "no_such_proposal",
            Self::AlreadyProposed => "already_proposed",
            Self::SamePerson => "same_person",
            Self::SameSide => "same_side",
            Self::NotBalanced { .. } => "not_balanced",
            Self::SideIsFixed => "side_is_fixed",
            Self::KeysAreFixed => "keys_are_fixed",
            Self::NameTaken => "name_taken",
            Self::PhaseHasChanged { .. } => "phase_has_changed",
            Self::NoSuchPhase => "no_such_phase",
            Self::NeedsSecondKey => "needs_second_key",
            Self::RoomFull { .. } => "room_full",
            Self::TooManyWaiting { .. } => "too_many_waiting",
            Self::Busy { .. } => "busy",
            Self::TooFast { .. } => "too_fast",
            Self::BadCommand => "bad_command",
        }
    }

    /// Every code, so that the catalogues can be held to them.
    pub const CODES: [&'static str; 31] = [
        "not_permitted",
        "room_paused",
        "not_open",
        "room_closed",
        "already_open",
        "no_such_seat",
        "not_introduced",
        "only_facilitators_write",
        "kind_not_here",
        "bad_text",
        "reconsider",
        "no_such_message",
        "too_late",
        "already_decided",
        "own_message",
        "no_such_proposal",
        "already_proposed",
        "same_person",
        "same_side",
        "not_balanced",
        "side_is_fixed",
        "keys_are_fixed",
        "name_taken",
        "phase_has_changed",
        "no_such_phase",
        "needs_second_key",
        "room_full",
        "too_many_waiting",
        "busy",
        "too_fast",
        "bad_command",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_tag_in_json() {
        let refusal = Refusal::BadText { fault: TextFault::TooLong { limit: 2_000 } };
        let json = serde_json::to_value(&refusal).unwrap();
        assert_eq!(
            json,
            serde_json::json!({ "code": "bad_text", "fault": "too_long", "limit": 2_000 })
        );
        assert_eq!(json["code"], refusal.code());
    }

    #[test]
    fn the_list_of_codes_has_no_double_and_holds_the_ends() {
        let mut codes = Refusal::CODES.to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Refusal::CODES.len());
        assert!(
            codes.contains(&Refusal::BadCommand.code())
                && codes.contains(&Refusal::RoomPaused.code())
        );
    }
}
