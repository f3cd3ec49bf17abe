//! Who may read what: which lanes a seat reads, and which texts a lane may show now.
//!
//! The answer depends on the room as it is, not as it was: a history read later shows no text
//! that was withdrawn, hidden or erased in between.

use super::Room;
use super::fact::Lane;
use super::state::MessageState;
use crate::id::{BodyId, MessageId, Position, SeatNo};
use crate::roles::Role;
use serde::{Deserialize, Serialize};

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// A message's text or its content note.
    Message(MessageId),
    /// A line to a message's author.
    NoteOn(MessageId),
    /// A name in the room.
    Name(SeatNo),
}

impl Room {
    /// The lanes that a seat reads, each with the position after which it may.
    ///
    /// Everybody's lane and one's own are read from the beginning. The lane of a role is read from
    /// the beginning by a seat admitted with that role, and from the fact that gave the role
    /// otherwise: whoever becomes an interpreter today does not read what interpreters read before.
    pub fn readable_lanes(&self, seat: SeatNo) -> Vec<(Lane, Position)> {
        let Some(found) = self.seat(seat) else { return Vec::new() };
        let own = [(Lane::All, Position(0)), (Lane::Seat(seat), Position(0))];
        let of_role = role_lane(found.role).map(|lane| (lane, found.role_lane_after));
        own.into_iter().chain(of_role).collect()
    }

    /// May this lane show this text now?
    pub fn may_show(&self, lane: Lane, body: BodyId) -> bool {
        match self.holders.get(&body) {
            None => false,
            Some(Holder::Name(seat)) => self.is_name(*seat, body),
            Some(Holder::Message(id)) => self.may_show_words(lane, *id, body),
            Some(Holder::NoteOn(id)) => self.may_show_note(lane, *id),
        }
    }

    fn is_name(&self, seat: SeatNo, body: BodyId) -> bool {
        let introduced = self.seats.get(&seat).and_then(|seat| seat.introduced.as_ref());
        introduced.is_some_and(|introduced| introduced.name == body)
    }

    fn may_show_words(&self, lane: Lane, id: MessageId, body: BodyId) -> bool {
        let Some(message) = self.messages.get(&id) else { return false };
        let current = message.content.text == body || message.content.content_note == Some(body);
        current
            && match lane {
                Lane::All => matches!(message.state, MessageState::Published),
                Lane::Facilitators => match message.state {
                    MessageState::Held { .. }
                    | MessageState::Returned { .. }
                    | MessageState::Published
                    | MessageState::Hidden { .. }
                    | MessageState::Removed { .. } => true,
                    MessageState::Said | MessageState::Withdrawn { .. } | MessageState::Erased => {
                        false
                    }
                },
                Lane::Interpreters => false,
                Lane::Seat(seat) => {
                    seat == message.names.author && !matches!(message.state, MessageState::Erased)
                }
            }
    }

    fn may_show_note(&self, lane: Lane, id: MessageId) -> bool {
        let Some(message) = self.messages.get(&id) else { return false };
        match lane {
            Lane::Facilitators => true,
            Lane::Seat(seat) => seat == message.names.author,
            Lane::All | Lane::Interpreters => false,
        }
    }
}

pub(super) const fn role_lane(role: Role) -> Option<Lane> {
    match role {
        Role::Facilitator => Some(Lane::Facilitators),
        Role::Interpreter => Some(Lane::Interpreters),
        Role::Participant | Role::Observer | Role::Expert => None,
    }
}
