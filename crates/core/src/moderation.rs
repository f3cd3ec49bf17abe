//! What the shell found in a text before it offered the command to the room.
//!
//! The command carries the findings; [`crate::room::Room::decide`] weighs them against the phase
//! and its screening level, and nothing screens again in `apply`, replay or a retry. Until the
//! rule engine exists every text is screened by the empty rule set [`Screening::none`].

use serde::{Deserialize, Serialize};

/// The result of screening one text with one rule set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// The rule set's name and version, such as `none`.
    pub rule_set: String,
    /// What was found, in the order of the text.
    pub findings: Vec<Finding>,
}

impl Screening {
    /// The empty rule set, which finds nothing.
    pub fn none() -> Self {
        Self { rule_set: "none".to_owned(), findings: Vec::new() }
    }

    /// The finding that asks for the most, the first of them if several do.
    pub fn strongest(&self) -> Option<&Finding> {
        self.findings.iter().rev().max_by_key(|finding| finding.action)
    }
}

/// One rule that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's stable name.
    pub rule: String,
    /// Where: byte offsets into the text, start and end.
    pub span: (usize, usize),
    /// The most that the rule may ask for.
    pub action: Action,
}

/// What an automatic finding may ask for. It never goes further than a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Show something beside the word.
    Annotate,
    /// Ask the author to reconsider; she may insist.
    Nudge,
    /// Let a facilitator read it first.
    Hold,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_finding_is_the_first_of_the_strongest_action() {
        let finding = |rule: &str, action| Finding { rule: rule.to_owned(), span: (0, 1), action };
        let screening = Screening {
            rule_set: "t".to_owned(),
            findings: vec![
                finding("a", Action::Nudge),
                finding("b", Action::Hold),
                finding("c", Action::Hold),
            ],
        };
        assert_eq!(screening.strongest().unwrap().rule, "b");
        assert_eq!(Screening::none().strongest(), None);
    }
}
