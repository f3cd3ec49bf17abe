//! What a client sends.
//!
//! An unknown field is ignored, an unknown frame or command closes the socket: it is no refusal.

use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::moderation::Screening;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::Belonging;
use roundtable_core::room::command::{PauseReason, Reason, SeatCommand, Verdict, Words};
use roundtable_core::session::Kind;
use roundtable_core::text::{ContentNote, MessageText, Note, SeatName, TextFault};
use serde::{Deserialize, Serialize};

/// The last place that a client has seen in each lane; 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Positions {
    /// In the lane of everybody.
    pub all: Position,
    /// In the facilitators' lane.
    pub facilitators: Position,
    /// In the interpreters' lane.
    pub interpreters: Position,
    /// In the lane of the seat itself.
    pub seat: Position,
}

/// A frame from a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ClientFrame {
    /// The first frame of a socket, and the whole body of a fallback stream.
    Hello {
        /// The protocol that the client speaks.
        protocol: u16,
        /// The one-time ticket.
        ticket: String,
        /// Where to go on.
        #[serde(default)]
        resume: Positions,
    },
    /// A command.
    Do {
        /// The client's name for it.
        nonce: Nonce,
        /// What.
        command: WireCommand,
    },
}

/// A command as it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the SeatCommand of the same name, with texts as sent")]
pub enum WireCommand {
    Introduce {
        name: String,
        belonging: Belonging,
        writes: Language,
        reads: Vec<Language>,
    },
    Leave,
    Propose {
        act: Act,
    },
    Second {
        proposal: ProposalId,
    },
    Decline {
        proposal: ProposalId,
    },
    Say {
        kind: Kind,
        language: Language,
        text: String,
        #[serde(default)]
        content_note: Option<String>,
        #[serde(default)]
        insist: bool,
    },
    Edit {
        mine: Nonce,
        text: String,
        #[serde(default)]
        content_note: Option<String>,
    },
    Withdraw {
        mine: Nonce,
    },
    UndoWithdraw {
        mine: Nonce,
    },
    Hear {
        number: MessageNumber,
    },
    Unhear {
        number: MessageNumber,
    },
    Approve {
        desk: Position,
    },
    Return {
        desk: Position,
        reason: Reason,
        #[serde(default)]
        note: Option<String>,
    },
    Remove {
        desk: Position,
        reason: Reason,
        #[serde(default)]
        note: Option<String>,
    },
    UndoDecision {
        desk: Position,
    },
    Hide {
        number: MessageNumber,
        reason: Reason,
        #[serde(default)]
        note: Option<String>,
    },
    Show {
        number: MessageNumber,
    },
    Pause {
        reason: PauseReason,
    },
    Resume,
    NextPhase {
        from: PhaseIndex,
    },
    PreviousPhase {
        from: PhaseIndex,
    },
    MovePhaseEnd {
        from: PhaseIndex,
        minutes: i16,
    },
    Close,
}

impl WireCommand {
    /// Parses the texts. The screening is the empty one and no name counts as taken: the shell,
    /// which has the rules and the names, fills both in.
    pub fn parse(self) -> Result<SeatCommand, Refusal> {
        Ok(match self {
            Self::Introduce { name, belonging, writes, mut reads } => {
                reads.truncate(Language::ALL.len());
                let name = SeatName::parse(name).map_err(bad_text)?;
                SeatCommand::Introduce { name, taken: false, belonging, writes, reads }
            }
            Self::Leave => SeatCommand::Leave,
            Self::Propose { act } => SeatCommand::Propose { act },
            Self::Second { proposal } => SeatCommand::Second { proposal },
            Self::Decline { proposal } => SeatCommand::Decline { proposal },
            Self::Say { kind, language, text, content_note, insist } => {
                SeatCommand::Say { kind, language, words: words(text, content_note)?, insist }
            }
            Self::Edit { mine, text, content_note } => {
                SeatCommand::Edit { mine, words: words(text, content_note)? }
            }
            Self::Withdraw { mine } => SeatCommand::Withdraw { mine },
            Self::UndoWithdraw { mine } => SeatCommand::UndoWithdraw { mine },
            Self::Hear { number } => SeatCommand::Hear { number },
            Self::Unhear { number } => SeatCommand::Unhear { number },
            Self::Approve { desk } => SeatCommand::Decide { desk, verdict: Verdict::Approve },
            Self::Return { desk, reason, note } => {
                SeatCommand::Decide { desk, verdict: Verdict::Return { reason, note: line(note)? } }
            }
            Self::Remove { desk, reason, note } => {
                SeatCommand::Decide { desk, verdict: Verdict::Remove { reason, note: line(note)? } }
            }
            Self::UndoDecision { desk } => SeatCommand::UndoDecision { desk },
            Self::Hide { number, reason, note } => {
                SeatCommand::Hide { number, reason, note: line(note)? }
            }
            Self::Show { number } => SeatCommand::Show { number },
            Self::Pause { reason } => SeatCommand::Pause { reason },
            Self::Resume => SeatCommand::Resume,
            Self::NextPhase { from } => SeatCommand::NextPhase { from },
            Self::PreviousPhase { from } => SeatCommand::PreviousPhase { from },
            Self::MovePhaseEnd { from, minutes } => SeatCommand::MovePhaseEnd { from, minutes },
            Self::Close => SeatCommand::Close,
        })
    }
}

fn bad_text(fault: TextFault) -> Refusal {
    Refusal::BadText { fault }
}

fn words(text: String, content_note: Option<String>) -> Result<Words, Refusal> {
    Ok(Words {
        text: MessageText::parse(text).map_err(bad_text)?,
        content_note: content_note.map(ContentNote::parse).transpose().map_err(bad_text)?,
        screening: Screening::none(),
    })
}

fn line(note: Option<String>) -> Result<Option<Note>, Refusal> {
    note.map(Note::parse).transpose().map_err(bad_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_it_is_documented() {
        let json = r#"{"type":"do","nonce":"n-00000001","command":{"do":"say","kind":"story","language":"hy","text":"Բարև"}}"#;
        let ClientFrame::Do { command, .. } = serde_json::from_str(json).unwrap() else {
            panic!("a command")
        };
        let SeatCommand::Say { words, insist, .. } = command.parse().unwrap() else {
            panic!("say")
        };
        assert_eq!(words.text.as_str(), "Բարև");
        assert!(!insist);
    }

    #[test]
    fn a_bad_text_is_a_refusal_and_not_a_broken_frame() {
        let command = WireCommand::Edit {
            mine: Nonce::parse("n-00000001").unwrap(),
            text: "e\u{301}".to_owned(),
            content_note: None,
        };
        assert_eq!(command.parse().unwrap_err(), Refusal::BadText { fault: TextFault::NotNormal });
    }
}
