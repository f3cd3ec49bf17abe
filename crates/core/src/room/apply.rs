//! It happened: facts fold into the state. Total, infallible, no clock; every fact has its arm.
//!
//! A fact about a seat or message that the state does not know changes nothing: only a bug could
//! write it, and a room that still loads can be repaired.

use super::Room;
use super::command::Actor;
use super::fact::{Content, Decided, Fact, HoldReason, MessageRef};
use super::readers::{Holder, role_lane};
use super::row::Row;
use super::state::{
    Due, Introduced, Live, Message, MessageState, PendingDecision, Seat, StageState,
};
use crate::id::{BodyId, MessageId, ProposalId, SeatNo};
use crate::keys::Proposal;
use crate::record;
use crate::roles::{Belonging, Role};
use crate::time::{Span, Timestamp};
use std::collections::BTreeSet;

impl Room {
    /// Folds a row in. Rows come in order; one that was folded in already changes nothing.
    pub fn apply(&mut self, row: &Row) {
        if row.seq <= self.head {
            return;
        }
        self.head = row.seq;
        self.last_at = row.at;
        let mut commitments = row.commitments.iter();
        for fact in &row.facts {
            if let Some(kind) = record::kind(fact)
                && let Some(commitment) = commitments.next()
            {
                self.chain.fold(self.id, row.at.minute(), kind, *commitment);
            }
            self.apply_fact(fact);
            for lane in fact.lanes() {
                self.lanes.take(lane);
            }
        }
        if let (Actor::Seat(seat), Some(nonce)) = (row.by, &row.nonce)
            && let Some(seat) = self.seats.get_mut(&seat)
        {
            seat.remember(nonce.clone());
        }
    }

    fn apply_fact(&mut self, fact: &Fact) {
        match fact {
            Fact::Scheduled { settings } => self.settings = Some(settings.clone()),
            Fact::SeatAdmitted { seat, role, belonging, consents } => {
                self.seats.insert(*seat, Seat::given_out(*role, *belonging, consents.clone()));
            }
            Fact::SeatIntroduced { seat, belonging, writes, reads, name, before, .. } => {
                if let Some(before) = before {
                    self.holders.remove(before);
                }
                let introduced = Introduced { name: *name, writes: *writes, reads: reads.clone() };
                self.introduce_seat(*seat, *belonging, introduced);
            }
            Fact::SeatRoleChanged { seat, role } => self.change_role(*seat, *role),
            Fact::SeatLeft { seat } => {
                if let Some(seat) = self.seats.get_mut(seat) {
                    seat.left = true;
                }
            }
            Fact::ProposalMade { proposal, act, by, due } => {
                self.begin_proposal(*proposal, Proposal { act: *act, by: *by, due: *due });
            }
            Fact::ProposalSeconded { proposal, .. }
            | Fact::ProposalDeclined { proposal, .. }
            | Fact::ProposalExpired { proposal, .. }
            | Fact::ProposalDropped { proposal, .. } => self.end_proposal(*proposal),
            // The phase that begins in the same decision makes the room live.
            Fact::Opened => {}
            Fact::PhaseBegan { phase, ends } | Fact::PhaseEndMoved { phase, ends } => {
                self.stage = StageState::Live(Live { phase: *phase, ends: *ends });
            }
            Fact::Paused { left, .. } => self.rest(*left),
            Fact::Resumed { ends, .. } => self.go_on(*ends),
            Fact::Closed { .. } => self.stage = StageState::Closed,
            Fact::MessageSaid { message, content } => self.say(message, content),
            Fact::MessageHeld { message, content, why } => self.hold(message, content, why),
            Fact::MessageEdited { message, content, .. } => self.edit(message, content),
            Fact::HoldDecided { message, decided, by, due } => {
                self.note_of(message.id, decided);
                let pending = PendingDecision { decided: decided.clone(), by: *by, due: *due };
                self.set_pending(message.id, Some(pending));
            }
            Fact::HoldDecisionUndone { message, .. } => self.set_pending(message.id, None),
            Fact::MessagePublished { message, .. } => {
                if let Some(number) = message.number {
                    self.numbers.insert(number, message.id);
                }
                self.stand(message, MessageState::Published);
            }
            Fact::MessageReturned { message, reason, note, by } => self
                .stand(message, MessageState::Returned { reason: *reason, note: *note, by: *by }),
            Fact::MessageRemoved { message, reason, note, by } => self.stand(
                message,
                MessageState::Removed { reason: *reason, note: *note, by: by.clone() },
            ),
            Fact::MessageHidden { message, reason, note, by } => {
                if let Some(note) = note {
                    self.add_note(message.id, *note);
                }
                let hidden = MessageState::Hidden { reason: *reason, note: *note, by: *by };
                self.stand(message, hidden);
            }
            Fact::MessageShown { message, .. } => self.stand(message, MessageState::Published),
            Fact::MessageWithdrawn { message, until } => {
                self.take_back(message, *until);
            }
            Fact::WithdrawalUndone { message, again, .. } => {
                self.stand(message, again.clone().into());
            }
            Fact::MessageErased { message, bodies } => {
                self.erase_words(message, bodies);
            }
            Fact::Heard { message, by, .. } => {
                if let Some(message) = self.messages.get_mut(&message.id) {
                    message.heard.insert(*by);
                }
            }
            Fact::Unheard { message, by, .. } => {
                if let Some(message) = self.messages.get_mut(&message.id) {
                    message.heard.remove(by);
                }
            }
        }
    }

    fn take_body(&mut self, body: BodyId, holder: Holder) {
        self.bodies = self.bodies.max(body);
        self.holders.insert(body, holder);
    }

