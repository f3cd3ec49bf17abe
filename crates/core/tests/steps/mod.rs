//! Random things that people, the organizer and time do to a room, whatever it answers.
//!
//! A step names messages, proposals and phases by a number that is resolved in the room as it
//! is, so that most steps mean something. To add a command: an arm in [`does`].

use proptest::prelude::*;
use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::moderation::{Action, Finding, Screening};
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{
    Actor, Command, PauseReason, Reason, SeatCommand, Verdict, Words,
};
use roundtable_core::room::fact::Fact;
use roundtable_core::session::Kind;
use roundtable_core::testing::{TestRoom, words};
use roundtable_core::text::{ContentNote, Note, SeatName};
use roundtable_core::time::{Span, Timestamp};
use std::collections::BTreeSet;

/// One thing that happens, or is tried.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Seat { seat: u16, does: Does, pick: usize },
    Again,
    Admit { role: Role, belonging: Belonging },
    ChangeRole { seat: u16, role: Role },
    Wait(u64),
    ClockBack(u32),
}

/// What a seat does; `pick` says to which message, proposal or phase.
#[derive(Clone, Debug)]
pub(crate) enum Does {
    Say { found: Option<Action>, insist: bool },
    Edit,
    Withdraw,
    UndoWithdraw,
    Hear,
    Unhear,
    Decide(Verdict),
    UndoDecision,
    Hide,
    Show,
    Pause,
    Resume,
    Next,
    Previous,
    MoveEnd(i16),
    Close,
    Propose,
    Second,
    Decline,
    Introduce(Belonging),
    Leave,
}

/// Where a play begins.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Start {
    Waiting,
    Phase(u16),
}

/// A room, and the last command, which may be sent again.
pub(crate) struct Play {
    pub(crate) test: TestRoom,
    last: Option<(Actor, Option<Nonce>, Command)>,
}

impl Play {
    pub(crate) fn new(start: Start) -> Self {
        let test = match start {
            Start::Phase(phase) => TestRoom::in_phase(phase),
            Start::Waiting => waiting(),
        };
        Self { test, last: None }
    }

    /// Plays a step through; what it asked for is there to be asked again.
    pub(crate) fn take(&mut self, step: &Step) -> Vec<Fact> {
        match step {
            Step::Wait(ms) => return self.wait(Span(*ms)),
            Step::ClockBack(ms) => {
                self.test.now = Timestamp(self.test.now.0 - i64::from(*ms));
                return Vec::new();
            }
            Step::Seat { .. } | Step::Again | Step::Admit { .. } | Step::ChangeRole { .. } => {}
        }
        let Some((actor, nonce, command)) = self.command(step) else { return Vec::new() };
        self.last = Some((actor, nonce.clone(), command.clone()));
        self.test.send(actor, nonce, &command).unwrap_or_default()
    }

    /// The command that a step stands for in the room as it is.
    pub(crate) fn command(&mut self, step: &Step) -> Option<(Actor, Option<Nonce>, Command)> {
        match step {
            Step::Seat { seat, does, pick } => {
                let command = self.seat_command(*seat, does, *pick)?;
                let (seat, nonce) = (SeatNo(*seat), self.test.nonce());
                let command = Command::FromSeat { seat, nonce: nonce.clone(), command };
                Some((Actor::Seat(seat), Some(nonce), command))
            }
            Step::Again => self.last.clone(),
            Step::Admit { role, belonging } => {
                let (role, belonging, consents) = (*role, *belonging, BTreeSet::new());
                Some((Actor::Organizer, None, Command::Admit { role, belonging, consents }))
            }
            Step::ChangeRole { seat, role } => {
                let (seat, role) = (SeatNo(*seat), *role);
                Some((Actor::Organizer, None, Command::ChangeRole { seat, role }))
            }
            Step::Wait(_) | Step::ClockBack(_) => None,
        }
    }

    /// Time passes; each tick that is due does something, or the room would never rest.
    fn wait(&mut self, span: Span) -> Vec<Fact> {
        self.test.now = self.test.now.plus(span);
        let mut all = Vec::new();
        while self.test.room.next_deadline().is_some_and(|due| due <= self.test.now) {
            let facts = self.test.send(Actor::System, None, &Command::Tick);
            assert!(facts.as_ref().is_ok_and(|facts| !facts.is_empty()), "a tick without a fact");
            all.extend(facts.unwrap_or_default());
        }
        all
    }

