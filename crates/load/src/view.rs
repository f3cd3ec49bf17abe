//! What one seat knows: the fold of the events it was sent.
//!
//! Two clients of one seat that saw the same events have equal views, whatever way the events
//! came and however often the connection was cut. Words that left the screen are forgotten here
//! too, so that a view folded live equals one folded later from the history.
//!
//! To follow a new event: a line in [`View::fold`], in the part of its lane.

use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role, Stage};
use roundtable_core::room::command::Reason;
use roundtable_core::session::Settings;
use roundtable_protocol::Event;
use roundtable_protocol::event::{Outcome, Said, WireVerdict};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of the events, by the same names")]
pub struct Person {
    pub role: Role,
    /// Where it is public.
    pub belonging: Option<Belonging>,
    pub name: Option<String>,
    pub writes: Option<Language>,
    pub left: bool,
}

/// What everybody sees of a published message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Shown {
    Published,
    Hidden,
    Removed,
    Withdrawn,
}

/// A published message, or what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Who wrote it.
    pub seat: SeatNo,
    /// What it says; without words when it is not shown.
    pub said: Said,
    /// Whether it is shown.
    pub shown: Shown,
    /// How many hear it.
    pub heard: u32,
}

/// What a message is to its author. Every message shows exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Standing {
    Waiting,
    Published,
    Returned(Reason),
    Removed(Reason),
    Hidden(Reason),
    Withdrawn,
    Erased,
}

/// One's own message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// What it is now.
    pub standing: Standing,
    /// Its number, once it was published.
    pub number: Option<MessageNumber>,
    /// Its words, while it waits or is in the room.
    pub said: Option<Said>,
}

/// A message on the facilitators' desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who wrote it.
    pub seat: SeatNo,
    /// What it says, while it waits.
    pub said: Option<Said>,
    /// A decision that has not taken effect, and whose.
    pub decided: Option<(WireVerdict, SeatNo)>,
    /// What became of it.
    pub outcome: Option<Outcome>,
}

impl Held {
    /// Waits, and nobody has decided.
    pub fn waits(&self) -> bool {
        self.decided.is_none() && self.outcome.is_none()
    }
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the events, by the same names")]
pub enum Turned {
    Waiting,
    Seconded,
    Declined,
    Expired,
    Dropped,
}

/// A proposal, as key-holders see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What would happen.
    pub act: Act,
    /// Who turned the first key.
    pub by: SeatNo,
    /// Where it stands.
    pub turned: Turned,
}

/// Everything that a seat knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// The rules and the agenda.
    pub settings: Option<Settings>,
    /// Where the room is.
    pub stage: Stage,
    /// The phase that runs.
    pub phase: Option<PhaseIndex>,
    /// Who is here.
    pub people: BTreeMap<SeatNo, Person>,
    /// What was published, by number.
    pub messages: BTreeMap<MessageNumber, Published>,
    /// One's own messages, by nonce.
    pub mine: BTreeMap<Nonce, Mine>,
    /// What this seat hears.
    pub hears: BTreeSet<MessageNumber>,
    /// Who hears this seat.
    pub heard_by: BTreeMap<MessageNumber, BTreeSet<SeatNo>>,
    /// Where everybody stands; facilitators alone.
    pub belongings: BTreeMap<SeatNo, Belonging>,
    /// The desk; facilitators alone.
    pub desk: BTreeMap<Position, Held>,
    /// The proposals; facilitators alone.
    pub proposals: BTreeMap<ProposalId, Proposed>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            settings: None,
            stage: Stage::Waiting,
            phase: None,
            people: BTreeMap::new(),
            messages: BTreeMap::new(),
            mine: BTreeMap::new(),
            hears: BTreeSet::new(),
            heard_by: BTreeMap::new(),
            belongings: BTreeMap::new(),
            desk: BTreeMap::new(),
            proposals: BTreeMap::new(),
        }
    }
}

impl View {
    /// The words in the room, in the order of publication.
    pub fn texts(&self) -> Vec<&str> {
        self.messages
            .values()
            .filter_map(|message| message.said.text.as_deref())
            .collect()
    }

