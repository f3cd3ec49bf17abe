//! What a lane may know of a fact.
//!
//! [`event`] is a pure function of the fact, the lane and the words that may be shown. The same
//! fact has another form in each of its lanes: everybody knows a message by its number, its
//! author by her nonce, the facilitators by its place on their desk.

use roundtable_core::id::{BodyId, MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{PauseReason, Reason};
use roundtable_core::room::fact::{Content, Decided, Fact, HoldReason, Lane, MessageRef, Standing};
use roundtable_core::session::{Kind, Settings};
use roundtable_core::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// The texts that lie outside the log, as far as this lane may read them now.
pub trait Words {
    /// `None` when the text is erased, withdrawn, hidden, or not for this lane.
    fn word(&self, body: BodyId) -> Option<String>;
}

/// What a message says: the part that people wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Said {
    /// What it is.
    pub kind: Kind,
    /// Its language.
    pub language: Language,
    /// The text, byte for byte; `null` when it may no longer be shown.
    pub text: Option<String>,
    /// What its author says before it.
    pub content_note: Option<String>,
}

/// What became of a message that waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// In the room.
    Published,
    /// Back with its author.
    Returned,
    /// Not in the room.
    Removed,
    /// Taken back by its author.
    Withdrawn,
}

/// What a facilitator decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the verdicts of core, by the same names")]
pub enum WireVerdict {
    Approved,
    Returned,
    Removed,
}

/// A fact in the form of one lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "event", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "fields are named as in the fact; docs/protocol.md has each in words"
)]
pub enum Event {
    // ---- everybody ----
    Scheduled {
        settings: Settings,
    },
    /// `belonging` only where it is public: facilitators and third parties.
    SeatAdmitted {
        seat: SeatNo,
        role: Role,
        belonging: Option<Belonging>,
    },
    SeatIntroduced {
        seat: SeatNo,
        role: Role,
        belonging: Option<Belonging>,
        name: Option<String>,
        writes: Language,
    },
    SeatRoleChanged {
        seat: SeatNo,
        role: Role,
    },
    SeatLeft {
        seat: SeatNo,
    },
    Opened,
    PhaseBegan {
        phase: PhaseIndex,
        ends: Timestamp,
    },
    PhaseEndMoved {
        phase: PhaseIndex,
        ends: Timestamp,
    },
    Paused {
        by: SeatNo,
        reason: PauseReason,
        left: Span,
    },
    Resumed {
        by: SeatNo,
        ends: Timestamp,
    },
    Closed {
        early: bool,
    },
    /// A published message, also one that is shown again.
    Message {
        number: MessageNumber,
        seat: SeatNo,
        #[serde(flatten)]
        said: Said,
    },
    MessageHidden {
        number: MessageNumber,
    },
    MessageRemoved {
        number: MessageNumber,
    },
    MessageWithdrawn {
        number: MessageNumber,
    },
    Heard {
        number: MessageNumber,
        count: u32,
    },

    // ---- facilitators ----
    SeatBelongs {
        seat: SeatNo,
        belonging: Belonging,
    },
    ProposalMade {
        proposal: ProposalId,
        #[serde(flatten)]
        act: Act,
        by: SeatNo,
        due: Timestamp,
    },
    ProposalSeconded {
        proposal: ProposalId,
        by: SeatNo,
    },
    ProposalDeclined {
        proposal: ProposalId,
        by: SeatNo,
    },
    ProposalExpired {
        proposal: ProposalId,
    },
    ProposalDropped {
        proposal: ProposalId,
    },
    /// A message waits, or waits with other words; a decision made before is void.
    Held {
        desk: Position,
        seat: SeatNo,
        #[serde(flatten)]
        said: Said,
        /// Absent on an edit: the reason stays.
        why: Option<HoldReason>,
    },
    DeskDecided {
        desk: Position,
        verdict: WireVerdict,
        reason: Option<Reason>,
        note: Option<String>,
        by: SeatNo,
        due: Timestamp,
    },
    DeskUndone {
        desk: Position,
        by: SeatNo,
    },
    DeskDone {
        desk: Position,
        outcome: Outcome,
        number: Option<MessageNumber>,
    },
    HiddenBy {
        number: MessageNumber,
        reason: Reason,
        note: Option<String>,
        by: SeatNo,
    },
    ShownBy {
        number: MessageNumber,
        by: SeatNo,
    },