    fn seat_command(&self, seat: u16, does: &Does, pick: usize) -> Option<SeatCommand> {
        let number = self.number(pick);
        let (reason, note) = (Reason::Other, Note::parse("a line to you").ok());
        Some(match does {
            Does::Say { found, insist } => say(*found, *insist, pick),
            Does::Edit => {
                SeatCommand::Edit { mine: self.mine(seat, pick)?, words: words("changed") }
            }
            Does::Withdraw => SeatCommand::Withdraw { mine: self.mine(seat, pick)? },
            Does::UndoWithdraw => SeatCommand::UndoWithdraw { mine: self.mine(seat, pick)? },
            Does::Hear => SeatCommand::Hear { number },
            Does::Unhear => SeatCommand::Unhear { number },
            Does::Decide(verdict) => {
                SeatCommand::Decide { desk: self.desk(pick), verdict: verdict.clone() }
            }
            Does::UndoDecision => SeatCommand::UndoDecision { desk: self.desk(pick) },
            Does::Hide => SeatCommand::Hide { number, reason, note },
            Does::Show => SeatCommand::Show { number },
            Does::Pause => SeatCommand::Pause { reason: PauseReason::Slow },
            Does::Resume => SeatCommand::Resume,
            Does::Next => SeatCommand::NextPhase { from: self.phase() },
            Does::Previous => SeatCommand::PreviousPhase { from: self.phase() },
            Does::MoveEnd(minutes) => {
                SeatCommand::MovePhaseEnd { from: self.phase(), minutes: *minutes }
            }
            Does::Close => SeatCommand::Close,
            Does::Propose => SeatCommand::Propose { act: self.grave(pick) },
            Does::Second => SeatCommand::Second { proposal: self.proposal(pick) },
            Does::Decline => SeatCommand::Decline { proposal: self.proposal(pick) },
            Does::Introduce(belonging) => introduce(*belonging)?,
            Does::Leave => SeatCommand::Leave,
        })
    }

    fn mine(&self, seat: u16, pick: usize) -> Option<Nonce> {
        let own = self.test.room.messages().filter(|message| message.names.author == SeatNo(seat));
        nth(own.map(|message| message.names.nonce.clone()), pick)
    }

    fn desk(&self, pick: usize) -> Position {
        nth(self.test.room.messages().filter_map(|m| m.names.desk), pick).unwrap_or_default()
    }

    fn number(&self, pick: usize) -> MessageNumber {
        let numbers = self.test.room.messages().filter_map(roundtable_core::room::Message::number);
        nth(numbers, pick).unwrap_or_default()
    }

    fn proposal(&self, pick: usize) -> ProposalId {
        nth(self.test.room.proposals().map(|(id, _)| id), pick).unwrap_or_default()
    }

    fn grave(&self, pick: usize) -> Act {
        match pick % 4 {
            0 => Act::Open,
            1 => Act::EndEarly,
            _ => Act::RemoveMessage { number: self.number(pick / 4), reason: Reason::Other },
        }
    }

    fn phase(&self) -> PhaseIndex {
        let facts = self.test.rows.iter().rev().flat_map(|row| &row.facts);
        let mut begun = facts.filter_map(|fact| {
            if let Fact::PhaseBegan { phase, .. } = fact { Some(*phase) } else { None }
        });
        begun.next().unwrap_or_default()
    }
}

fn nth<T>(items: impl Iterator<Item = T>, pick: usize) -> Option<T> {
    let mut items: Vec<T> = items.collect();
    let index = pick.checked_rem(items.len())?;
    Some(items.swap_remove(index))
}

fn say(found: Option<Action>, insist: bool, pick: usize) -> SeatCommand {
    let finding = |action| Finding { rule: "rule".to_owned(), span: (0, 1), action };
    let screening = Screening {
        rule_set: "test".to_owned(),
        findings: found.map(finding).into_iter().collect(),
    };
    let content_note = ContentNote::parse("loss").ok().filter(|_| pick.is_multiple_of(3));
    let words = Words { content_note, screening, ..words("said") };
    let (kind, language) = (Kind::ALL[pick % 6], Language::ALL[pick % 3]);
    SeatCommand::Say { kind, language, words, insist }
}

