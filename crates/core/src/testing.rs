//! Given, when, then: a room for tests, folded as the log would fold it.

use crate::id::{Nonce, PhaseIndex, RoomId, SeatNo};
use crate::keys::Act;
use crate::language::Language;
use crate::moderation::Screening;
use crate::refusal::Refusal;
use crate::roles::{Belonging, Role};
use crate::room::command::{Actor, Command, SeatCommand, Words};
use crate::room::fact::Fact;
use crate::room::row::{Body, Row};
use crate::room::{Decision, Room, Written};
use crate::session::{Kind, Settings, template::template};
use crate::text::{MessageText, SeatName};
use crate::time::{Span, Timestamp};
use std::collections::BTreeSet;

/// A room under test, with its log and its texts.
#[derive(Clone, Debug)]
pub struct TestRoom {
    /// The live state.
    pub room: Room,
    /// Every row, as the log would keep them.
    pub rows: Vec<Row>,
    /// What was written down beside each row.
    pub written: Vec<Written>,
    /// Every text that was written.
    pub bodies: Vec<Body>,
    /// The clock.
    pub now: Timestamp,
    nonces: u32,
}

impl TestRoom {
    /// A room that is scheduled from a template, in which nobody sits yet.
    ///
    /// # Panics
    /// When there is no such template: a mistake in the test.
    pub fn scheduled(name: &str) -> Self {
        #[expect(clippy::expect_used, reason = "a mistake in the test")]
        Self::with(template(name).expect("a template"))
    }

    /// A room with these settings.
    pub fn with(settings: Settings) -> Self {
        let mut test = Self {
            room: Room::new(RoomId::from_bytes([1; 16])),
            rows: Vec::new(),
            written: Vec::new(),
            bodies: Vec::new(),
            now: Timestamp(1_780_000_000_000),
            nonces: 0,
        };
        let _scheduled = test.send(Actor::Organizer, None, &Command::Schedule(settings));
        test
    }

    /// Two facilitators (seats 1 of A and 2 of B), two participants (3 of A, 4 of B), an
    /// interpreter (5) and an observer (6), all with names; the practice room is open.
    pub fn open() -> Self {
        let mut test = Self::scheduled("practice");
        let roles = [
            (Role::Facilitator, Belonging::A),
            (Role::Facilitator, Belonging::B),
            (Role::Participant, Belonging::A),
            (Role::Participant, Belonging::B),
            (Role::Interpreter, Belonging::Undeclared),
            (Role::Observer, Belonging::Undeclared),
        ];
        for ((role, belonging), seat) in roles.into_iter().zip(1..) {
            test.admit(role, belonging);
            test.introduce(seat, belonging);
        }
        let _proposed = test.act(1, SeatCommand::Propose { act: Act::Open });
        let _opened = test.act(2, SeatCommand::Second { proposal: crate::id::ProposalId(1) });
        test
    }

    /// The same, moved on to the phase with this place in the agenda.
    pub fn in_phase(phase: u16) -> Self {
        let mut test = Self::open();
        for from in 0..phase {
            let _moved = test.act(1, SeatCommand::NextPhase { from: PhaseIndex(from) });
        }
        test
    }

    /// Gives out the next seat.
    pub fn admit(&mut self, role: Role, belonging: Belonging) {
        let admit = Command::Admit { role, belonging, consents: BTreeSet::new() };
        let _admitted = self.send(Actor::Organizer, None, &admit);
    }

    /// Lets a seat say its name and side.
    ///
    /// # Panics
    /// Never: the name is one.
    pub fn introduce(&mut self, seat: u16, belonging: Belonging) {
        #[expect(clippy::expect_used, reason = "a mistake in the test")]
        let name = SeatName::parse(format!("Quince {seat}")).expect("a name");
        let command = SeatCommand::Introduce {
            name,
            taken: false,
            belonging,
            writes: Language::En,
            reads: vec![Language::En],
        };
        let _introduced = self.act(seat, command);
    }

    /// A fresh nonce.
    ///
    /// # Panics
    /// Never: the shape is right.
    pub fn nonce(&mut self) -> Nonce {
        self.nonces += 1;
        #[expect(clippy::expect_used, reason = "the shape is right")]
        Nonce::parse(&format!("nonce-{:04}", self.nonces)).expect("a nonce")
    }

    /// When a seat does this: what happened, or which rule said no.
    pub fn act(&mut self, seat: u16, command: SeatCommand) -> Result<Vec<Fact>, Refusal> {
        let nonce = self.nonce();
        self.act_as(seat, nonce, command)
    }

    /// The same under a given nonce.
    pub fn act_as(
        &mut self,
        seat: u16,
        nonce: Nonce,
        command: SeatCommand,
    ) -> Result<Vec<Fact>, Refusal> {
        let seat = SeatNo(seat);
        let command = Command::FromSeat { seat, nonce: nonce.clone(), command };
        self.send(Actor::Seat(seat), Some(nonce), &command)
    }

    /// A seat says something; the nonce names it afterwards.
    pub fn say(&mut self, seat: u16, text: &str) -> (Nonce, Result<Vec<Fact>, Refusal>) {
        let nonce = self.nonce();
        let command = SeatCommand::Say {
            kind: Kind::Plain,
            language: Language::En,
            words: words(text),
            insist: false,
        };
        (nonce.clone(), self.act_as(seat, nonce, command))
    }

    /// Time passes, and everything that falls due happens.
    pub fn wait(&mut self, span: Span) -> Vec<Fact> {
        self.now = self.now.plus(span);
        let mut all = Vec::new();
        while self.room.next_deadline().is_some_and(|due| due <= self.now) {
            all.extend(self.send(Actor::System, None, &Command::Tick).unwrap_or_default());
        }
        all
    }

    /// Decides, writes down, folds.
    pub fn send(
        &mut self,
        by: Actor,
        nonce: Option<Nonce>,
        command: &Command,
    ) -> Result<Vec<Fact>, Refusal> {
        let Decision { facts, bodies } = self.room.decide(command, self.now)?;
        if facts.is_empty() {
            return Ok(facts);
        }
        let seed = u8::try_from(self.rows.len() % 251).unwrap_or(0);
        let written = self.room.write(by, nonce, self.now, facts.clone(), [seed; 32]);
        self.room.apply(&written.row);
        self.rows.push(written.row.clone());
        self.written.push(written);
        self.bodies.extend(bodies);
        Ok(facts)
    }

    /// The room as the log alone gives it back.
    pub fn folded(&self) -> Room {
        let mut room = Room::new(self.room.id());
        self.rows.iter().for_each(|row| room.apply(row));
        room
    }
}

/// Words that no rule finds anything in.
///
/// # Panics
/// When the text is not one that a person could send: a mistake in the test.
pub fn words(text: &str) -> Words {
    #[expect(clippy::expect_used, reason = "a mistake in the test")]
    let text = MessageText::parse(text).expect("a text");
    Words { text, content_note: None, screening: Screening::none() }
}
