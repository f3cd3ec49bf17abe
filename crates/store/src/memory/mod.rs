//! Everything in memory: for tests, and the plainest reading of what the traits promise.

mod directory;
mod jobs;
mod log;

use crate::Lifecycle;
use crate::directory::{Invitation, Session, SignIn};
use crate::error::StoreError;
use crate::jobs::ClaimedJob;
use async_trait::async_trait;
use log::RoomTables;
use roundtable_core::id::RoomId;
use roundtable_core::record::Digest;
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

impl MemoryStore {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// No lock is held across an await: every method is one short look at the tables.
    fn tables(&self) -> Result<MutexGuard<'_, Tables>, StoreError> {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        if tables.closed { Err(StoreError::unavailable("the store is closed")) } else { Ok(tables) }
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
impl Lifecycle for MemoryStore {
    async fn ready(&self) -> Result<(), StoreError> {
        self.tables().map(drop)
    }

    async fn settle(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn close(&self) {
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
    }
}
