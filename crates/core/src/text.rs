//! Texts that people write, parsed once at the edge: a command cannot hold bad text.
//!
//! The program never changes a text. The browser normalises before the author presses send;
//! here what is not normal is refused, and the bytes kept are the bytes sent.
//!
//! To add a kind of text: a line in `texts!` with its limits.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::is_nfc;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

/// Why a text is not taken. Read by the author, through `refusal-bad-text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum TextFault {
    /// Nothing that can be seen.
    #[error("the text is empty")]
    Empty,
    /// Longer than the limit, in grapheme clusters (what a reader calls a letter).
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Grapheme clusters allowed.
        limit: usize,
    },
    /// More bytes than are kept, whatever the number of letters.
    #[error("the text is larger than {limit} bytes")]
    TooLarge {
        /// Bytes allowed.
        limit: usize,
    },
    /// Not in Unicode normalisation form C.
    #[error("the text is not in normalisation form C")]
    NotNormal,
    /// A control character, a direction override, an unassigned or a private-use character.
    #[error("the text has the character U+{code_point:04X}, which is not allowed")]
    Forbidden {
        /// The character.
        code_point: u32,
    },
}

/// How large a text may be, and whether it may have more than one line.
struct Limits {
    graphemes: usize,
    bytes: usize,
    lines: bool,
}

fn check(text: &str, limits: &Limits) -> Result<(), TextFault> {
    if text.len() > limits.bytes {
        return Err(TextFault::TooLarge { limit: limits.bytes });
    }
    if let Some(c) = text.chars().find(|c| forbidden(*c, limits.lines)) {
        return Err(TextFault::Forbidden { code_point: u32::from(c) });
    }
    if !is_nfc(text) {
        return Err(TextFault::NotNormal);
    }
    if !text.chars().any(visible) {
        return Err(TextFault::Empty);
    }
    if text.graphemes(true).nth(limits.graphemes).is_some() {
        return Err(TextFault::TooLong { limit: limits.graphemes });
    }
    Ok(())
}

fn forbidden(c: char, lines: bool) -> bool {
    if c == '\n' {
        return !lines;
    }
    if matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') {
        return true;
    }
    matches!(
        c.general_category(),
        GeneralCategory::Control
            | GeneralCategory::Unassigned
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
    )
}

fn visible(c: char) -> bool {
    !c.is_whitespace() && c.general_category() != GeneralCategory::Format
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { graphemes: $graphemes:expr, bytes: $bytes:expr, lines: $lines:expr })*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Checks, and keeps the very bytes.
            pub fn parse(text: impl Into<String>) -> Result<Self, TextFault> {
                let text = text.into();
                check(&text, &Limits { graphemes: $graphemes, bytes: $bytes, lines: $lines })?;
                Ok(Self(text))
            }

            /// The bytes as sent.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Gives up the bytes.
            pub fn into_string(self) -> String {
                self.0
            }
        }

        // What people wrote never reaches a log line by way of `{:?}`.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({} bytes)"), self.0.len())
            }
        }
    )*};
}

texts! {
    /// A message: 1 to 2,000 grapheme clusters, at most 8 KiB, any number of lines.
    MessageText { graphemes: 2_000, bytes: 8 * 1_024, lines: true }
    /// A line to a person, such as the note on a returned message: at most 280, one line or more.
    Note { graphemes: 280, bytes: 2_048, lines: true }
    /// What an author says before a story, such as "loss of a relative": at most 80, one line.
    ContentNote { graphemes: 80, bytes: 512, lines: false }
    /// A name in the room: at most 40, one line.
    SeatName { graphemes: 40, bytes: 256, lines: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_languages_pass_byte_for_byte() {
        for text in
            ["Երբ ճանապարհը բացվեց։\nԴեռ կա՞", "Ağacın yanında kimsə var idimi?", "One hour."]
        {
            assert_eq!(MessageText::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn the_limit_counts_letters_as_a_reader_does() {
        // One cluster of a base letter and a mark that has no composed form.
        let cluster = "q\u{0307}";
        assert!(MessageText::parse(cluster.repeat(2_000)).is_ok());
        assert_eq!(
            MessageText::parse(cluster.repeat(2_001)).unwrap_err(),
            TextFault::TooLong { limit: 2_000 }
        );
    }

    #[test]
    fn bytes_are_bounded_even_when_letters_are_few() {
        let tower = format!("a{}", "\u{0315}".repeat(5_000));
        assert_eq!(MessageText::parse(tower).unwrap_err(), TextFault::TooLarge { limit: 8_192 });
    }

    #[test]
    fn what_is_not_normal_is_refused_and_not_mended() {
        assert_eq!(MessageText::parse("e\u{0301}").unwrap_err(), TextFault::NotNormal);
        assert_eq!(MessageText::parse("é").unwrap().as_str(), "é");
    }

    #[test]
    fn characters_that_deceive_or_cannot_be_shown_are_refused() {
        for c in [
            '\0', '\t', '\r', '\u{7f}', '\u{85}', '\u{202E}', '\u{2066}', '\u{E000}', '\u{378}',
            '\u{FFFE}',
        ] {
            let fault = MessageText::parse(format!("a{c}b")).unwrap_err();
            assert_eq!(fault, TextFault::Forbidden { code_point: u32::from(c) }, "{c:?}");
        }
        assert!(MessageText::parse("a\u{200D}b\u{200C}c\u{200B}").is_ok(), "joiners are allowed");
    }

    #[test]
    fn a_text_without_a_visible_letter_is_empty() {
        for text in ["", " ", "\n\n", "\u{200B}\u{2060}"] {
            assert_eq!(MessageText::parse(text).unwrap_err(), TextFault::Empty);
        }
        assert_eq!(MessageText::parse(" a ").unwrap().as_str(), " a ", "nothing is trimmed");
    }

    #[test]
    fn a_name_has_one_line() {
        assert!(SeatName::parse("Quince 7").is_ok());
        assert_eq!(
            SeatName::parse("two\nlines").unwrap_err(),
            TextFault::Forbidden { code_point: 10 }
        );
    }

    #[test]
    fn a_text_does_not_print_itself_into_logs() {
        assert_eq!(format!("{:?}", Note::parse("secret").unwrap()), "Note(6 bytes)");
    }
}