    /// The proposal of this act that waits for its second key.
    pub fn waiting_proposal(&self, act: Act) -> Option<ProposalId> {
        let waits = |p: &&Proposed| p.act == act && p.turned == Turned::Waiting;
        self.proposals
            .iter()
            .find(|(_, p)| waits(p))
            .map(|(id, _)| *id)
    }

    /// Takes one event in.
    pub fn fold(&mut self, event: Event) {
        let rest = self.fold_room(event);
        let rest = rest.and_then(|event| self.fold_messages(event));
        let rest = rest.and_then(|event| self.fold_desk(event));
        if let Some(event) = rest {
            self.fold_mine(event);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest is handed on to the next part"
    )]
    fn fold_room(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Scheduled { settings } => self.settings = Some(settings),
            Event::Opened | Event::Resumed { .. } => self.stage = Stage::Live,
            Event::Paused { .. } => self.stage = Stage::Paused,
            Event::Closed { .. } => self.stage = Stage::Closed,
            Event::PhaseBegan { phase, .. } => self.phase = Some(phase),
            Event::PhaseEndMoved { .. } => {}
            Event::SeatAdmitted {
                seat,
                role,
                belonging,
            } => {
                self.people.insert(
                    seat,
                    Person {
                        role,
                        belonging,
                        name: None,
                        writes: None,
                        left: false,
                    },
                );
            }
            Event::SeatIntroduced {
                seat,
                role,
                belonging,
                name,
                writes,
            } => {
                let person = Person {
                    role,
                    belonging,
                    name,
                    writes: Some(writes),
                    left: false,
                };
                self.people.insert(seat, person);
            }
            Event::SeatRoleChanged { seat, role } => self.person(seat, |person| person.role = role),
            Event::SeatLeft { seat } => self.person(seat, |person| person.left = true),
            other => return Some(other),
        }
        None
    }

    fn person(&mut self, seat: SeatNo, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(&seat) {
            change(person);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest is handed on to the next part"
    )]
    fn fold_messages(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Message { number, seat, said } => {
                let heard = self
                    .messages
                    .get(&number)
                    .map_or(0, |message| message.heard);
                self.messages.insert(
                    number,
                    Published {
                        seat,
                        said,
                        shown: Shown::Published,
                        heard,
                    },
                );
            }
            Event::MessageHidden { number } => self.no_longer(number, Shown::Hidden),
            Event::MessageRemoved { number } => self.no_longer(number, Shown::Removed),
            Event::MessageWithdrawn { number } => self.no_longer(number, Shown::Withdrawn),
            Event::Heard { number, count } => {
                if let Some(message) = self.messages.get_mut(&number) {
                    message.heard = count;
                }
            }
            other => return Some(other),
        }
        None
    }

    fn no_longer(&mut self, number: MessageNumber, shown: Shown) {
        if let Some(message) = self.messages.get_mut(&number) {
            message.shown = shown;
            message.said.text = None;
            message.said.content_note = None;
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the rest is handed on to the next part"
    )]
    fn fold_desk(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::SeatBelongs { seat, belonging } => {
                self.belongings.insert(seat, belonging);
            }
            Event::ProposalMade {
                proposal, act, by, ..
            } => {
                self.proposals.insert(
                    proposal,
                    Proposed {
                        act,
                        by,
                        turned: Turned::Waiting,
                    },
                );
            }
            Event::ProposalSeconded { proposal, .. } => self.turn(proposal, Turned::Seconded),
            Event::ProposalDeclined { proposal, .. } => self.turn(proposal, Turned::Declined),
            Event::ProposalExpired { proposal } => self.turn(proposal, Turned::Expired),
            Event::ProposalDropped { proposal } => self.turn(proposal, Turned::Dropped),
            Event::Held {
                desk, seat, said, ..
            } => {
                self.desk.insert(
                    desk,
                    Held {
                        seat,
                        said: Some(said),
                        decided: None,
                        outcome: None,
                    },
                );
            }
            Event::DeskDecided {
                desk, verdict, by, ..
            } => {
                self.on_desk(desk, |held| held.decided = Some((verdict, by)));
            }
            Event::DeskUndone { desk, .. } => self.on_desk(desk, |held| held.decided = None),
            Event::DeskDone { desk, outcome, .. } => self.on_desk(desk, |held| {
                held.decided = None;
                held.outcome = Some(outcome);
                held.said = None;
            }),
            Event::HiddenBy { .. } | Event::ShownBy { .. } => {}
            other => return Some(other),
        }
        None
    }

    fn turn(&mut self, proposal: ProposalId, turned: Turned) {
        if let Some(proposed) = self.proposals.get_mut(&proposal) {
            proposed.turned = turned;
        }
    }

    fn on_desk(&mut self, desk: Position, change: impl FnOnce(&mut Held)) {
        if let Some(held) = self.desk.get_mut(&desk) {
            change(held);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other parts took the rest"
    )]
    fn fold_mine(&mut self, event: Event) {
        match event {
            Event::MineWaiting { mine, said, .. } => {
                self.own(mine, Standing::Waiting, None, Some(said))
            }
            Event::MinePublished { mine, number, said } => {
                self.own(mine, Standing::Published, Some(number), Some(said));
            }
            Event::MineReturned { mine, reason, .. } => {
                self.own(mine, Standing::Returned(reason), None, None)
            }
            Event::MineRemoved {
                mine,
                number,
                reason,
                ..
            } => {
                self.own(mine, Standing::Removed(reason), number, None);
            }
            Event::MineHidden {
                mine,
                number,
                reason,
                ..
            } => {
                self.own(mine, Standing::Hidden(reason), Some(number), None);
            }
            Event::MineWithdrawn { mine, number, .. } => {
                self.own(mine, Standing::Withdrawn, number, None)
            }
            Event::MineErased { mine } => self.own(mine, Standing::Erased, None, None),
            Event::HeardBy { number, by, on } => {
                let hearers = self.heard_by.entry(number).or_default();
                if on {
                    hearers.insert(by)
                } else {
                    hearers.remove(&by)
                };
            }
            Event::YouHear { number, on } => {
                if on {
                    self.hears.insert(number)
                } else {
                    self.hears.remove(&number)
                };
            }
            _ => {} // `YouAre` repeats to the seat what the room was told
        }
    }

    fn own(
        &mut self,
        mine: Nonce,
        standing: Standing,
        number: Option<MessageNumber>,
        said: Option<Said>,
    ) {
        let number = number.or_else(|| self.mine.get(&mine).and_then(|known| known.number));
        self.mine.insert(
            mine,
            Mine {
                standing,
                number,
                said,
            },
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roundtable_core::session::Kind;

    fn said(text: &str) -> Said {
        Said {
            kind: Kind::Plain,
            language: Language::En,
            text: Some(text.to_owned()),
            content_note: None,
        }
    }

    fn message(text: &str) -> Event {
        Event::Message {
            number: MessageNumber(1),
            seat: SeatNo(3),
            said: said(text),
        }
    }

    #[test]
    fn a_withdrawn_message_leaves_its_place_and_takes_its_words() {
        let mut view = View::default();
        view.fold(message("hello"));
        assert_eq!(view.texts(), ["hello"]);
        view.fold(Event::MessageWithdrawn {
            number: MessageNumber(1),
        });
        assert!(view.texts().is_empty());
        assert_eq!(view.messages[&MessageNumber(1)].shown, Shown::Withdrawn);
    }

    #[test]
    fn a_message_shown_again_keeps_its_hearers() {
        let mut view = View::default();
        view.fold(message("hello"));
        view.fold(Event::Heard {
            number: MessageNumber(1),
            count: 2,
        });
        view.fold(Event::MessageHidden {
            number: MessageNumber(1),
        });
        view.fold(message("hello"));
        assert_eq!(
            (view.messages[&MessageNumber(1)].heard, view.texts()),
            (2, vec!["hello"])
        );
    }

    #[test]
    fn an_edit_voids_the_decision_on_the_desk() {
        let mut view = View::default();
        let (desk, seat) = (Position(4), SeatNo(3));
        view.fold(Event::Held {
            desk,
            seat,
            said: said("first"),
            why: None,
        });
        view.fold(Event::DeskDecided {
            desk,
            verdict: WireVerdict::Approved,
            reason: None,
            note: None,
            by: SeatNo(1),
            due: roundtable_core::time::Timestamp(0),
        });
        assert!(!view.desk[&desk].waits());
        view.fold(Event::Held {
            desk,
            seat,
            said: said("second"),
            why: None,
        });
        assert!(view.desk[&desk].waits());
    }
}
