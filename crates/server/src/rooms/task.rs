//! One room's loop: receive, decide, append, and only then answer and publish.
//!
//! The task owns its room's state. What a command leads to is in [`super::commit`], the only place
//! where time enters a room and the only one that appends; what is asked besides is in
//! [`super::answers`]. Here is the loop: when it wakes, when it rests, how it ends.

use super::World;
use super::commit::{Pending, Reply};
use super::fanout::Fanout;
use super::handle::{Ask, RoomHandle, Trouble};
use super::load::{self, LoadFault, Loaded};
use roundtable_core::id::RoomId;
use roundtable_core::room::command::{Actor, Command};
use roundtable_protocol::CloseCode;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Asks that are taken together.
const BATCH: usize = 64;
/// A room in which nobody is rests in memory this long.
const IDLE: Duration = Duration::from_mins(10);

/// Starts a room's task.
pub fn spawn(room: RoomId, world: World) -> RoomHandle {
    let (handle, waiting) = RoomHandle::new();
    let tasks = world.tasks.clone();
    tasks.spawn(run(room, world, waiting));
    handle
}

async fn run(id: RoomId, world: World, mut waiting: mpsc::Receiver<Ask>) {
    match load::load(&world, id).await {
        Ok(loaded) => RoomTask::new(world, loaded).run(waiting).await,
        Err(fault) => {
            let trouble = if matches!(fault, LoadFault::NoSuchRoom) {
                Trouble::NoSuchRoom
            } else {
                Trouble::Fault
            };
            if trouble == Trouble::Fault {
                tracing::error!(room = %id, error = %fault, "a room could not be loaded");
            }
            waiting.close();
            while let Some(ask) = waiting.recv().await {
                turn_away(ask, &trouble);
            }
        }
    }
}

fn turn_away(ask: Ask, trouble: &Trouble) {
    match ask {
        Ask::FromSeat { reply, .. } => reply.close(CloseCode::Fault),
        Ask::Organize { reply, .. } => drop(reply.send(Err(trouble.clone()))),
        Ask::Join { reply, .. } => drop(reply.send(Err(trouble.clone()))),
        Ask::View { reply } => drop(reply.send(Err(trouble.clone()))),
        // Whoever waits for these hears a fault when the sender is dropped.
        Ask::Gone { .. } | Ask::MayShow { .. } => {}
    }
}
pub(super) struct RoomTask {
    pub(super) world: World,
    pub(super) loaded: Loaded,
    pub(super) fanout: Fanout,
    pub(super) presence_due: Option<Instant>,
    pub(super) presence_sent: Instant,
    pub(super) snapshot_at: u64,
    pub(super) busy_until: Instant,
}

impl RoomTask {
    fn new(world: World, loaded: Loaded) -> Self {
        let now = Instant::now();
        let snapshot_at = loaded.room.head().0;
        Self {
            world,
            loaded,
            fanout: Fanout::default(),
            presence_due: None,
            presence_sent: now,
            snapshot_at,
            busy_until: now,
        }
    }

    async fn run(mut self, mut waiting: mpsc::Receiver<Ask>) {
        let mut asks = Vec::with_capacity(BATCH);
        let stop = self.world.stop.clone();
        loop {
            // Nothing but receiving and waiting stands in this select: an append is never dropped.
            tokio::select! {
                taken = waiting.recv_many(&mut asks, BATCH) => if taken == 0 { break },
                () = tokio::time::sleep_until(self.wakes_at()) => {}
                () = stop.cancelled() => break,
            }
            if self.work(&mut asks).await.is_err() {
                break;
            }
            if self.rests() {
                break;
            }
        }
        self.end(waiting).await;
    }

    async fn work(&mut self, asks: &mut Vec<Ask>) -> Result<(), Trouble> {
        let (commands, others) = Self::sort(asks.drain(..));
        self.commit(commands).await?;
        for ask in others {
            self.answer(ask);
        }
        if self.presence_due.is_some_and(|due| due <= Instant::now()) {
            self.presence_due = None;
            self.presence_sent = Instant::now();
            self.fanout.send_presence(&self.loaded.room);
        }
        Ok(())
    }

    fn sort(asks: impl Iterator<Item = Ask>) -> (Vec<Pending>, Vec<Ask>) {
        let (mut commands, mut others) = (Vec::new(), Vec::new());
        for ask in asks {
            match ask {
                Ask::FromSeat { seat, nonce, command, reply } => commands.push(Pending {
                    by: Actor::Seat(seat),
                    nonce: Some(nonce.clone()),
                    command: Command::FromSeat { seat, nonce, command },
                    reply: Reply::Connection(reply),
                }),
                Ask::Organize { command, reply } => commands.push(Pending {
                    by: Actor::Organizer,
                    nonce: None,
                    command,
                    reply: Reply::Organizer(reply),
                }),
                other @ (Ask::Join { .. }
                | Ask::Gone { .. }
                | Ask::MayShow { .. }
                | Ask::View { .. }) => {
                    others.push(other);
                }
            }
        }
        (commands, others)
    }

    fn wakes_at(&self) -> Instant {
        let now = Instant::now();
        let deadline = self
            .loaded
            .room
            .next_deadline()
            .map(|due| now + Duration::from_millis(due.since(self.world.clock.now()).0));
        [Some(now + IDLE), deadline, self.presence_due].into_iter().flatten().min().unwrap_or(now)
    }

    /// Nobody is here and nothing is due soon: the log keeps the room, memory need not.
    fn rests(&mut self) -> bool {
        if !self.fanout.is_empty() || self.loaded.room.next_deadline().is_some() {
            self.busy_until = Instant::now();
        }
        self.busy_until.elapsed() >= IDLE
    }

    async fn end(mut self, mut waiting: mpsc::Receiver<Ask>) {
        waiting.close();
        let why =
            if self.world.stop.is_cancelled() { CloseCode::Restarting } else { CloseCode::Fault };
        self.fanout.close_all(why);
        while let Some(ask) = waiting.recv().await {
            turn_away(ask, &Trouble::Busy);
        }
        if self.loaded.room.head().0 > self.snapshot_at
            && let Err(error) = load::save_snapshot(&self.world, &self.loaded.room).await
        {
            tracing::warn!(room = %self.loaded.room.id(), error = %error, "a snapshot could not be kept");
        }
    }
}
