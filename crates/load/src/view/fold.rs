//! How each event changes the view: a function for each kind of reader.

use super::{Held, Mine, Person, Proposed, Published, Shown, Standing, Turned, View};
use roundtable_core::id::{MessageNumber, Nonce, Position, ProposalId, SeatNo};
use roundtable_core::roles::Stage;
use roundtable_protocol::Event;
use roundtable_protocol::event::Said;

impl View {
    /// Takes one event in.
    pub fn fold(&mut self, event: Event) {
        let rest = self.fold_room(event);
        let rest = rest.and_then(|event| self.fold_messages(event));
        let rest = rest.and_then(|event| self.fold_desk(event));
        if let Some(event) = rest {
            self.fold_mine(event);
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is handed on to the next part")]
    fn fold_room(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Scheduled { settings } => self.settings = Some(settings),
            Event::Opened | Event::Resumed { .. } => self.stage = Stage::Live,
            Event::Paused { .. } => self.stage = Stage::Paused,
            Event::Closed { .. } => self.stage = Stage::Closed,
            Event::PhaseBegan { phase, .. } => self.phase = Some(phase),
            Event::PhaseEndMoved { .. } => {}
            Event::SeatAdmitted { seat, role, belonging } => {
                self.people.insert(
                    seat,
                    Person { role, belonging, name: None, writes: None, left: false },
                );
            }
            Event::SeatIntroduced { seat, role, belonging, name, writes } => {
                let person = Person { role, belonging, name, writes: Some(writes), left: false };
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

    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is handed on to the next part")]
    fn fold_messages(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Message { number, seat, said } => {
                let heard = self.messages.get(&number).map_or(0, |message| message.heard);
                self.messages
                    .insert(number, Published { seat, said, shown: Shown::Published, heard });
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

    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is handed on to the next part")]
    fn fold_desk(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::SeatBelongs { seat, belonging } => {
                self.belongings.insert(seat, belonging);
            }
            Event::ProposalMade { proposal, act, by, .. } => {
                self.proposals.insert(proposal, Proposed { act, by, turned: Turned::Waiting });
            }
            Event::ProposalSeconded { proposal, .. } => self.turn(proposal, Turned::Seconded),
            Event::ProposalDeclined { proposal, .. } => self.turn(proposal, Turned::Declined),
            Event::ProposalExpired { proposal } => self.turn(proposal, Turned::Expired),
            Event::ProposalDropped { proposal } => self.turn(proposal, Turned::Dropped),
            Event::Held { desk, seat, said, .. } => {
                self.desk
                    .insert(desk, Held { seat, said: Some(said), decided: None, outcome: None });
            }
            Event::DeskDecided { desk, verdict, by, .. } => {
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

    #[expect(clippy::wildcard_enum_match_arm, reason = "the other parts took the rest")]
    fn fold_mine(&mut self, event: Event) {
        match event {
            Event::MineWaiting { mine, said, .. } => {
                self.own(mine, Standing::Waiting, None, Some(said));
            }
            Event::MinePublished { mine, number, said } => {
                self.own(mine, Standing::Published, Some(number), Some(said));
            }
            Event::MineReturned { mine, reason, .. } => {
                self.own(mine, Standing::Returned(reason), None, None);
            }
            Event::MineRemoved { mine, number, reason, .. } => {
                self.own(mine, Standing::Removed(reason), number, None);
            }
            Event::MineHidden { mine, number, reason, .. } => {
                self.own(mine, Standing::Hidden(reason), Some(number), None);
            }
            Event::MineWithdrawn { mine, number, .. } => {
                self.own(mine, Standing::Withdrawn, number, None);
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
        self.mine.insert(mine, Mine { standing, number, said });
    }
}
