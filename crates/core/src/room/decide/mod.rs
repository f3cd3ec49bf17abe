//! What would happen? A short router; one file for each family of commands.
//!
//! The permission matrix is asked first, here, for every command of a seat; the families weigh
//! only the data.

mod agenda;
mod deadlines;
mod desk;
mod membership;
mod proposals;
mod speech;

use super::Room;
use super::command::{Command, SeatCommand};
use super::fact::{Fact, MessageRef};
use super::row::{Body, BodyClass};
use super::state::{Message, MessageState, Seat};
use crate::id::{BodyId, MessageId, MessageNumber, Nonce, Position, SeatNo};
use crate::refusal::Refusal;
use crate::roles::{self, Stage};
use crate::time::Timestamp;

/// What a command leads to. No fact at all means that it had happened already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happens, in order.
    pub facts: Vec<Fact>,
    /// The texts that the facts name.
    pub bodies: Vec<Body>,
}

impl Decision {
    fn nothing() -> Self {
        Self::default()
    }

    fn facts(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self { facts: facts.into_iter().collect(), bodies: Vec::new() }
    }
}

/// Who acts on what, once the matrix has said yes.
struct Acting<'a> {
    seat: SeatNo,
    me: &'a Seat,
    nonce: &'a Nonce,
    now: Timestamp,
}

/// Gives out names for texts, in the order in which they are written down.
struct Bodies {
    last: BodyId,
    bodies: Vec<Body>,
}

impl Bodies {
    fn after(room: &Room) -> Self {
        Self { last: room.bodies, bodies: Vec::new() }
    }

    fn write(&mut self, class: BodyClass, text: &str) -> BodyId {
        self.last = self.last.next();
        self.bodies.push(Body { id: self.last, class, text: text.to_owned() });
        self.last
    }

    fn decision(self, facts: impl IntoIterator<Item = Fact>) -> Decision {
        Decision { facts: facts.into_iter().collect(), bodies: self.bodies }
    }
}

impl Room {
    /// What would happen? Looks at nothing but its arguments.
    pub fn decide(&self, command: &Command, now: Timestamp) -> Result<Decision, Refusal> {
        let now = self.instant(now);
        let mut decision = match command {
            Command::FromSeat { seat, nonce, command } => {
                self.decide_seat(*seat, nonce, command, now)
            }
            Command::Schedule(settings) => self.schedule(settings),
            Command::Admit { role, belonging, consents } => self.admit(*role, *belonging, consents),
            Command::ChangeRole { seat, role } => self.change_seat_role(*seat, *role),
            Command::Tick => Ok(self.tick(now)),
        }?;
        let dropped = self.dropped_by(&decision.facts);
        decision.facts.extend(dropped);
        Ok(decision)
    }

    fn decide_seat(
        &self,
        seat: SeatNo,
        nonce: &Nonce,
        command: &SeatCommand,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let me = self.seats.get(&seat).ok_or(Refusal::NoSuchSeat)?;
        if me.has_sent(nonce) || self.nonces.get(&seat).is_some_and(|said| said.contains_key(nonce))
        {
            return Ok(Decision::nothing());
        }
        if me.left {
            return Err(Refusal::NoSuchSeat);
        }
        self.permit(me, command)?;
        self.family(&Acting { seat, me, nonce, now }, command)
    }

    fn permit(&self, me: &Seat, command: &SeatCommand) -> Result<(), Refusal> {
        let (intent, stage) = (command.intent(), self.stage());
        if roles::permitted(me.role, intent, stage) {
            return Ok(());
        }
        // A better answer than "not permitted" for what would be permitted at another time.
        let sometimes =
            Stage::ALL.into_iter().any(|stage| roles::permitted(me.role, intent, stage));
        Err(match stage {
            Stage::Waiting if sometimes => Refusal::NotOpen,
            Stage::Paused if sometimes => Refusal::RoomPaused,
            Stage::Closed if sometimes => Refusal::RoomClosed,
            Stage::Waiting | Stage::Live | Stage::Paused | Stage::Closed => {
                Refusal::NotPermitted { role: me.role, intent, stage }
            }
        })
    }

    fn family(&self, by: &Acting<'_>, command: &SeatCommand) -> Result<Decision, Refusal> {
        match command {
            SeatCommand::Introduce { name, taken, belonging, writes, reads } => {
                self.introduce(by, name, *taken, *belonging, (*writes, reads))
            }
            SeatCommand::Leave => Ok(Decision::facts([Fact::SeatLeft { seat: by.seat }])),
            SeatCommand::Propose { act } => self.propose(by, *act),
            SeatCommand::Second { proposal } => self.second(by, *proposal),
            SeatCommand::Decline { proposal } => self.decline(by, *proposal),
            SeatCommand::Say { kind, language, words, insist } => {
                self.say_words(by, *kind, *language, words, *insist)
            }
            SeatCommand::Edit { mine, words } => self.edit_words(by, mine, words),
            SeatCommand::Withdraw { mine } => self.withdraw(by, mine),
            SeatCommand::UndoWithdraw { mine } => self.undo_withdraw(by, mine),
            SeatCommand::Hear { number } => self.hear(by, *number),
            SeatCommand::Unhear { number } => self.unhear(by, *number),
            SeatCommand::Decide { desk, verdict } => self.decide_held(by, *desk, verdict),
            SeatCommand::UndoDecision { desk } => self.undo_decision(by, *desk),
            SeatCommand::Hide { number, reason, note } => {
                self.hide(by, *number, *reason, note.as_ref())
            }
            SeatCommand::Show { number } => self.show(by, *number),
            SeatCommand::Pause { reason } => self.pause(by, *reason),
            SeatCommand::Resume => self.resume(by),
            SeatCommand::NextPhase { from } => self.next_phase(by, *from),
            SeatCommand::PreviousPhase { from } => self.previous_phase(by, *from),
            SeatCommand::MovePhaseEnd { from, minutes } => self.move_phase_end(by, *from, *minutes),
            SeatCommand::Close => self.close(),
        }
    }

    fn mine(&self, seat: SeatNo, nonce: &Nonce) -> Result<&Message, Refusal> {
        let id = self.nonces.get(&seat).and_then(|said| said.get(nonce));
        id.and_then(|id| self.messages.get(id)).ok_or(Refusal::NoSuchMessage)
    }

    fn numbered(&self, number: MessageNumber) -> Result<&Message, Refusal> {
        let id = self.numbers.get(&number).ok_or(Refusal::NoSuchMessage)?;
        self.messages.get(id).ok_or(Refusal::NoSuchMessage)
    }

    fn on_desk(&self, desk: Position) -> Result<&Message, Refusal> {
        let id = self.desk.get(&desk).ok_or(Refusal::NoSuchMessage)?;
        self.messages.get(id).ok_or(Refusal::NoSuchMessage)
    }

    /// The names that a message has once it is published.
    fn published(&self, names: &MessageRef) -> MessageRef {
        let last = self.numbers.last_key_value().map(|(number, _)| *number).unwrap_or_default();
        MessageRef { number: Some(last.next()), ..names.clone() }
    }

    fn next_message(&self) -> MessageId {
        self.messages.last_key_value().map(|(id, _)| *id).unwrap_or_default().next()
    }

    fn waiting_of(&self, seat: SeatNo) -> usize {
        let said = self.nonces.get(&seat).into_iter().flat_map(|said| said.values());
        said.filter_map(|id| self.messages.get(id))
            .filter(|message| matches!(message.state, MessageState::Held { .. }))
            .count()
    }
}
