//! What a session agrees on before it opens: settings, sides, agenda, templates.
//!
//! To add a template: a function in [`template`] and its name in [`template::TEMPLATES`], its
//! phase names in the three catalogues.

pub mod agenda;
pub mod template;

pub use agenda::{Kind, Mode, Phase, Screened, Writers};

use crate::time::Span;
use serde::{Deserialize, Serialize};

/// The rules a session starts with, copied into its first fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Settings {
    /// The template it came from, a code such as `practice`.
    pub template: String,
    /// A practice session says so on every page.
    pub practice: bool,
    /// Codes of the two communities, in the alphabetical order of the English names.
    pub sides: [String; 2],
    /// People of each side, facilitators included, who must have arrived before the room opens.
    pub minimum_per_side: u16,
    /// The rule set that screens messages, pinned at opening.
    pub rule_set: String,
    /// The whole agenda, in order.
    pub agenda: Vec<Phase>,
}

impl Settings {
    /// The sum of the planned minutes.
    pub fn length(&self) -> Span {
        Span::minutes(self.agenda.iter().map(|phase| u64::from(phase.minutes)).sum())
    }
}
