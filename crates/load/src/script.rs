//! The session that companions play, read from `script/session.toml`.
//!
//! To let companions do something new: a variant of [`Act`], its line in `rehearsal/stage.rs`.

use anyhow::{Context, Result, bail};
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{PauseReason, Reason};
use roundtable_core::session::Kind;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

const SESSION: &str = include_str!("../script/session.toml");

/// A place in the cast, such as `p2`: the second link of the participants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Who {
    /// What for.
    pub role: Role,
    /// Which one of them, from 1.
    pub number: usize,
}

impl Who {
    /// The side that its link has: sides alternate, and only those who speak have one.
    pub fn belonging(self) -> Belonging {
        match (self.role, self.number % 2) {
            (Role::Participant | Role::Facilitator, 1) => Belonging::A,
            (Role::Participant | Role::Facilitator, _) => Belonging::B,
            (Role::Interpreter | Role::Observer | Role::Expert, _) => Belonging::Undeclared,
        }
    }
}

impl TryFrom<String> for Who {
    type Error = anyhow::Error;

    fn try_from(text: String) -> Result<Self> {
        let number = text
            .get(1..)
            .and_then(|rest| rest.parse().ok())
            .context("a number after the letter")?;
        let role = match text.as_bytes()[0] {
            b'f' => Role::Facilitator,
            b'p' => Role::Participant,
            b'i' => Role::Interpreter,
            b'o' => Role::Observer,
            _ => bail!("{text}: f, p, i or o and a number"),
        };
        Ok(Self { role, number })
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {}", self.role, self.number)
    }
}

/// A text in its author's language, or in all three.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Text {
    /// In the language of the one who says it.
    One(String),
    /// In every language: for those who may be asked to speak any.
    Each(BTreeMap<Language, String>),
}

impl Text {
    /// The words in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match self {
            Self::One(text) => text,
            Self::Each(texts) => texts.get(&language).map_or("", String::as_str),
        }
    }
}

/// Somebody of the cast.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    /// The name in the room.
    pub name: String,
    /// The language she writes in; facilitators write in the one asked for.
    pub language: Option<Language>,
}

/// What somebody does. A message is known by its label.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the commands of the wire, by the same names")]
pub enum Act {
    Say { label: String, kind: Kind, text: Text, content_note: Option<String> },
    Edit { label: String, text: Text, content_note: Option<String> },
    Withdraw { label: String },
    UndoWithdraw { label: String },
    Hear { label: String },
    Approve { label: String },
    Return { label: String, reason: Reason, note: Text },
    Pause { reason: PauseReason },
    Resume,
}

/// One thing that somebody does.
#[derive(Clone, Debug, Deserialize)]
pub struct Step {
    /// Who.
    pub who: Who,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// What happens in one phase.
#[derive(Clone, Debug, Deserialize)]
pub struct Part {
    /// The phase's code.
    pub phase: String,
    /// What happens, in order.
    #[serde(default, rename = "step")]
    pub steps: Vec<Step>,
}

/// A whole session.
#[derive(Clone, Debug, Deserialize)]
pub struct Script {
    cast: BTreeMap<String, Member>,
    /// What those say whom the script does not know.
    pub filler: BTreeMap<Language, String>,
    /// The parts, in the order of the agenda.
    #[serde(rename = "part")]
    pub parts: Vec<Part>,
}

impl Script {
    /// The script that comes with the program.
    pub fn session() -> Result<Self> {
        toml::from_str(SESSION).context("script/session.toml")
    }

    /// Name and language of a place in the cast; those beyond the script get plain ones.
    pub fn member(&self, who: Who) -> Member {
        let letter = match who.role {
            Role::Facilitator => "f",
            Role::Participant => "p",
            Role::Interpreter => "i",
            Role::Observer | Role::Expert => "o",
        };
        let known = self.cast.get(&format!("{letter}{}", who.number)).cloned();
        known.unwrap_or_else(|| Member {
            name: format!("Guest {}", who.number),
            language: Some(if who.number % 2 == 1 { Language::Hy } else { Language::Az }),
        })
    }

