//! One connection's frames, in order: welcome, what was missed, what is new. The websocket and the
//! fallback both drain it.

use super::World;
use super::connection::{Connection, Incoming, Outgoing, encode};
use super::handle::{Joined, RoomHandle, Trouble};
use super::history::History;
use crate::vault::Vault;
use axum::extract::ws::Utf8Bytes;
use roundtable_core::id::{Position, RoomId, SeatNo};
use roundtable_core::room::fact::Lane;
use roundtable_protocol::{CloseCode, PROTOCOL, Positions, ServerFrame};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// Frames that are joined into one write.
const BATCH: usize = 64;
/// A connection that falls behind twice within this time is too slow.
const PATIENCE: Duration = Duration::from_mins(1);

/// What the writer does next.
#[derive(Debug)]
pub enum Step {
    /// Write these, then flush once.
    Frames(Vec<Utf8Bytes>),
    /// Say why and end.
    Close(CloseCode),
}

/// One connection's frames.
pub struct Feed {
    world: World,
    room: RoomId,
    handle: RoomHandle,
    vault: Arc<Vault>,
    connection: Connection,
    incoming: Incoming,
    seen: HashMap<Lane, Position>,
    history: Option<History>,
    said_caught_up: bool,
    said_last_words: bool,
    fell_behind: Option<Instant>,
    first: Option<Utf8Bytes>,
}

impl Feed {
    /// Joins the room from the positions that the client has.
    pub async fn join(
        world: World,
        room: RoomId,
        handle: RoomHandle,
        seat: SeatNo,
        resume: Positions,
        stream: Option<String>,
    ) -> Result<(Self, Connection), Trouble> {
        let vault = vault(&world, room).await?;
        let (connection, incoming) = Connection::new(seat);
        let joined = handle.join(connection.clone()).await?;
        let seen = HashMap::from([
            (Lane::All, resume.all),
            (Lane::Facilitators, resume.facilitators),
            (Lane::Interpreters, resume.interpreters),
            (Lane::Seat(seat), resume.seat),
        ]);
        let mut feed = Self {
            world,
            room,
            handle,
            vault,
            connection: connection.clone(),
            incoming,
            seen,
            history: None,
            said_caught_up: false,
            said_last_words: false,
            fell_behind: None,
            first: Some(encode(&welcome(seat, &joined, stream))),
        };
        feed.read_history(&joined);
        Ok((feed, connection))
    }

    fn read_history(&mut self, joined: &Joined) {
        let seen = |lane| self.seen.get(&lane).copied().unwrap_or_default();
        let history = History::new(
            Arc::clone(&self.world.store),
            Arc::clone(&self.vault),
            self.handle.clone(),
            self.room,
            &joined.lanes,
            seen,
        );
        self.history = Some(history);
    }

    /// What to write next. Waits until there is something.
    pub async fn next(&mut self) -> Step {
        if let Some(first) = self.first.take() {
            return Step::Frames(vec![first]);
        }
        let over = *self.incoming.over.borrow_and_update();
        if let Some(why) = over {
            return self.last_words(why);
        }
        if self.history.is_some() {
            return self.next_of_history().await;
        }
        if self.connection.is_behind() && self.incoming.frames.is_empty() {
            return self.catch_up().await;
        }
        self.next_of_queue().await
    }

    async fn next_of_history(&mut self) -> Step {
        let Some(history) = &mut self.history else { return Step::Frames(Vec::new()) };
        match history.next_page().await {
            Err(_) => Step::Close(CloseCode::Fault),
            Ok(page) if page.is_empty() => {
                self.history = None;
                let first_time = !std::mem::replace(&mut self.said_caught_up, true);
                let frames = first_time.then(|| encode(&ServerFrame::CaughtUp));
                Step::Frames(frames.into_iter().collect())
            }
            Ok(page) => Step::Frames(self.fresh(page)),
        }
    }

    async fn next_of_queue(&mut self) -> Step {
        let mut batch = Vec::with_capacity(BATCH);
        tokio::select! {
            biased;
            // The next call says the last words and why.
            _ = self.incoming.over.changed() => return Step::Frames(Vec::new()),
            () = self.world.stop.cancelled() => return self.last_words(CloseCode::Restarting),
            taken = self.incoming.frames.recv_many(&mut batch, BATCH) => {
                if taken == 0 {
                    return Step::Close(CloseCode::Fault);
                }
            }
        }
        for outgoing in &batch {
            self.connection.taken(outgoing);
        }
        Step::Frames(self.fresh(batch))
    }

    /// Answers that wait are still written, once, before the goodbye; not to somebody too slow.
    fn last_words(&mut self, why: CloseCode) -> Step {
        let mut batch = Vec::new();
        while why != CloseCode::TooSlow
            && !self.said_last_words
            && let Ok(outgoing) = self.incoming.frames.try_recv()
        {
            batch.push(outgoing);
        }
        self.said_last_words = true;
        let frames = self.fresh(batch);
        if frames.is_empty() { Step::Close(why) } else { Step::Frames(frames) }
    }

    /// Leaves out what the client has already, and notices what was left out of the queue.
    fn fresh(&mut self, batch: Vec<Outgoing>) -> Vec<Utf8Bytes> {
        let mut frames = Vec::with_capacity(batch.len());
        for outgoing in batch {
            if let Some((lane, position)) = outgoing.place {
                let seen = self.seen.entry(lane).or_default();
                if position <= *seen {
                    continue;
                }
                *seen = position;
            }
            if !outgoing.text.is_empty() {
                frames.push(outgoing.text);
            }
        }
        frames
    }

    /// Events were left out of the queue: reads them from the log. A queue that is full twice
    /// within a minute is too slow; that the log moved is not the reader's doing.
    async fn catch_up(&mut self) -> Step {
        if self.connection.has_overflowed() {
            let before = self.fell_behind.replace(Instant::now());
            if before.is_some_and(|before| before.elapsed() < PATIENCE) {
                return Step::Close(CloseCode::TooSlow);
            }
        }
        match self.handle.join(self.connection.clone()).await {
            Ok(joined) => {
                self.read_history(&joined);
                Step::Frames(Vec::new())
            }
            Err(_) => Step::Close(CloseCode::Fault),
        }
    }

    /// Which room it is of.
    pub const fn room(&self) -> RoomId {
        self.room
    }

    /// The connection is over: lets the room know.
    pub async fn leave(self) {
        self.handle.gone(self.connection).await;
    }
}

async fn vault(world: &World, room: RoomId) -> Result<Arc<Vault>, Trouble> {
    let session = world.store.session(room).await.map_err(|_| Trouble::Fault)?;
    let session = session.ok_or(Trouble::NoSuchRoom)?;
    Vault::open(&world.keys, &session).map_err(|_| Trouble::Fault)
}

fn welcome(seat: SeatNo, joined: &Joined, stream: Option<String>) -> ServerFrame {
    let mut heads = Positions::default();
    for lane in &joined.lanes {
        match lane.lane {
            Lane::All => heads.all = lane.head,
            Lane::Facilitators => heads.facilitators = lane.head,
            Lane::Interpreters => heads.interpreters = lane.head,
            Lane::Seat(_) => heads.seat = lane.head,
        }
    }
    ServerFrame::Welcome {
        protocol: PROTOCOL,
        now: joined.now,
        seat,
        role: joined.role,
        heads,
        stream,
    }
}
