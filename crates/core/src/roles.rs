//! Who may do what: roles, sides, and the whole permission matrix in one place.
//!
//! The matrix denies by default. To add an intent: a variant in [`Intent`], its row in
//! [`permitted`]; the compiler and the matrix test name every cell that is missing.

use serde::{Deserialize, Serialize};

/// What a seat is for. Looked up inside the room at every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Speaks from her own life.
    Participant,
    /// Leads, holds, releases; carries a key.
    Facilitator,
    /// Carries words across.
    Interpreter,
    /// Reads.
    Observer,
    /// Answers when the room asks.
    Expert,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] =
        [Self::Participant, Self::Facilitator, Self::Interpreter, Self::Observer, Self::Expert];
}

/// One of exactly two communities that a session names and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The first, in the alphabetical order of the English names.
    A,
    /// The second.
    B,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A, Self::B];
}

/// Where a seat stands towards the two sides.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Belonging {
    /// Side A.
    A,
    /// Side B.
    B,
    /// Both sides: outside every threshold, shown apart.
    Both,
    /// Neither: outside every threshold, shown apart.
    Other,
    /// Not said. The default.
    #[default]
    Undeclared,
    /// Belongs to neither side by appointment, shown to all at opening.
    ThirdParty,
}

impl Belonging {
    /// The side that thresholds count, if any.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::A => Some(Side::A),
            Self::B => Some(Side::B),
            Self::Both | Self::Other | Self::Undeclared | Self::ThirdParty => None,
        }
    }
}

/// What a command wants, without its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the command of the same name in room::command")]
pub enum Intent {
    Introduce,
    Leave,
    Propose,
    Second,
    Decline,
    Say,
    Edit,
    Withdraw,
    UndoWithdraw,
    Hear,
    Unhear,
    Approve,
    Return,
    Remove,
    UndoDecision,
    Hide,
    Show,
    Pause,
    Resume,
    NextPhase,
    PreviousPhase,
    MovePhaseEnd,
    Close,
}

impl Intent {
    /// Every intent of a seat.
    pub const ALL: [Self; 23] = [
        Self::Introduce,
        Self::Leave,
        Self::Propose,
        Self::Second,
        Self::Decline,
        Self::Say,
        Self::Edit,
        Self::Withdraw,
        Self::UndoWithdraw,
        Self::Hear,
        Self::Unhear,
        Self::Approve,
        Self::Return,
        Self::Remove,
        Self::UndoDecision,
        Self::Hide,
        Self::Show,
        Self::Pause,
        Self::Resume,
        Self::NextPhase,
        Self::PreviousPhase,
        Self::MovePhaseEnd,
        Self::Close,
    ];
}

/// Where a room is, as far as permissions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// People arrive; nobody speaks.
    Waiting,
    /// The conversation runs.
    Live,
    /// Frozen by a person; only a person resumes it.
    Paused,
    /// Over. One's own words can still be withdrawn.
    Closed,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Live, Self::Paused, Self::Closed];
}

/// May a seat of this role try this at this stage? The data of the command is weighed later,
/// in `decide`; what is refused here is refused whatever the data.
pub const fn permitted(role: Role, intent: Intent, stage: Stage) -> bool {
    use Stage::{Closed, Live, Paused, Waiting};
    match intent {
        Intent::Introduce => matches!(stage, Waiting | Live | Paused),
        Intent::Leave => true,
        Intent::Say => speaks(role) && matches!(stage, Live),
        Intent::Edit => speaks(role) && matches!(stage, Live | Paused),
        // Taking one's words back is always possible.
        Intent::Withdraw | Intent::UndoWithdraw => {
            speaks(role) && matches!(stage, Live | Paused | Closed)
        }
        Intent::Hear | Intent::Unhear => speaks(role) && matches!(stage, Live | Paused),
        // A key turns before, during and, for one's answer to an open proposal, in a pause.
        Intent::Propose | Intent::Second | Intent::Decline => {
            holds_key(role) && matches!(stage, Waiting | Live | Paused)
        }
        // What waits can be decided while the room rests, and after it closed.
        Intent::Approve | Intent::Return | Intent::Remove | Intent::UndoDecision => {
            holds_key(role) && matches!(stage, Live | Paused | Closed)
        }
        Intent::Hide | Intent::Show => holds_key(role) && matches!(stage, Live | Paused | Closed),
        // An interpreter who cannot follow may stop the room; only a facilitator starts it again.
        Intent::Pause => {
            matches!(role, Role::Facilitator | Role::Interpreter) && matches!(stage, Live)
        }
        Intent::Resume => holds_key(role) && matches!(stage, Paused),
        Intent::NextPhase | Intent::PreviousPhase | Intent::MovePhaseEnd => {
            holds_key(role) && matches!(stage, Live)
        }
        Intent::Close => holds_key(role) && matches!(stage, Live | Paused),
    }
}

const fn speaks(role: Role) -> bool {
    match role {
        Role::Participant | Role::Facilitator => true,
        Role::Interpreter | Role::Observer | Role::Expert => false,
    }
}

const fn holds_key(role: Role) -> bool {
    match role {
        Role::Facilitator => true,
        Role::Participant | Role::Interpreter | Role::Observer | Role::Expert => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(role: Role) -> Vec<(Intent, Stage)> {
        Intent::ALL
            .into_iter()
            .flat_map(|intent| Stage::ALL.map(|stage| (intent, stage)))
            .filter(|(intent, stage)| permitted(role, *intent, *stage))
            .collect()
    }

    #[test]
    fn an_observer_may_only_introduce_herself_and_leave() {
        for (intent, _) in allowed(Role::Observer) {
            assert!(matches!(intent, Intent::Introduce | Intent::Leave), "{intent:?}");
        }
    }

    #[test]
    fn nobody_speaks_before_the_opening_in_a_pause_or_after_the_close() {
        for role in Role::ALL {
            for stage in [Stage::Waiting, Stage::Paused, Stage::Closed] {
                assert!(!permitted(role, Intent::Say, stage), "{role:?} {stage:?}");
            }
        }
    }

    #[test]
    fn only_a_facilitator_decides_about_the_words_of_others() {
        let acts = [Intent::Approve, Intent::Return, Intent::Remove, Intent::Hide, Intent::Second];
        for role in Role::ALL {
            for (intent, stage) in acts.into_iter().flat_map(|i| Stage::ALL.map(|s| (i, s))) {
                if permitted(role, intent, stage) {
                    assert_eq!(role, Role::Facilitator, "{intent:?}");
                }
            }
        }
    }

    #[test]
    fn taking_words_back_outlives_the_meeting() {
        assert!(permitted(Role::Participant, Intent::Withdraw, Stage::Closed));
    }

    #[test]
    fn leaving_is_possible_for_everybody_always() {
        for role in Role::ALL {
            for stage in Stage::ALL {
                assert!(permitted(role, Intent::Leave, stage));
            }
        }
    }

    #[test]
    fn the_matrix_has_the_size_it_had_when_it_was_last_read_whole() {
        let counts = Role::ALL.map(|role| allowed(role).len());
        assert_eq!(
            counts,
            [20, 54, 8, 7, 7],
            "participant, facilitator, interpreter, observer, expert"
        );
    }
}
