//! The logs in memory.

use super::{MemoryStore, fresh, most};
use crate::error::StoreError;
use crate::log::{Append, RoomLog, SealedBody, Snapshot};
use async_trait::async_trait;
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::record::Entry;
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_core::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub(super) struct RoomTables {
    rows: BTreeMap<Seq, Row>,
    places: BTreeMap<(Lane, Position), LanePlace>,
    bodies: BTreeMap<BodyId, SealedBody>,
    entries: BTreeMap<u64, Entry>,
    snapshot: Option<Snapshot>,
    deadline: Option<Timestamp>,
}

impl RoomTables {
    fn head(&self) -> Seq {
        self.rows.last_key_value().map_or(Seq(0), |(seq, _)| *seq)
    }

    /// May it land? Looks at everything before anything is touched.
    fn check(&self, append: &Append) -> Result<(), StoreError> {
        fresh(&self.places, append.places.iter().map(|place| (place.lane, place.position)))?;
        fresh(&self.bodies, append.bodies.iter().map(|body| body.body))?;
        fresh(&self.entries, append.entries.iter().map(|entry| entry.n))
    }

    fn land(&mut self, append: Append) {
        self.rows.extend(append.rows.into_iter().map(|row| (row.seq, row)));
        let places = append.places.into_iter();
        self.places.extend(places.map(|place| ((place.lane, place.position), place)));
        self.bodies.extend(append.bodies.into_iter().map(|body| (body.body, body)));
        self.entries.extend(append.entries.into_iter().map(|entry| (entry.n, entry)));
        self.deadline = append.deadline;
    }
}

#[async_trait]
impl RoomLog for MemoryStore {
    async fn append(&self, append: Append) -> Result<(), StoreError> {
        append.head()?;
        let mut tables = self.tables()?;
        let room = append.room;
        let nothing = RoomTables::default();
        let before = tables.rooms.get(&room).unwrap_or(&nothing);
        if before.head() != append.expected {
            return Err(StoreError::Conflict { room });
        }
        before.check(&append)?;
        tables.rooms.entry(room).or_default().land(append);
        Ok(())
    }

    async fn head(&self, room: RoomId) -> Result<Option<Seq>, StoreError> {
        Ok(self.tables()?.rooms.get(&room).map(RoomTables::head))
    }

    async fn rows(&self, room: RoomId, after: Seq, limit: u32) -> Result<Vec<Row>, StoreError> {
        self.of_room(room, |tables| {
            let later = tables.rows.values().filter(|row| row.seq > after);
            later.take(most(limit)).cloned().collect()
        })
    }

    async fn rows_at(&self, room: RoomId, seqs: &[Seq]) -> Result<Vec<Row>, StoreError> {
        let seqs: BTreeSet<_> = seqs.iter().collect();
        self.of_room(room, |tables| {
            seqs.into_iter().filter_map(|seq| tables.rows.get(seq)).cloned().collect()
        })
    }

    async fn lane(
        &self,
        room: RoomId,
        lane: Lane,
        after: Position,
        limit: u32,
    ) -> Result<Vec<LanePlace>, StoreError> {
        self.of_room(room, |tables| {
            let lane = tables.places.values().filter(|place| place.lane == lane);
            lane.filter(|place| place.position > after).take(most(limit)).copied().collect()
        })
    }

    async fn bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<Vec<SealedBody>, StoreError> {
        let ids: BTreeSet<_> = ids.iter().collect();
        self.of_room(room, |tables| {
            ids.into_iter().filter_map(|id| tables.bodies.get(id)).cloned().collect()
        })
    }

    async fn erase_bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<(), StoreError> {
        if let Some(tables) = self.tables()?.rooms.get_mut(&room) {
            tables.bodies.retain(|id, _| !ids.contains(id));
        }
        Ok(())
    }

    async fn record(&self, room: RoomId, after: u64, limit: u32) -> Result<Vec<Entry>, StoreError> {
        self.of_room(room, |tables| {
            let later = tables.entries.values().filter(|entry| entry.n > after);
            later.take(most(limit)).cloned().collect()
        })
    }

    async fn save_snapshot(&self, room: RoomId, snapshot: Snapshot) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        let no_room = || StoreError::invalid("there is no such room");
        let kept = &mut tables.rooms.get_mut(&room).ok_or_else(no_room)?.snapshot;
        if kept.as_ref().is_none_or(|kept| kept.seq <= snapshot.seq) {
            *kept = Some(snapshot);
        }
        Ok(())
    }

    async fn snapshot(&self, room: RoomId) -> Result<Option<Snapshot>, StoreError> {
        Ok(self.tables()?.rooms.get(&room).and_then(|tables| tables.snapshot.clone()))
    }

    async fn due_rooms(&self, now: Timestamp, limit: u32) -> Result<Vec<RoomId>, StoreError> {
        let tables = self.tables()?;
        let deadlines = tables.rooms.iter().filter_map(|(room, of)| Some((of.deadline?, *room)));
        let due: BTreeSet<_> = deadlines.filter(|(deadline, _)| *deadline <= now).collect();
        Ok(due.into_iter().map(|(_, room)| room).take(most(limit)).collect())
    }
}

impl MemoryStore {
    fn of_room<T>(
        &self,
        room: RoomId,
        look: impl FnOnce(&RoomTables) -> Vec<T>,
    ) -> Result<Vec<T>, StoreError> {
        Ok(self.tables()?.rooms.get(&room).map(look).unwrap_or_default())
    }
}
