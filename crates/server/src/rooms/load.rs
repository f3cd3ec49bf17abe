//! The fold from the log: snapshot, then the rows after it.

use super::World;
use crate::vault::{Vault, VaultFault};
use roundtable_core::id::{BodyId, RoomId, SeatNo};
use roundtable_core::room::fact::Fact;
use roundtable_core::room::row::Row;
use roundtable_core::room::{Room, SNAPSHOT_VERSION};
use roundtable_store::{Snapshot, StoreError};
use std::collections::HashMap;
use std::sync::Arc;

/// Rows read at a time.
const PAGE: u32 = 1_000;

/// A room that was read from the log.
pub struct Loaded {
    /// Its state.
    pub room: Room,
    /// What opens its texts.
    pub vault: Arc<Vault>,
    /// Names in the room, to tell whether one is taken.
    pub names: HashMap<SeatNo, String>,
}

/// Why a room cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadFault {
    /// There is no such session.
    #[error("there is no such session")]
    NoSuchRoom,
    /// The store does not give it.
    #[error("the log cannot be read")]
    Store(#[from] StoreError),
    /// The keys folder does not open it.
    #[error("the texts cannot be opened")]
    Vault(#[from] VaultFault),
}

/// Reads a room.
pub async fn load(world: &World, id: RoomId) -> Result<Loaded, LoadFault> {
    let session = world.store.session(id).await?.ok_or(LoadFault::NoSuchRoom)?;
    let vault = Vault::open(&world.keys, &session)?;
    let mut room = from_snapshot(world, id).await?;
    let tail = fold_tail(world, &mut room).await?;
    // A crash between a row and its erasure leaves texts behind: what the tail says is gone, goes
    // now. Rows before the snapshot had theirs done.
    erase(world, id, tail.iter().flat_map(|row| &row.facts).flat_map(Fact::erased).collect()).await;
    let names = names(world, &room, &vault).await?;
    Ok(Loaded { room, vault, names })
}

/// Folds in what the log has beyond the state, and returns it.
pub async fn fold_tail(world: &World, room: &mut Room) -> Result<Vec<Row>, StoreError> {
    let mut tail = Vec::new();
    loop {
        let rows = world.store.rows(room.id(), room.head(), PAGE).await?;
        if rows.is_empty() {
            return Ok(tail);
        }
        for row in &rows {
            room.apply(row);
        }
        tail.extend(rows);
    }
}

/// Erases texts: first the durable note beside the keys, then the rows. What cannot be noted is not
/// erased yet, and what cannot be erased is done when the room is next loaded or the server started.
pub async fn erase(world: &World, room: RoomId, bodies: Vec<BodyId>) {
    if bodies.is_empty() {
        return;
    }
    let (keys, noted) = (Arc::clone(&world.keys), bodies.clone());
    let note = tokio::task::spawn_blocking(move || keys.note_erasure(&room, &noted)).await;
    if !matches!(note, Ok(Ok(()))) {
        tracing::error!(room = %room, "an erasure could not be noted beside the keys; it is tried again later");
        return;
    }
    if let Err(error) = world.store.erase_bodies(room, &bodies).await {
        tracing::error!(room = %room, error = %error, "texts could not be erased; the next start does it");
    }
}

async fn from_snapshot(world: &World, id: RoomId) -> Result<Room, StoreError> {
    let kept = world.store.snapshot(id).await?;
    let fits = kept.filter(|snapshot| snapshot.version == SNAPSHOT_VERSION);
    // A snapshot that does not read is as good as none: the log is the truth.
    let room = fits.and_then(|snapshot| serde_json::from_str(&snapshot.json).ok());
    Ok(room.unwrap_or_else(|| Room::new(id)))
}

/// Keeps the state, so that the next load is short.
pub async fn save_snapshot(world: &World, room: &Room) -> Result<(), StoreError> {
    let json = serde_json::to_string(room).unwrap_or_default();
    let snapshot = Snapshot { seq: room.head(), version: SNAPSHOT_VERSION, json };
    world.store.save_snapshot(room.id(), snapshot).await
}

async fn names(
    world: &World,
    room: &Room,
    vault: &Vault,
) -> Result<HashMap<SeatNo, String>, LoadFault> {
    let seats: HashMap<_, _> = room.names().map(|(seat, name)| (name, seat)).collect();
    let bodies: Vec<_> = seats.keys().copied().collect();
    let mut names = HashMap::new();
    for sealed in world.store.bodies(room.id(), &bodies).await? {
        if let Some(seat) = seats.get(&sealed.body) {
            names.insert(*seat, vault.unseal(&sealed)?);
        }
    }
    Ok(names)
}