    // ---- one seat ----
    YouAre {
        seat: SeatNo,
        role: Role,
        belonging: Belonging,
        name: Option<String>,
        writes: Option<Language>,
        reads: Vec<Language>,
    },
    MineWaiting {
        mine: Nonce,
        #[serde(flatten)]
        said: Said,
        /// Absent on an edit: the reason stays.
        why: Option<HoldReason>,
    },
    MinePublished {
        mine: Nonce,
        number: MessageNumber,
        #[serde(flatten)]
        said: Said,
    },
    MineReturned {
        mine: Nonce,
        reason: Reason,
        note: Option<String>,
        by: SeatNo,
    },
    MineRemoved {
        mine: Nonce,
        number: Option<MessageNumber>,
        reason: Reason,
        note: Option<String>,
        by: Vec<SeatNo>,
    },
    MineHidden {
        mine: Nonce,
        number: MessageNumber,
        reason: Reason,
        note: Option<String>,
        by: SeatNo,
    },
    MineWithdrawn {
        mine: Nonce,
        number: Option<MessageNumber>,
        until: Timestamp,
    },
    MineErased {
        mine: Nonce,
    },
    /// To the author: who hears it.
    HeardBy {
        number: MessageNumber,
        by: SeatNo,
        on: bool,
    },
    /// To the one who hears.
    YouHear {
        number: MessageNumber,
        on: bool,
    },
}

/// The form of a fact in a lane; `None` when the fact is not of this lane.
pub fn event(fact: &Fact, lane: Lane, words: &dyn Words) -> Option<Event> {
    // What a seat's own lane says of a fact depends on the fact being in it.
    if !fact.lanes().contains(&lane) {
        return None;
    }
    match lane {
        Lane::All => for_all(fact, words),
        Lane::Facilitators => for_facilitators(fact, words),
        Lane::Interpreters => None,
        Lane::Seat(seat) => for_seat(fact, seat, words),
    }
}

fn said(content: &Content, words: &dyn Words) -> Said {
    Said {
        kind: content.kind,
        language: content.language,
        text: words.word(content.text),
        content_note: content.content_note.and_then(|body| words.word(body)),
    }
}

fn line(note: Option<BodyId>, words: &dyn Words) -> Option<String> {
    note.and_then(|body| words.word(body))
}

/// Whose standing everybody may know: those who lead, and third parties.
fn public(role: Role, belonging: Belonging) -> Option<Belonging> {
    (role == Role::Facilitator || belonging == Belonging::ThirdParty).then_some(belonging)
}

