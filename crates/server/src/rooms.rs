//! Rooms as tasks: one task owns a room's state, decides, appends, and only then tells anybody.
//!
//! [`handle`] is how the rest of the server talks to a room, [`task`] the loop, `commit` what a
//! command leads to, `answers` everything else that is asked, [`load`] the fold from the log, [`fanout`] who is connected and what each is sent, [`history`] what was missed,
//! [`feed`] one connection's frames in order. Only `commit` appends.

mod answers;
mod commit;
pub mod connection;
pub mod fanout;
pub mod feed;
pub mod handle;
pub mod history;
pub mod load;
pub mod task;

pub use connection::Connection;
pub use handle::{Answer, RoomHandle, Trouble};

use crate::clock::Clock;
use crate::keys_folder::KeysFolder;
use crate::telemetry::metric;
use roundtable_core::id::RoomId;
use roundtable_store::Store;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// Rooms in memory at a time.
const MAX_LOADED: usize = 2_000;
/// Sessions that are looked through after a start.
const MAX_SESSIONS: u32 = 1_000;
/// How often unloaded rooms are asked whether something is due.
const WAKE: Duration = Duration::from_secs(1);

/// What rooms need of the world.
#[derive(Clone)]
pub struct World {
    /// The log and the tables.
    pub store: Arc<dyn Store>,
    /// The keys, outside the database.
    pub keys: Arc<KeysFolder>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Cancelled when no new work should begin.
    pub stop: CancellationToken,
    /// What the end of the server waits for.
    pub tasks: TaskTracker,
}

/// The rooms that are in memory, found or loaded.
#[derive(Clone)]
pub struct Rooms {
    world: World,
    loaded: Arc<Mutex<HashMap<RoomId, RoomHandle>>>,
}

impl Rooms {
    /// None is loaded yet.
    pub fn new(world: World) -> Self {
        Self { world, loaded: Arc::default() }
    }

    /// What the rooms need of the world.
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// The room's handle; its task is started when it does not run. Whether there is such a room
    /// shows when it is asked something.
    pub fn room(&self, room: RoomId) -> Result<RoomHandle, Trouble> {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(handle) = loaded.get(&room).filter(|handle| !handle.is_closed()) {
            return Ok(handle.clone());
        }
        loaded.retain(|_, handle| !handle.is_closed());
        if loaded.len() >= MAX_LOADED || self.world.stop.is_cancelled() {
            return Err(Trouble::Busy);
        }
        let handle = task::spawn(room, self.world.clone());
        loaded.insert(room, handle.clone());
        #[expect(clippy::cast_precision_loss, reason = "a gauge of at most two thousand")]
        metrics::gauge!(metric::ROOMS).set(loaded.len() as f64);
        Ok(handle)
    }

    /// Loads every room once after a start, one after the other: loading finishes what a crash left
    /// undone.
    pub async fn finish_erasures(self) {
        let sessions = match self.world.store.sessions(MAX_SESSIONS).await {
            Ok(sessions) => sessions,
            Err(error) => {
                tracing::warn!(error = %error, "the sessions could not be read");
                return;
            }
        };
        for session in sessions {
            let Ok(room) = self.room(session.room) else { return };
            let _loaded_or_told_why = room.view().await;
        }
    }

    /// Wakes rooms that nobody is in and where something falls due, until the server ends.
    pub async fn wake_due(self) {
        let mut every = tokio::time::interval(WAKE);
        loop {
            tokio::select! {
                () = self.world.stop.cancelled() => return,
                _ = every.tick() => {}
            }
            match self.world.store.due_rooms(self.world.clock.now(), 64).await {
                Ok(due) => due.into_iter().for_each(|room| {
                    // A loaded room ticks by itself; an unloaded one ticks when it is loaded.
                    let _house_is_full = self.room(room);
                }),
                Err(error) => {
                    tracing::warn!(error = %error, "rooms that are due could not be read");
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
