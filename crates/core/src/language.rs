//! The languages that people write and read in.

use serde::{Deserialize, Serialize};

/// A language of the room: BCP 47 tag on the wire.
///
/// To add one: a variant here, a catalogue in `web/locales`, and the fonts' letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Azerbaijani, Latin script.
    Az,
    /// English.
    En,
    /// Armenian, Eastern, reformed orthography.
    Hy,
}

impl Language {
    /// Every language, in the alphabetical order of the tags.
    pub const ALL: [Self; 3] = [Self::Az, Self::En, Self::Hy];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Az => "az",
            Self::En => "en",
            Self::Hy => "hy",
        }
    }

    /// From a tag, as a catalogue folder or a header names it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