fn message(message: &MessageRef, content: &Content, words: &dyn Words) -> Option<Event> {
    let number = message.number?;
    Some(Event::Message { number, seat: message.author, said: said(content, words) })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "Fact::lanes is the exhaustive list; a test holds this to it"
)]
fn for_all(fact: &Fact, words: &dyn Words) -> Option<Event> {
    Some(match fact {
        Fact::Scheduled { settings } => Event::Scheduled { settings: settings.clone() },
        Fact::SeatAdmitted { seat, role, belonging, .. } => {
            Event::SeatAdmitted { seat: *seat, role: *role, belonging: public(*role, *belonging) }
        }
        Fact::SeatIntroduced { seat, role, belonging, writes, name, .. } => Event::SeatIntroduced {
            seat: *seat,
            role: *role,
            belonging: public(*role, *belonging),
            name: words.word(*name),
            writes: *writes,
        },
        Fact::SeatRoleChanged { seat, role } => Event::SeatRoleChanged { seat: *seat, role: *role },
        Fact::SeatLeft { seat } => Event::SeatLeft { seat: *seat },
        Fact::Opened => Event::Opened,
        Fact::PhaseBegan { phase, ends } => Event::PhaseBegan { phase: *phase, ends: *ends },
        Fact::PhaseEndMoved { phase, ends } => Event::PhaseEndMoved { phase: *phase, ends: *ends },
        Fact::Paused { by, reason, left } => {
            Event::Paused { by: *by, reason: *reason, left: *left }
        }
        Fact::Resumed { by, ends } => Event::Resumed { by: *by, ends: *ends },
        Fact::Closed { early } => Event::Closed { early: *early },
        Fact::MessagePublished { message: m, content }
        | Fact::MessageShown { message: m, content, .. } => {
            return message(m, content, words);
        }
        Fact::WithdrawalUndone { message: m, content, again } => {
            return match again {
                Standing::Published => message(m, content, words),
                Standing::Hidden { .. } => m.number.map(|number| Event::MessageHidden { number }),
                Standing::Removed { .. } => m.number.map(|number| Event::MessageRemoved { number }),
                Standing::Held { .. } | Standing::Returned { .. } => None,
            };
        }
        Fact::MessageHidden { message: m, .. } => Event::MessageHidden { number: m.number? },
        Fact::MessageRemoved { message: m, .. } => Event::MessageRemoved { number: m.number? },
        Fact::MessageWithdrawn { message: m, .. } => Event::MessageWithdrawn { number: m.number? },
        Fact::Heard { message: m, count, .. } | Fact::Unheard { message: m, count, .. } => {
            Event::Heard { number: m.number?, count: *count }
        }
        _ => return None,
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "Fact::lanes is the exhaustive list; a test holds this to it"
)]
fn for_facilitators(fact: &Fact, words: &dyn Words) -> Option<Event> {
    Some(match fact {
        Fact::SeatAdmitted { seat, belonging, .. }
        | Fact::SeatIntroduced { seat, belonging, .. } => {
            Event::SeatBelongs { seat: *seat, belonging: *belonging }
        }
        Fact::ProposalMade { proposal, act, by, due } => {
            Event::ProposalMade { proposal: *proposal, act: *act, by: *by, due: *due }
        }
        Fact::ProposalSeconded { proposal, by, .. } => {
            Event::ProposalSeconded { proposal: *proposal, by: *by }
        }
        Fact::ProposalDeclined { proposal, by, .. } => {
            Event::ProposalDeclined { proposal: *proposal, by: *by }
        }
        Fact::ProposalExpired { proposal, .. } => Event::ProposalExpired { proposal: *proposal },
        Fact::ProposalDropped { proposal, .. } => Event::ProposalDropped { proposal: *proposal },
        Fact::MessageHeld { message: m, content, why } => {
            return held(m, content, Some(why.clone()), words);
        }
        Fact::MessageEdited { message: m, content, .. } => return held(m, content, None, words),
        Fact::HoldDecided { message: m, decided, by, due } => {
            return m.desk.map(|desk| desk_decided(desk, decided, *by, *due, words));
        }
        Fact::HoldDecisionUndone { message: m, by } => Event::DeskUndone { desk: m.desk?, by: *by },
        Fact::MessagePublished { message: m, .. } => return desk_done(m, Outcome::Published),
        Fact::MessageReturned { message: m, .. } => return desk_done(m, Outcome::Returned),
        Fact::MessageRemoved { message: m, .. } => return desk_done(m, Outcome::Removed),
        Fact::MessageWithdrawn { message: m, .. } => return desk_done(m, Outcome::Withdrawn),
        Fact::WithdrawalUndone { message: m, content, again } => {
            return match again {
                Standing::Held { why } => held(m, content, Some(why.clone()), words),
                Standing::Returned { .. } => desk_done(m, Outcome::Returned),
                Standing::Published | Standing::Hidden { .. } => desk_done(m, Outcome::Published),
                Standing::Removed { .. } => desk_done(m, Outcome::Removed),
            };
        }
        Fact::MessageHidden { message: m, reason, note, by } => Event::HiddenBy {
            number: m.number?,
            reason: *reason,
            note: line(*note, words),
            by: *by,
        },
        Fact::MessageShown { message: m, by, .. } => Event::ShownBy { number: m.number?, by: *by },
        _ => return None,
    })
}

fn held(
    message: &MessageRef,
    content: &Content,
    why: Option<HoldReason>,
    words: &dyn Words,
) -> Option<Event> {
    Some(Event::Held { desk: message.desk?, seat: message.author, said: said(content, words), why })
}

fn desk_done(message: &MessageRef, outcome: Outcome) -> Option<Event> {
    Some(Event::DeskDone { desk: message.desk?, outcome, number: message.number })
}

fn desk_decided(
    desk: Position,
    decided: &Decided,
    by: SeatNo,
    due: Timestamp,
    words: &dyn Words,
) -> Event {
    let (verdict, reason, note) = match decided {
        Decided::Approved => (WireVerdict::Approved, None, None),
        Decided::Returned { reason, note } => (WireVerdict::Returned, Some(*reason), *note),
        Decided::Removed { reason, note } => (WireVerdict::Removed, Some(*reason), *note),
    };
    Event::DeskDecided { desk, verdict, reason, note: line(note, words), by, due }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "Fact::lanes is the exhaustive list; a test holds this to it"
)]
fn for_seat(fact: &Fact, seat: SeatNo, words: &dyn Words) -> Option<Event> {
    Some(match fact {
        Fact::SeatAdmitted { seat, role, belonging, .. } => Event::YouAre {
            seat: *seat,
            role: *role,
            belonging: *belonging,
            name: None,
            writes: None,
            reads: Vec::new(),
        },
        Fact::SeatIntroduced { seat, role, belonging, writes, reads, name, .. } => Event::YouAre {
            seat: *seat,
            role: *role,
            belonging: *belonging,
            name: words.word(*name),
            writes: Some(*writes),
            reads: reads.clone(),
        },
        Fact::Heard { message, by, .. } => return heard(message, *by, seat, true),
        Fact::Unheard { message, by, .. } => return heard(message, *by, seat, false),
        _ => return mine(fact, words),
    })
}