    /// Does the script know this place?
    pub fn knows(&self, who: Who) -> bool {
        self.parts.iter().flat_map(|part| &part.steps).any(|step| step.who == who)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roundtable_core::text::{ContentNote, MessageText, Note, SeatName};
    use std::collections::BTreeSet;

    fn steps() -> Vec<Step> {
        Script::session().unwrap().parts.into_iter().flat_map(|part| part.steps).collect()
    }

    /// What a side does, without who and which: kinds of acts, sorted.
    fn acts_of(side: Belonging) -> Vec<String> {
        let mut acts: Vec<_> = steps()
            .iter()
            .filter(|step| step.who.belonging() == side)
            .map(|step| match &step.act {
                Act::Say { kind, content_note, .. } => {
                    format!("{:?} says {kind:?}, note {}", step.who.role, content_note.is_some())
                }
                Act::Return { reason, .. } => format!("returns for {reason:?}"),
                Act::Edit { .. } => "edits".to_owned(),
                Act::Withdraw { .. } => "withdraws".to_owned(),
                Act::UndoWithdraw { .. } => "lets it stand".to_owned(),
                Act::Hear { .. } => "hears".to_owned(),
                Act::Approve { .. } => "approves".to_owned(),
                Act::Pause { .. } | Act::Resume => "rests".to_owned(),
            })
            // Facilitators say as much, but not the same.
            .filter(|act| !act.starts_with("Facilitator says") && act != "rests")
            .collect();
        acts.sort();
        acts
    }

    fn texts_of(side: Belonging) -> Vec<String> {
        let own = steps().into_iter().filter(|step| step.who.belonging() == side);
        let texts = own.filter_map(|step| {
            if let Act::Say { text: Text::One(text), .. } = step.act { Some(text) } else { None }
        });
        texts.collect()
    }

    #[test]
    fn each_side_says_hears_and_mourns_as_much_as_the_other() {
        assert_eq!(acts_of(Belonging::A), acts_of(Belonging::B));
        let [a, b] =
            [Belonging::A, Belonging::B].map(|side| texts_of(side).concat().chars().count());
        assert!(a.abs_diff(b) * 10 < a.max(b), "{a} and {b} letters differ by a tenth");
    }

    #[test]
    fn facilitators_of_both_sides_speak_as_often() {
        let says = |number| {
            let who = Who { role: Role::Facilitator, number };
            steps().iter().filter(|s| s.who == who && matches!(s.act, Act::Say { .. })).count()
        };
        assert_eq!(says(1), says(2));
    }

    #[test]
    fn facilitators_lines_exist_in_every_language_and_all_lines_can_be_sent() {
        for step in steps() {
            if let Act::Return { note, .. } = &step.act {
                assert!(
                    Language::ALL.iter().all(|l| Note::parse(note.in_language(*l)).is_ok()),
                    "{step:?}"
                );
            }
            if let Act::Say { text, content_note, .. } | Act::Edit { text, content_note, .. } =
                &step.act
            {
                assert_eq!(
                    matches!(text, Text::Each(_)),
                    step.who.role == Role::Facilitator,
                    "{step:?}"
                );
                let fits = |l: &Language| MessageText::parse(text.in_language(*l)).is_ok();
                assert!(Language::ALL.iter().all(fits), "{step:?}");
                let note = content_note.clone().map(ContentNote::parse);
                assert!(note.is_none_or(|note| note.is_ok()), "{step:?}");
            }
        }
    }

    #[test]
    fn names_can_be_taken_and_differ() {
        let script = Script::session().unwrap();
        let names: BTreeSet<_> = script
            .cast
            .values()
            .map(|member| SeatName::parse(member.name.as_str()).unwrap())
            .collect();
        assert_eq!(names.len(), script.cast.len());
    }

    #[test]
    fn the_parts_are_the_phases_of_the_practice_agenda() {
        let agenda = roundtable_core::session::template::template("practice").unwrap().agenda;
        let phases: Vec<_> = agenda.into_iter().map(|phase| phase.name).collect();
        let parts: Vec<_> =
            Script::session().unwrap().parts.into_iter().map(|part| part.phase).collect();
        assert_eq!(parts, phases);
    }

    #[test]
    fn armenian_sentences_end_with_the_armenian_full_stop() {
        for text in texts_of(Belonging::A) {
            assert!(text.ends_with('։') && !text.contains(':') && !text.contains('?'), "{text}");
        }
    }
}
