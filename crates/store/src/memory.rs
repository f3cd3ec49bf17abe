//! Everything in memory: for tests, and the plainest reading of what the traits promise.

use crate::Lifecycle;
use crate::directory::{Directory, Invitation, Session, SignIn};
use crate::error::StoreError;
use crate::jobs::{ClaimedJob, Job, Jobs};
use crate::log::{Append, RoomLog, SealedBody, Snapshot};
use async_trait::async_trait;
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::record::{Digest, Entry};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_core::time::{Span, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A store that forgets when it goes.
#[derive(Debug, Default)]
pub struct MemoryStore {
    tables: Mutex<Tables>,
}

#[derive(Debug, Default)]
struct Tables {
    closed: bool,
    rooms: BTreeMap<RoomId, RoomTables>,
    sessions: BTreeMap<RoomId, Session>,
    invitations: BTreeMap<Digest, Invitation>,
    sign_ins: BTreeMap<String, SignIn>,
    jobs: BTreeMap<String, ClaimedJob>,
}

#[derive(Debug, Default)]
struct RoomTables {
    rows: BTreeMap<Seq, Row>,
    places: BTreeMap<(Lane, Position), LanePlace>,
    bodies: BTreeMap<BodyId, SealedBody>,
    entries: BTreeMap<u64, Entry>,
    snapshot: Option<Snapshot>,
    deadline: Option<Timestamp>,
}

impl MemoryStore {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// No lock is held across an await: every method is one short look at the tables.
    fn tables(&self) -> Result<MutexGuard<'_, Tables>, StoreError> {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        if tables.closed {
            Err(StoreError::unavailable("the store is closed"))
        } else {
            Ok(tables)
        }
    }
}

impl RoomTables {
    fn head(&self) -> Seq {
        self.rows.last_key_value().map_or(Seq(0), |(seq, _)| *seq)
    }

    /// May it land? Looks at everything before anything is touched.
    fn check(&self, append: &Append) -> Result<(), StoreError> {
        fresh(
            &self.places,
            append
                .places
                .iter()
                .map(|place| (place.lane, place.position)),
        )?;
        fresh(&self.bodies, append.bodies.iter().map(|body| body.body))?;
        fresh(&self.entries, append.entries.iter().map(|entry| entry.n))
    }

    fn land(&mut self, append: Append) {
        self.rows
            .extend(append.rows.into_iter().map(|row| (row.seq, row)));
        let places = append.places.into_iter();
        self.places
            .extend(places.map(|place| ((place.lane, place.position), place)));
        self.bodies
            .extend(append.bodies.into_iter().map(|body| (body.body, body)));
        self.entries
            .extend(append.entries.into_iter().map(|entry| (entry.n, entry)));
        self.deadline = append.deadline;
    }
}

/// No key may be there already, nor come twice.
fn fresh<K: Ord, V>(
    table: &BTreeMap<K, V>,
    keys: impl Iterator<Item = K>,
) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if table.contains_key(&key) || !seen.insert(key) {
            return Err(StoreError::invalid("the key is taken"));
        }
    }
    Ok(())
}

