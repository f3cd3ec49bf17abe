//! One's own words: saying, changing, taking back; and hearing another's.

use super::{Acting, Bodies, Decision};
use crate::id::{MessageNumber, Nonce};
use crate::language::Language;
use crate::moderation::{Action, Finding};
use crate::refusal::Refusal;
use crate::roles::Role;
use crate::room::command::Words;
use crate::room::fact::{Content, Fact, HoldReason, MessageRef, Standing};
use crate::room::row::BodyClass;
use crate::room::state::{Message, MessageState};
use crate::room::{MAX_MESSAGES, MAX_ROWS, MAX_WAITING, Room};
use crate::session::{Kind, Screened, Writers};
use crate::time::Span;

/// How long a withdrawal can be undone; then the words are erased.
pub(super) const WITHDRAWAL_GRACE: Span = Span::seconds(10);

impl Room {
    pub(super) fn say_words(
        &self,
        by: &Acting<'_>,
        kind: Kind,
        language: Language,
        words: &Words,
        insist: bool,
    ) -> Result<Decision, Refusal> {
        self.may_say(by, kind)?;
        let why = self.weigh(by, words, insist)?;
        if why.is_some() {
            self.desk_left(by)?;
        }
        let mut bodies = Bodies::after(self);
        let content = write(&mut bodies, kind, language, words);
        let message = MessageRef {
            id: self.next_message(),
            author: by.seat,
            nonce: by.nonce.clone(),
            desk: None,
            number: None,
        };
        let said = Fact::MessageSaid { message: message.clone(), content: content.clone() };
        let then = match why {
            Some(why) => Fact::MessageHeld { message: self.waiting(message), content, why },
            None => Fact::MessagePublished { message: self.published(&message), content },
        };
        Ok(bodies.decision([said, then]))
    }

    /// The names of a message that takes the next place on the facilitators' desk.
    fn waiting(&self, message: MessageRef) -> MessageRef {
        MessageRef { desk: Some(self.lanes.facilitators.next()), ..message }
    }

    fn may_say(&self, by: &Acting<'_>, kind: Kind) -> Result<(), Refusal> {
        if by.me.introduced.is_none() {
            return Err(Refusal::NotIntroduced);
        }
        let phase = self.phase().ok_or(Refusal::NotOpen)?;
        if phase.writers == Writers::Facilitators && by.me.role != Role::Facilitator {
            return Err(Refusal::OnlyFacilitatorsWrite);
        }
        if !phase.kinds.contains(&kind) {
            return Err(Refusal::KindNotHere { kinds: phase.kinds.clone() });
        }
        self.room_left(by)
    }

    fn room_left(&self, by: &Acting<'_>) -> Result<(), Refusal> {
        if self.messages.len() < MAX_MESSAGES {
            return self.rows_left(by);
        }
        Err(Refusal::RoomFull { limit: u32::try_from(MAX_MESSAGES).unwrap_or(u32::MAX) })
    }

    /// A log that is nearly full still takes what facilitators do.
    pub(super) fn rows_left(&self, by: &Acting<'_>) -> Result<(), Refusal> {
        if self.head.0 < MAX_ROWS || by.me.role == Role::Facilitator {
            return Ok(());
        }
        Err(Refusal::RoomFull { limit: u32::try_from(MAX_ROWS).unwrap_or(u32::MAX) })
    }

    fn desk_left(&self, by: &Acting<'_>) -> Result<(), Refusal> {
        if self.waiting_of(by.seat) < MAX_WAITING {
            return Ok(());
        }
        Err(Refusal::TooManyWaiting { limit: u32::try_from(MAX_WAITING).unwrap_or(u32::MAX) })
    }

    /// Weighs what the rules found against the phase's level: does the message wait, and why?
    fn weigh(
        &self,
        by: &Acting<'_>,
        words: &Words,
        insist: bool,
    ) -> Result<Option<HoldReason>, Refusal> {
        let level = self.phase().map_or(Screened::Strict, |phase| phase.screening);
        let rule_set = &words.screening.rule_set;
        let rule = |finding: &Finding| HoldReason::Rule {
            rule: finding.rule.clone(),
            rule_set: rule_set.clone(),
            span: finding.span,
        };
        // What a facilitator writes is answered for by name; only a rule holds it, and then it is
        // the other facilitator who decides.
        let by_phase = level == Screened::Strict && by.me.role != Role::Facilitator;
        Ok(match words.screening.strongest() {
            Some(finding) if finding.action == Action::Hold => Some(rule(finding)),
            Some(finding) if finding.action == Action::Nudge && !insist => {
                return Err(Refusal::Reconsider { rule: finding.rule.clone(), span: finding.span });
            }
            Some(finding) if finding.action == Action::Nudge && level == Screened::Screened => {
                Some(HoldReason::Insisted {
                    rule: finding.rule.clone(),
                    rule_set: rule_set.clone(),
                    span: finding.span,
                })
            }
            Some(_) | None => by_phase.then_some(HoldReason::Phase),
        })
    }

