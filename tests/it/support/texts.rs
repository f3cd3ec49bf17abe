//! The texts in `tests/data`.

use roundtable_core::language::Language;
use roundtable_core::text::{MessageText, TextFault};

/// The four texts, each with its language.
pub(crate) const TEXTS: [(Language, &str); 4] = [
    (Language::Az, include_str!("../../data/udhr-az.txt")),
    (Language::En, include_str!("../../data/udhr-en.txt")),
    (Language::Hy, include_str!("../../data/udhr-hy.txt")),
    (Language::En, include_str!("../../data/founding-statement.txt")),
];

/// Every line that says something, as messages that fit: longer ones are split after a sentence.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).flat_map(fitting).collect()
}

fn fitting(line: &str) -> Vec<String> {
    let long = |fault| matches!(fault, TextFault::TooLong { .. } | TextFault::TooLarge { .. });
    match MessageText::parse(line) {
        Err(fault) if long(fault) => {
            line.split_inclusive(['.', '։', ';']).flat_map(fitting).collect()
        }
        Ok(_) | Err(_) => vec![line.to_owned()],
    }
}

/// The naughty strings.
pub(crate) fn naughty() -> Vec<String> {
    serde_json::from_str(include_str!("../../data/blns.json")).unwrap()
}
