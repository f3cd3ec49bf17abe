//! Everything that is asked of a room and is no command: coming, going, looking.

use super::connection::Connection;
use super::handle::{Ask, Joined, JoinedLane, RoomView, SeatView, Trouble};
use super::task::RoomTask;
use roundtable_core::refusal::Refusal;
use roundtable_core::room::MessageState;
use std::time::Duration;
use tokio::time::Instant;

/// Presence is told at most this often.
const PRESENCE_EVERY: Duration = Duration::from_secs(1);

impl RoomTask {
    pub(super) fn answer(&mut self, ask: Ask) {
        match ask {
            Ask::Join { connection, reply } => {
                let joined = self.join(connection);
                let _whoever_asked_went = reply.send(joined);
            }
            Ask::Gone { connection } => {
                self.fanout.leave(&connection);
                self.presence_soon();
            }
            Ask::MayShow { asked, reply } => {
                let room = &self.loaded.room;
                let answers =
                    asked.into_iter().map(|(lane, body)| room.may_show(lane, body)).collect();
                let _whoever_asked_went = reply.send(answers);
            }
            Ask::View { reply } => {
                let _whoever_asked_went = reply.send(Ok(self.view()));
            }
            Ask::FromSeat { .. } | Ask::Organize { .. } => {}
        }
    }

    pub(super) fn join(&mut self, connection: Connection) -> Result<Joined, Trouble> {
        let room = &self.loaded.room;
        let seat = room.seat(connection.seat()).ok_or(Refusal::NoSuchSeat)?;
        let lanes = room.readable_lanes(connection.seat()).into_iter();
        let joined = Joined {
            role: seat.role,
            lanes: lanes
                .map(|(lane, after)| JoinedLane { lane, after, head: room.lanes().of(lane) })
                .collect(),
            now: self.world.clock.now(),
        };
        connection.caught_up();
        self.fanout.join(connection);
        self.presence_soon();
        Ok(joined)
    }

    pub(super) fn presence_soon(&mut self) {
        let due = self.presence_sent + PRESENCE_EVERY;
        self.presence_due.get_or_insert(due.max(Instant::now()));
    }

    pub(super) fn view(&self) -> RoomView {
        let room = &self.loaded.room;
        let seats = room.seats().map(|(number, seat)| SeatView {
            seat: number,
            role: seat.role,
            belonging: seat.belonging,
            introduced: seat.introduced.is_some(),
            writes: seat.introduced.as_ref().map(|introduced| introduced.writes),
            connections: self.fanout.count(number),
        });
        let held = |state: &MessageState| matches!(state, MessageState::Held { .. });
        RoomView {
            room: room.id(),
            stage: room.stage(),
            seats: seats.collect(),
            messages: room.messages().count(),
            waiting: room.messages().filter(|message| held(&message.state)).count(),
            settings: room.settings().cloned(),
            record_head: room.chain().head.to_string(),
            record_entries: room.chain().length,
        }
    }
}