    pub(super) fn edit_words(
        &self,
        by: &Acting<'_>,
        mine: &Nonce,
        words: &Words,
    ) -> Result<Decision, Refusal> {
        let message = self.mine(by.seat, mine)?;
        self.room_left(by)?;
        let again = match &message.state {
            MessageState::Held { .. } => None,
            MessageState::Returned { .. } => Some(HoldReason::Returned),
            MessageState::Said
            | MessageState::Published
            | MessageState::Hidden { .. }
            | MessageState::Removed { .. }
            | MessageState::Withdrawn { .. }
            | MessageState::Erased => return Err(Refusal::TooLate),
        };
        if again.is_some() {
            self.desk_left(by)?;
        }
        let mut bodies = Bodies::after(self);
        let content = write(&mut bodies, message.content.kind, message.content.language, words);
        let before = [Some(message.content.text), message.content.content_note]
            .into_iter()
            .flatten()
            .collect();
        let names = message.names.clone();
        let edited =
            Fact::MessageEdited { message: names.clone(), content: content.clone(), before };
        let held = again.map(|why| Fact::MessageHeld { message: names, content, why });
        Ok(bodies.decision(std::iter::once(edited).chain(held)))
    }

    pub(super) fn withdraw(&self, by: &Acting<'_>, mine: &Nonce) -> Result<Decision, Refusal> {
        let message = self.mine(by.seat, mine)?;
        match message.state {
            MessageState::Withdrawn { .. } | MessageState::Erased => Ok(Decision::nothing()),
            MessageState::Said
            | MessageState::Held { .. }
            | MessageState::Returned { .. }
            | MessageState::Published
            | MessageState::Hidden { .. }
            | MessageState::Removed { .. } => Ok(Decision::facts([Fact::MessageWithdrawn {
                message: message.names.clone(),
                until: by.now.plus(WITHDRAWAL_GRACE),
            }])),
        }
    }

    pub(super) fn undo_withdraw(&self, by: &Acting<'_>, mine: &Nonce) -> Result<Decision, Refusal> {
        let message = self.mine(by.seat, mine)?;
        match &message.state {
            MessageState::Withdrawn { again, until } if by.now < *until => {
                Ok(Decision::facts([Fact::WithdrawalUndone {
                    message: message.names.clone(),
                    content: message.content.clone(),
                    again: Standing::clone(again),
                }]))
            }
            MessageState::Withdrawn { .. } | MessageState::Erased => Err(Refusal::TooLate),
            MessageState::Said
            | MessageState::Held { .. }
            | MessageState::Returned { .. }
            | MessageState::Published
            | MessageState::Hidden { .. }
            | MessageState::Removed { .. } => Ok(Decision::nothing()),
        }
    }

    pub(super) fn hear(&self, by: &Acting<'_>, number: MessageNumber) -> Result<Decision, Refusal> {
        let message = self.heard_message(by, number)?;
        if message.heard.contains(&by.seat) {
            return Ok(Decision::nothing());
        }
        self.room_left(by)?;
        let count = count(message).saturating_add(1);
        Ok(Decision::facts([Fact::Heard { message: message.names.clone(), by: by.seat, count }]))
    }

    pub(super) fn unhear(
        &self,
        by: &Acting<'_>,
        number: MessageNumber,
    ) -> Result<Decision, Refusal> {
        let message = self.heard_message(by, number)?;
        if !message.heard.contains(&by.seat) {
            return Ok(Decision::nothing());
        }
        let count = count(message).saturating_sub(1);
        Ok(Decision::facts([Fact::Unheard { message: message.names.clone(), by: by.seat, count }]))
    }

    fn heard_message(&self, by: &Acting<'_>, number: MessageNumber) -> Result<&Message, Refusal> {
        let message = self.numbered(number)?;
        if message.names.author == by.seat {
            return Err(Refusal::OwnMessage);
        }
        if message.state == MessageState::Published { Ok(message) } else { Err(Refusal::TooLate) }
    }
}

fn count(message: &Message) -> u32 {
    u32::try_from(message.heard.len()).unwrap_or(u32::MAX)
}

fn write(bodies: &mut Bodies, kind: Kind, language: Language, words: &Words) -> Content {
    let text = bodies.write(BodyClass::Words, words.text.as_str());
    let note = words.content_note.as_ref();
    let content_note = note.map(|note| bodies.write(BodyClass::Words, note.as_str()));
    Content { kind, language, text, content_note }
}