fn most(limit: u32) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
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
            seqs.into_iter()
                .filter_map(|seq| tables.rows.get(seq))
                .cloned()
                .collect()
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
            lane.filter(|place| place.position > after)
                .take(most(limit))
                .copied()
                .collect()
        })
    }

    async fn bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<Vec<SealedBody>, StoreError> {
        let ids: BTreeSet<_> = ids.iter().collect();
        self.of_room(room, |tables| {
            ids.into_iter()
                .filter_map(|id| tables.bodies.get(id))
                .cloned()
                .collect()
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
        Ok(self
            .tables()?
            .rooms
            .get(&room)
            .and_then(|tables| tables.snapshot.clone()))
    }

    async fn due_rooms(&self, now: Timestamp, limit: u32) -> Result<Vec<RoomId>, StoreError> {
        let tables = self.tables()?;
        let deadlines = tables
            .rooms
            .iter()
            .filter_map(|(room, of)| Some((of.deadline?, *room)));
        let due: BTreeSet<_> = deadlines.filter(|(deadline, _)| *deadline <= now).collect();
        Ok(due
            .into_iter()
            .map(|(_, room)| room)
            .take(most(limit))
            .collect())
    }
}

impl MemoryStore {
    fn of_room<T>(
        &self,
        room: RoomId,
        look: impl FnOnce(&RoomTables) -> Vec<T>,
    ) -> Result<Vec<T>, StoreError> {
        Ok(self
            .tables()?
            .rooms
            .get(&room)
            .map(look)
            .unwrap_or_default())
    }
}

#[async_trait]
impl Directory for MemoryStore {
    async fn create_session(&self, session: Session) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        fresh(&tables.sessions, [session.room].into_iter())?;
        tables.sessions.insert(session.room, session);
        Ok(())
    }

    async fn session(&self, room: RoomId) -> Result<Option<Session>, StoreError> {
        Ok(self.tables()?.sessions.get(&room).cloned())
    }

    async fn sessions(&self, limit: u32) -> Result<Vec<Session>, StoreError> {
        let mut sessions: Vec<_> = self.tables()?.sessions.values().cloned().collect();
        sessions.sort_by_key(|session| (std::cmp::Reverse(session.created_at), session.room));
        sessions.truncate(most(limit));
        Ok(sessions)
    }

    async fn add_invitations(&self, invitations: &[Invitation]) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        fresh(
            &tables.invitations,
            invitations.iter().map(|invitation| invitation.hash),
        )?;
        for invitation in invitations {
            tables.has_session(invitation.room)?;
        }
        let invitations = invitations.iter().cloned();
        tables
            .invitations
            .extend(invitations.map(|invitation| (invitation.hash, invitation)));
        Ok(())
    }

    async fn invitation(&self, hash: Digest) -> Result<Option<Invitation>, StoreError> {
        Ok(self.tables()?.invitations.get(&hash).cloned())
    }

    async fn redeem(&self, hash: Digest, now: Timestamp) -> Result<Option<Invitation>, StoreError> {
        let mut tables = self.tables()?;
        let invitation = tables.invitations.get_mut(&hash);
        Ok(invitation
            .filter(|invitation| invitation.is_open(now))
            .map(|invitation| {
                invitation.uses_left -= 1;
                invitation.clone()
            }))
    }

    async fn unredeem(&self, hash: Digest) -> Result<(), StoreError> {
        if let Some(invitation) = self.tables()?.invitations.get_mut(&hash) {
            invitation.uses_left += 1;
        }
        Ok(())
    }

    async fn revoke_invitations(&self, room: RoomId) -> Result<(), StoreError> {
        for invitation in self.tables()?.invitations.values_mut() {
            invitation.revoked |= invitation.room == room;
        }
        Ok(())
    }

    async fn add_sign_in(&self, sign_in: SignIn) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        tables.has_session(sign_in.room)?;
        fresh(&tables.sign_ins, [sign_in.handle.clone()].into_iter())?;
        tables.sign_ins.insert(sign_in.handle.clone(), sign_in);
        Ok(())
    }

    async fn sign_in(&self, handle: &str) -> Result<Option<SignIn>, StoreError> {
        Ok(self.tables()?.sign_ins.get(handle).cloned())
    }

    async fn end_sign_in(&self, handle: &str) -> Result<(), StoreError> {
        self.tables()?.sign_ins.remove(handle);
        Ok(())
    }
}

impl Tables {
    fn has_session(&self, room: RoomId) -> Result<(), StoreError> {
        let known = self.sessions.contains_key(&room);
        if known {
            Ok(())
        } else {
            Err(StoreError::invalid("there is no such session"))
        }
    }
}

#[async_trait]
impl Jobs for MemoryStore {
    async fn add_job(&self, job: Job) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        let id = job.id.clone();
        tables.jobs.entry(id).or_insert(ClaimedJob {
            job,
            attempts: 0,
            last_error: None,
        });
        Ok(())
    }

    async fn claim_jobs(
        &self,
        now: Timestamp,
        lease: Span,
        limit: u32,
    ) -> Result<Vec<ClaimedJob>, StoreError> {
        let mut tables = self.tables()?;
        let mut due: Vec<_> = tables
            .jobs
            .values_mut()
            .filter(|one| one.job.due <= now)
            .collect();
        due.sort_by_key(|one| one.job.due);
        Ok(due
            .into_iter()
            .take(most(limit))
            .map(|one| one.lease(now.plus(lease)))
            .collect())
    }

    async fn finish_job(&self, id: &str) -> Result<(), StoreError> {
        self.tables()?.jobs.remove(id);
        Ok(())
    }

    async fn fail_job(
        &self,
        id: &str,
        next_due: Timestamp,
        error_code: &str,
    ) -> Result<(), StoreError> {
        if let Some(one) = self.tables()?.jobs.get_mut(id) {
            one.job.due = next_due;
            one.last_error = Some(error_code.to_owned());
        }
        Ok(())
    }
}

impl ClaimedJob {
    fn lease(&mut self, until: Timestamp) -> Self {
        self.job.due = until;
        self.attempts += 1;
        self.clone()
    }
}

#[async_trait]
impl Lifecycle for MemoryStore {
    async fn ready(&self) -> Result<(), StoreError> {
        self.tables().map(drop)
    }

    async fn settle(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn close(&self) {
        self.tables
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .closed = true;
    }
}