fn introduce(belonging: Belonging) -> Option<SeatCommand> {
    let name = SeatName::parse("Quince").ok()?;
    let (writes, reads) = (Language::Hy, vec![Language::En]);
    Some(SeatCommand::Introduce { name, taken: false, belonging, writes, reads })
}

fn waiting() -> TestRoom {
    let mut test = TestRoom::scheduled("practice");
    for (seat, role) in [(1, Role::Facilitator), (2, Role::Facilitator), (3, Role::Participant)] {
        let belonging = if seat == 2 { Belonging::B } else { Belonging::A };
        test.admit(role, belonging);
        test.introduce(seat, belonging);
    }
    test
}

fn belonging() -> impl Strategy<Value = Belonging> + Clone {
    proptest::sample::select(vec![
        Belonging::A,
        Belonging::B,
        Belonging::Both,
        Belonging::Undeclared,
        Belonging::ThirdParty,
    ])
}

fn role() -> impl Strategy<Value = Role> + Clone {
    proptest::sample::select(Role::ALL.to_vec())
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let note = || Note::parse("a line to you").ok();
    prop_oneof![
        3 => Just(Verdict::Approve),
        1 => Just(Verdict::Return { reason: Reason::Place, note: note() }),
        1 => Just(Verdict::Remove { reason: Reason::Graphic, note: note() }),
    ]
}

fn speaks() -> impl Strategy<Value = Does> {
    let actions = vec![None, None, Some(Action::Annotate), Some(Action::Nudge), Some(Action::Hold)];
    let say = (proptest::sample::select(actions), any::<bool>());
    prop_oneof![
        6 => say.prop_map(|(found, insist)| Does::Say { found, insist }),
        1 => Just(Does::Edit),
        2 => Just(Does::Withdraw),
        1 => Just(Does::UndoWithdraw),
        1 => Just(Does::Hear),
        1 => Just(Does::Unhear),
    ]
}

fn leads() -> impl Strategy<Value = Does> {
    prop_oneof![
        6 => verdict().prop_map(Does::Decide),
        2 => proptest::sample::select(vec![Does::UndoDecision, Does::Hide, Does::Show]),
        2 => proptest::sample::select(vec![Does::Next, Does::Previous, Does::Pause]),
        1 => any::<i16>().prop_map(Does::MoveEnd),
        2 => proptest::sample::select(vec![Does::Propose, Does::Second, Does::Decline]),
        2 => Just(Does::Resume),
        1 => Just(Does::Close),
    ]
}

/// Anything that a seat can ask for.
pub(crate) fn does() -> impl Strategy<Value = Does> {
    prop_oneof![
        8 => speaks(),
        8 => leads(),
        1 => belonging().prop_map(Does::Introduce),
        1 => Just(Does::Leave),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let seat = |seats: std::ops::RangeInclusive<u16>, does: BoxedStrategy<Does>| {
        (seats, does, any::<usize>()).prop_map(|(seat, does, pick)| Step::Seat { seat, does, pick })
    };
    let admit = (role(), belonging()).prop_map(|(role, belonging)| Step::Admit { role, belonging });
    let change = (1..9u16, role()).prop_map(|(seat, role)| Step::ChangeRole { seat, role });
    prop_oneof![
        10 => seat(1..=4, speaks().boxed()),
        10 => seat(1..=2, leads().boxed()),
        3 => seat(1..=9, does().boxed()),
        1 => Just(Step::Again),
        1 => admit,
        3 => change,
        5 => (0..15_000u64).prop_map(Step::Wait),
        1 => (0..20 * 60_000u64).prop_map(Step::Wait),
        1 => any::<u32>().prop_map(Step::ClockBack),
    ]
}

/// A course of events.
pub(crate) fn course() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..70)
}

/// Where it begins: most often where everything waits for a facilitator.
pub(crate) fn start() -> impl Strategy<Value = Start> {
    prop_oneof![1 => Just(Start::Waiting), 1 => (0..5u16).prop_map(Start::Phase), 2 => Just(Start::Phase(2))]
}