fn heard(message: &MessageRef, by: SeatNo, seat: SeatNo, on: bool) -> Option<Event> {
    let number = message.number?;
    Some(if by == seat { Event::YouHear { number, on } } else { Event::HeardBy { number, by, on } })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "Fact::lanes is the exhaustive list; a test holds this to it"
)]
fn mine(fact: &Fact, words: &dyn Words) -> Option<Event> {
    Some(match fact {
        Fact::MessageHeld { message, content, why } => waiting(message, content, Some(why), words),
        Fact::MessageEdited { message, content, .. } => waiting(message, content, None, words),
        Fact::MessagePublished { message, content }
        | Fact::MessageShown { message, content, .. } => {
            return mine_published(message, content, words);
        }
        Fact::MessageReturned { message, reason, note, by } => Event::MineReturned {
            mine: message.nonce.clone(),
            reason: *reason,
            note: line(*note, words),
            by: *by,
        },
        Fact::MessageRemoved { message, reason, note, by } => Event::MineRemoved {
            mine: message.nonce.clone(),
            number: message.number,
            reason: *reason,
            note: line(*note, words),
            by: by.clone(),
        },
        Fact::MessageHidden { message, reason, note, by } => Event::MineHidden {
            mine: message.nonce.clone(),
            number: message.number?,
            reason: *reason,
            note: line(*note, words),
            by: *by,
        },
        Fact::MessageWithdrawn { message, until } => Event::MineWithdrawn {
            mine: message.nonce.clone(),
            number: message.number,
            until: *until,
        },
        Fact::WithdrawalUndone { message, content, again } => {
            return mine_again(message, content, again, words);
        }
        Fact::MessageErased { message, .. } => Event::MineErased { mine: message.nonce.clone() },
        _ => return None,
    })
}

fn waiting(
    message: &MessageRef,
    content: &Content,
    why: Option<&HoldReason>,
    words: &dyn Words,
) -> Event {
    Event::MineWaiting {
        mine: message.nonce.clone(),
        said: said(content, words),
        why: why.cloned(),
    }
}

fn mine_published(message: &MessageRef, content: &Content, words: &dyn Words) -> Option<Event> {
    let number = message.number?;
    Some(Event::MinePublished { mine: message.nonce.clone(), number, said: said(content, words) })
}

fn mine_again(
    message: &MessageRef,
    content: &Content,
    again: &Standing,
    words: &dyn Words,
) -> Option<Event> {
    let mine = message.nonce.clone();
    Some(match again {
        Standing::Held { why } => waiting(message, content, Some(why), words),
        Standing::Published => return mine_published(message, content, words),
        // The draft with its words: a waiting form first would say something untrue.
        Standing::Returned { reason, note, by } => {
            Event::MineReturned { mine, reason: *reason, note: line(*note, words), by: *by }
        }
        Standing::Hidden { reason, note, by } => {
            let note = line(*note, words);
            Event::MineHidden { mine, number: message.number?, reason: *reason, note, by: *by }
        }
        Standing::Removed { reason, note, by } => Event::MineRemoved {
            mine,
            number: message.number,
            reason: *reason,
            note: line(*note, words),
            by: by.clone(),
        },
    })
}
