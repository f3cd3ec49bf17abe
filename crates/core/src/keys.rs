//! Grave acts that wait for a second person.
//!
//! A proposal is made by one key-holder, seconded or declined by another, and expires. It dies
//! when what it is about changes. Only key-holders see it. To add a grave act: a variant of
//! [`Act`], what it changes in `room/decide/proposals.rs`.

use crate::id::{MessageNumber, SeatNo};
use crate::roles::Belonging;
use crate::room::command::Reason;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How long a proposal waits for its second key.
pub const PROPOSAL_LIFE: Span = Span::minutes(10);

/// What needs two keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    /// Open the room.
    Open,
    /// End the meeting before its last phase.
    EndEarly,
    /// Take a published message out of the room for good.
    RemoveMessage {
        /// Which one.
        number: MessageNumber,
        /// Why.
        reason: Reason,
    },
}

/// A grave act waiting for its second key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What would happen.
    pub act: Act,
    /// Who turned the first key.
    pub by: SeatNo,
    /// When it expires.
    pub due: Timestamp,
}

/// Why two keys do not open together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// Both turns are of one person.
    SamePerson,
    /// Two people of one side, and neither is a third party.
    SameSide,
}

/// Do two keys suffice? Two people, of different sides or at least one of them of a third party.
pub fn suffice(first: (SeatNo, Belonging), second: (SeatNo, Belonging)) -> Result<(), KeyFault> {
    if first.0 == second.0 {
        return Err(KeyFault::SamePerson);
    }
    let third_party = [first.1, second.1].contains(&Belonging::ThirdParty);
    let two_sides = match (first.1.side(), second.1.side()) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    if third_party || two_sides { Ok(()) } else { Err(KeyFault::SameSide) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: (SeatNo, Belonging) = (SeatNo(1), Belonging::A);
    const B: (SeatNo, Belonging) = (SeatNo(2), Belonging::B);

    #[test]
    fn promise_2_two_people_of_two_sides_suffice_and_one_never_does() {
        assert_eq!(suffice(A, B), Ok(()));
        assert_eq!(suffice(A, A), Err(KeyFault::SamePerson));
        assert_eq!(suffice(A, (SeatNo(3), Belonging::A)), Err(KeyFault::SameSide));
    }

    #[test]
    fn promise_2_a_third_party_suffices_with_either_side_but_not_alone() {
        let third = (SeatNo(4), Belonging::ThirdParty);
        assert_eq!(suffice(A, third), Ok(()));
        assert_eq!(suffice(third, B), Ok(()));
        assert_eq!(suffice(third, third), Err(KeyFault::SamePerson));
    }

    #[test]
    fn promise_2_someone_undeclared_is_no_second_side() {
        assert_eq!(suffice(A, (SeatNo(5), Belonging::Undeclared)), Err(KeyFault::SameSide));
        assert_eq!(suffice(A, (SeatNo(5), Belonging::Both)), Err(KeyFault::SameSide));
    }
}
