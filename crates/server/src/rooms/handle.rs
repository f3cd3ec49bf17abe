//! How the rest of the server talks to a room: over a bounded queue, and full is an answer.

use super::connection::Connection;
use roundtable_core::id::BodyId;
use roundtable_core::id::{Nonce, Position, RoomId, SeatNo};
use roundtable_core::language::Language;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Belonging, Role, Stage};
use roundtable_core::room::command::{Command, SeatCommand};
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_core::session::Settings;
use roundtable_core::time::Timestamp;
use serde::Serialize;
use tokio::sync::{mpsc, oneshot};

/// Asks that wait for a room at a time.
const QUEUE: usize = 512;

/// Why a room did not answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// More waits than fits; try again in a moment.
    #[error("the room is busy")]
    Busy,
    /// There is no such room.
    #[error("there is no such room")]
    NoSuchRoom,
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Our fault: the log says what.
    #[error("the room cannot be had now")]
    Fault,
}

/// The answer to a command of the organizer.
pub type Answer = Result<Vec<Fact>, Trouble>;

/// What a connection is told when it joins.
#[derive(Clone, Debug)]
pub struct Joined {
    /// Its role at that moment.
    pub role: Role,
    /// The lanes it reads, each with the position to read after and the head at that moment.
    pub lanes: Vec<JoinedLane>,
    /// The room's clock.
    pub now: Timestamp,
}

/// One lane of a connection that joined.
#[derive(Clone, Copy, Debug)]
pub struct JoinedLane {
    /// Which.
    pub lane: Lane,
    /// It may be read after this position.
    pub after: Position,
    /// It stands here; what comes later is sent live.
    pub head: Position,
}

/// A seat as somebody outside the room may see it, for status lists.
#[derive(Clone, Debug, Serialize)]
pub struct SeatView {
    /// Its number.
    pub seat: SeatNo,
    /// What it is for.
    pub role: Role,
    /// Where it stands.
    pub belonging: Belonging,
    /// Has a name and languages.
    pub introduced: bool,
    /// Writes in.
    pub writes: Option<Language>,
    /// Connections now.
    pub connections: usize,
}

/// A room as the operator sees it: no names, no words.
#[derive(Clone, Debug, Serialize)]
pub struct RoomView {
    /// Which.
    pub room: RoomId,
    /// Where it is.
    pub stage: Stage,
    /// Its seats.
    pub seats: Vec<SeatView>,
    /// Messages said.
    pub messages: usize,
    /// Messages that wait for a facilitator.
    pub waiting: usize,
    /// Its rules and agenda.
    pub settings: Option<Settings>,
    /// The record's head.
    pub record_head: String,
    /// Entries in the record.
    pub record_entries: u64,
}

pub(super) enum Ask {
    /// A command of a seat; the answer goes into the connection's own queue.
    FromSeat { seat: SeatNo, nonce: Nonce, command: SeatCommand, reply: Connection },
    /// A command of the organizer.
    Organize { command: Command, reply: oneshot::Sender<Answer> },
    /// A connection comes, or comes back after it fell behind.
    Join { connection: Connection, reply: oneshot::Sender<Result<Joined, Trouble>> },
    /// A connection went.
    Gone { connection: Connection },
    /// Which of these texts may these lanes show now?
    MayShow { asked: Vec<(Lane, BodyId)>, reply: oneshot::Sender<Vec<bool>> },
    /// How does the room stand?
    View { reply: oneshot::Sender<Result<RoomView, Trouble>> },
}

/// A room, from outside.
#[derive(Clone)]
pub struct RoomHandle {
    asks: mpsc::Sender<Ask>,
}

impl RoomHandle {
    pub(super) fn new() -> (Self, mpsc::Receiver<Ask>) {
        let (asks, waiting) = mpsc::channel(QUEUE);
        (Self { asks }, waiting)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.asks.is_closed()
    }

    /// Offers a seat's command; the answer goes into the connection's queue.
    pub fn submit(
        &self,
        seat: SeatNo,
        nonce: Nonce,
        command: SeatCommand,
        reply: Connection,
    ) -> Result<(), Trouble> {
        self.offer(Ask::FromSeat { seat, nonce, command, reply })
    }

    /// Lets the organizer do something and waits for it to be durable.
    pub async fn organize(&self, command: Command) -> Answer {
        self.ask(|reply| Ask::Organize { command, reply }).await?
    }

    /// Lets a connection in; from the answer on, what happens is in its queue.
    pub async fn join(&self, connection: Connection) -> Result<Joined, Trouble> {
        self.ask(|reply| Ask::Join { connection, reply }).await?
    }

    /// Says that a connection ended. Waits for a place in the queue: it must not be lost.
    pub async fn gone(&self, connection: Connection) {
        let _room_is_gone_too = self.asks.send(Ask::Gone { connection }).await;
    }

    /// Which of these texts may these lanes show now?
    pub async fn may_show(&self, asked: Vec<(Lane, BodyId)>) -> Result<Vec<bool>, Trouble> {
        self.ask(|reply| Ask::MayShow { asked, reply }).await
    }

    /// How the room stands.
    pub async fn view(&self) -> Result<RoomView, Trouble> {
        self.ask(|reply| Ask::View { reply }).await?
    }

    fn offer(&self, ask: Ask) -> Result<(), Trouble> {
        self.asks.try_send(ask).map_err(|_| Trouble::Busy)
    }

    async fn ask<T>(&self, ask: impl FnOnce(oneshot::Sender<T>) -> Ask) -> Result<T, Trouble> {
        let (reply, answer) = oneshot::channel();
        self.offer(ask(reply))?;
        answer.await.map_err(|_| Trouble::Fault)
    }
}
