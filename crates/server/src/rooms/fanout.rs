//! Who is connected to a room, and what each is sent.

use super::connection::{Connection, Outgoing, encode};
use roundtable_core::id::{BodyId, SeatNo};
use roundtable_core::roles::Role;
use roundtable_core::room::Room;
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_protocol::{CloseCode, ServerFrame, Words, event};
use std::collections::{BTreeSet, HashMap};

/// Connections that one seat may have at a time; the oldest goes.
const PER_SEAT: usize = 2;

/// The connections of a room, in the order in which they came.
#[derive(Default)]
pub struct Fanout {
    connections: Vec<Connection>,
}

/// Texts that are open for one lane.
pub struct Open<'a> {
    /// The room as it is now.
    pub room: &'a Room,
    /// The lane that reads.
    pub lane: Lane,
    /// The texts at hand.
    pub texts: &'a HashMap<BodyId, String>,
}

impl Words for Open<'_> {
    fn word(&self, body: BodyId) -> Option<String> {
        if self.room.may_show(self.lane, body) { self.texts.get(&body).cloned() } else { None }
    }
}

/// The frame of one fact in one lane.
pub fn frame(row: &Row, place: &LanePlace, words: &dyn Words) -> Option<ServerFrame> {
    let fact = row.facts.get(usize::from(place.fact))?;
    Some(ServerFrame::Event {
        lane: place.lane.into(),
        pos: place.position,
        at: row.at,
        event: event(fact, place.lane, words)?,
    })
}

impl Fanout {
    /// Lets a connection in; the oldest of the same seat goes when there are too many.
    pub fn join(&mut self, connection: Connection) {
        let seat = connection.seat();
        if !self.connections.iter().any(|known| known.is(&connection)) {
            let same: Vec<_> =
                self.connections.iter().filter(|known| known.seat() == seat).cloned().collect();
            if same.len() >= PER_SEAT
                && let Some(oldest) = same.first()
            {
                oldest.close(CloseCode::Replaced);
                self.leave(oldest);
            }
            self.connections.push(connection);
        }
    }

    /// Lets a connection go.
    pub fn leave(&mut self, connection: &Connection) {
        self.connections.retain(|known| !known.is(connection));
    }

    /// Is anybody here?
    pub fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    /// How many connections a seat has.
    pub fn count(&self, seat: SeatNo) -> usize {
        self.connections.iter().filter(|connection| connection.seat() == seat).count()
    }

    /// Ends them all.
    pub fn close_all(&mut self, why: CloseCode) {
        self.connections.drain(..).for_each(|connection| connection.close(why));
    }

    /// The log may have moved without them: everybody catches up from it.
    pub fn fall_behind(&self) {
        self.connections.iter().for_each(Connection::fall_behind);
    }

    /// Ends those of seats that were given up.
    pub fn close_seats(&mut self, room: &Room) {
        let gone = |connection: &Connection| room.seat(connection.seat()).is_none();
        self.connections.iter().filter(|c| gone(c)).for_each(|c| c.close(CloseCode::BadTicket));
        self.connections.retain(|connection| !gone(connection));
    }

    /// Sends the facts of rows that are durable. Each lane's frame is encoded once, and only for
    /// lanes that somebody reads.
    pub fn publish(
        &self,
        room: &Room,
        rows: &[(Row, Vec<LanePlace>)],
        texts: &HashMap<BodyId, String>,
    ) {
        let readers = self.readers(room);
        for (row, places) in rows {
            for place in places {
                let Some(reading) = readers.get(&place.lane) else { continue };
                let open = Open { room, lane: place.lane, texts };
                let Some(frame) = frame(row, place, &open) else { continue };
                let text = encode(&frame);
                for connection in reading {
                    let place = Some((place.lane, place.position));
                    connection.send_event(Outgoing { text: text.clone(), place });
                }
            }
        }
    }

    fn readers(&self, room: &Room) -> HashMap<Lane, Vec<&Connection>> {
        let mut readers: HashMap<Lane, Vec<&Connection>> = HashMap::new();
        for connection in &self.connections {
            for (lane, _) in room.readable_lanes(connection.seat()) {
                readers.entry(lane).or_default().push(connection);
            }
        }
        readers
    }

    /// Who is here now: seats by number, observers as a count.
    pub fn presence(&self, room: &Room) -> ServerFrame {
        let seats: BTreeSet<SeatNo> = self.connections.iter().map(Connection::seat).collect();
        let is_observer =
            |seat: &SeatNo| room.seat(*seat).is_some_and(|s| s.role == Role::Observer);
        let (observers, here): (Vec<_>, Vec<_>) = seats.into_iter().partition(is_observer);
        ServerFrame::Presence {
            here,
            observers: u32::try_from(observers.len()).unwrap_or(u32::MAX),
        }
    }

    /// Tells everybody who is here.
    pub fn send_presence(&self, room: &Room) {
        let text = encode(&self.presence(room));
        for connection in &self.connections {
            connection.send_event(Outgoing { text: text.clone(), place: None });
        }
    }
}