    fn take_content(&mut self, id: MessageId, content: &Content) {
        for body in [Some(content.text), content.content_note].into_iter().flatten() {
            self.take_body(body, Holder::Message(id));
        }
    }

    fn change_role(&mut self, seat: SeatNo, role: Role) {
        let lane = role_lane(role);
        let after = lane.map(|lane| self.lanes.of(lane)).unwrap_or_default();
        if let Some(seat) = self.seats.get_mut(&seat) {
            seat.role = role;
            seat.role_lane_after = after;
        }
    }

    fn introduce_seat(&mut self, seat: SeatNo, belonging: Belonging, introduced: Introduced) {
        self.take_body(introduced.name, Holder::Name(seat));
        if let Some(seat) = self.seats.get_mut(&seat) {
            seat.belonging = belonging;
            seat.introduced = Some(introduced);
        }
    }

    fn rest(&mut self, left: Span) {
        if let StageState::Live(live) = &self.stage {
            self.stage = StageState::Paused { live: live.clone(), left };
        }
    }

    fn go_on(&mut self, ends: Timestamp) {
        if let StageState::Paused { live, .. } = &self.stage {
            self.stage = StageState::Live(Live { phase: live.phase, ends });
        }
    }

    fn begin_proposal(&mut self, id: ProposalId, proposal: Proposal) {
        self.proposals_made = id.0;
        self.due.insert((proposal.due, Due::Proposal(id)));
        self.proposals.insert(id, proposal);
    }

    fn end_proposal(&mut self, id: ProposalId) {
        if let Some(proposal) = self.proposals.remove(&id) {
            self.due.remove(&(proposal.due, Due::Proposal(id)));
        }
    }

    fn say(&mut self, names: &MessageRef, content: &Content) {
        self.take_content(names.id, content);
        self.nonces.entry(names.author).or_default().insert(names.nonce.clone(), names.id);
        let message = Message {
            names: names.clone(),
            content: content.clone(),
            state: MessageState::Said,
            notes: Vec::new(),
            heard: BTreeSet::new(),
            entry: None,
        };
        self.messages.insert(names.id, message);
    }

    fn hold(&mut self, names: &MessageRef, content: &Content, why: &HoldReason) {
        if let Some(desk) = names.desk {
            self.desk.insert(desk, names.id);
        }
        self.stand(names, MessageState::Held { why: why.clone(), pending: None });
        // The record's entry of this very fact was folded just before.
        let entry = self.chain.length;
        if let Some(message) = self.messages.get_mut(&names.id) {
            message.entry = Some(entry);
            message.content = content.clone();
        }
    }

    fn edit(&mut self, names: &MessageRef, content: &Content) {
        if let Some(message) = self.messages.get(&names.id) {
            for body in
                [Some(message.content.text), message.content.content_note].into_iter().flatten()
            {
                self.holders.remove(&body);
            }
        }
        self.take_content(names.id, content);
        self.set_pending(names.id, None);
        if let Some(message) = self.messages.get_mut(&names.id) {
            message.content = content.clone();
        }
    }

    fn take_back(&mut self, names: &MessageRef, until: Timestamp) {
        let again = self.messages.get(&names.id).and_then(|message| message.state.standing());
        if let Some(again) = again {
            self.stand(names, MessageState::Withdrawn { again, until });
            self.due.insert((until, Due::Erasure(names.id)));
        }
    }

    fn erase_words(&mut self, names: &MessageRef, bodies: &[BodyId]) {
        for body in bodies {
            self.holders.remove(body);
        }
        self.stand(names, MessageState::Erased);
        if let Some(message) = self.messages.get_mut(&names.id) {
            message.notes.clear();
        }
    }

    fn note_of(&mut self, id: MessageId, decided: &Decided) {
        match decided {
            Decided::Returned { note: Some(note), .. }
            | Decided::Removed { note: Some(note), .. } => {
                self.add_note(id, *note);
            }
            Decided::Approved
            | Decided::Returned { note: None, .. }
            | Decided::Removed { note: None, .. } => {}
        }
    }

    fn add_note(&mut self, id: MessageId, note: BodyId) {
        self.take_body(note, Holder::NoteOn(id));
        if let Some(message) = self.messages.get_mut(&id) {
            message.notes.push(note);
        }
    }

    /// A held message's decision, set or taken back; its deadline goes with it.
    fn set_pending(&mut self, id: MessageId, decision: Option<PendingDecision>) {
        self.forget_due(id);
        let due = decision.as_ref().map(|decision| decision.due);
        if let Some(Message { state: MessageState::Held { pending, .. }, .. }) =
            self.messages.get_mut(&id)
        {
            *pending = decision;
            if let Some(due) = due {
                self.due.insert((due, Due::Decision(id)));
            }
        }
    }

    /// A message stands elsewhere now, under these names; what was due for it is not any more.
    fn stand(&mut self, names: &MessageRef, state: MessageState) {
        self.forget_due(names.id);
        if let Some(message) = self.messages.get_mut(&names.id) {
            message.names = names.clone();
            message.state = state;
        }
    }

    fn forget_due(&mut self, id: MessageId) {
        let due = match self.messages.get(&id).map(|message| &message.state) {
            Some(MessageState::Held { pending: Some(pending), .. }) => {
                (pending.due, Due::Decision(id))
            }
            Some(MessageState::Withdrawn { until, .. }) => (*until, Due::Erasure(id)),
            Some(
                MessageState::Said
                | MessageState::Held { pending: None, .. }
                | MessageState::Returned { .. }
                | MessageState::Published
                | MessageState::Hidden { .. }
                | MessageState::Removed { .. }
                | MessageState::Erased,
            )
            | None => return,
        };
        self.due.remove(&due);
    }
}
