//! The facilitators' desk: deciding about what waits, hiding and showing what is in the room.

use super::{Acting, Bodies, Decision};
use crate::id::{MessageNumber, Position};
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::command::{Reason, Verdict};
use crate::room::fact::{Decided, Fact};
use crate::room::row::BodyClass;
use crate::room::state::{Message, MessageState};
use crate::text::Note;
use crate::time::Span;

/// An approval can be taken back for three seconds; then the message is in the room.
const APPROVAL_GRACE: Span = Span::seconds(3);
/// A return or a removal can be taken back for ten; then the author reads it.
const REFUSAL_GRACE: Span = Span::seconds(10);

impl Room {
    pub(super) fn decide_held(
        &self,
        by: &Acting<'_>,
        desk: Position,
        verdict: &Verdict,
    ) -> Result<Decision, Refusal> {
        let message = self.on_desk(desk)?;
        if message.names.author == by.seat {
            return Err(Refusal::SamePerson);
        }
        undecided(message)?;
        let mut bodies = Bodies::after(self);
        let mut line = |note: &Option<Note>| {
            note.as_ref().map(|note| bodies.write(BodyClass::Words, note.as_str()))
        };
        let (decided, grace) = match verdict {
            Verdict::Approve => (Decided::Approved, APPROVAL_GRACE),
            Verdict::Return { reason, note } => {
                (Decided::Returned { reason: *reason, note: line(note) }, REFUSAL_GRACE)
            }
            Verdict::Remove { reason, note } => {
                (Decided::Removed { reason: *reason, note: line(note) }, REFUSAL_GRACE)
            }
        };
        let message = message.names.clone();
        let due = by.now.plus(grace);
        Ok(bodies.decision([Fact::HoldDecided { message, decided, by: by.seat, due }]))
    }

    pub(super) fn undo_decision(
        &self,
        by: &Acting<'_>,
        desk: Position,
    ) -> Result<Decision, Refusal> {
        let message = self.on_desk(desk)?;
        match &message.state {
            MessageState::Held { pending: Some(pending), .. } if by.now < pending.due => {
                let message = message.names.clone();
                Ok(Decision::facts([Fact::HoldDecisionUndone { message, by: by.seat }]))
            }
            MessageState::Held { pending: None, .. } => Ok(Decision::nothing()),
            MessageState::Held { pending: Some(_), .. }
            | MessageState::Said
            | MessageState::Returned { .. }
            | MessageState::Published
            | MessageState::Hidden { .. }
            | MessageState::Removed { .. }
            | MessageState::Withdrawn { .. }
            | MessageState::Erased => Err(Refusal::TooLate),
        }
    }

    pub(super) fn hide(
        &self,
        by: &Acting<'_>,
        number: MessageNumber,
        reason: Reason,
        note: Option<&Note>,
    ) -> Result<Decision, Refusal> {
        let message = self.numbered(number)?;
        match message.state {
            MessageState::Published => {}
            MessageState::Hidden { .. } => return Ok(Decision::nothing()),
            MessageState::Said
            | MessageState::Held { .. }
            | MessageState::Returned { .. }
            | MessageState::Removed { .. }
            | MessageState::Withdrawn { .. }
            | MessageState::Erased => return Err(Refusal::TooLate),
        }
        let mut bodies = Bodies::after(self);
        let note = note.map(|note| bodies.write(BodyClass::Words, note.as_str()));
        let message = message.names.clone();
        Ok(bodies.decision([Fact::MessageHidden { message, reason, note, by: by.seat }]))
    }

    pub(super) fn show(&self, by: &Acting<'_>, number: MessageNumber) -> Result<Decision, Refusal> {
        let message = self.numbered(number)?;
        match message.state {
            MessageState::Hidden { .. } => Ok(Decision::facts([Fact::MessageShown {
                message: message.names.clone(),
                content: message.content.clone(),
                by: by.seat,
            }])),
            MessageState::Published => Ok(Decision::nothing()),
            MessageState::Said
            | MessageState::Held { .. }
            | MessageState::Returned { .. }
            | MessageState::Removed { .. }
            | MessageState::Withdrawn { .. }
            | MessageState::Erased => Err(Refusal::TooLate),
        }
    }
}

fn undecided(message: &Message) -> Result<(), Refusal> {
    match &message.state {
        MessageState::Held { pending: None, .. } => Ok(()),
        MessageState::Held { pending: Some(pending), .. } => {
            Err(Refusal::AlreadyDecided { by: pending.by })
        }
        MessageState::Said
        | MessageState::Returned { .. }
        | MessageState::Published
        | MessageState::Hidden { .. }
        | MessageState::Removed { .. }
        | MessageState::Withdrawn { .. }
        | MessageState::Erased => Err(Refusal::TooLate),
    }
}
