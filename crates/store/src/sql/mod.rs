//! SQLite and PostgreSQL from one source.
//!
//! The statements are the same text for both, and so are the function bodies: the macros
//! `group!`, `room_log!`, `directory!` and `jobs!` write each once for each native driver. What
//! differs is how a store is opened ([`sqlite`], [`postgres`]) and one clause of one statement
//! (jobs).
//!
//! Rules: TEXT and BIGINT only, `$n`, `ON CONFLICT`, `RETURNING`; a number that PostgreSQL would
//! widen is cast; a mistake of ours is caught before it reaches the database, since SQLite takes
//! what PostgreSQL refuses.
//!
//! Writes: appends of all rooms go through one task ([`appender`]) in one transaction after the
//! other. Everything else that writes is one short statement, and a semaphore lets only so many of
//! them stand in line for a connection that the log never waits for more than one of them.

#[macro_use]
mod statements;
mod appender;
mod cells;
mod encoded;
mod stored;
mod trouble;

#[macro_use]
mod group;
#[macro_use]
mod room_log;
#[macro_use]
mod directory;
#[macro_use]
mod jobs;

pub(crate) mod postgres;
pub(crate) mod sqlite;

use crate::directory::{Directory, Invitation, Session, SignIn};
use crate::error::StoreError;
use crate::jobs::{ClaimedJob, Job, Jobs};
use crate::log::{Append, RoomLog, SealedBody, Snapshot};
use appender::{Appender, Committer};
use async_trait::async_trait;
use encoded::{Encoded, InvitationCells};
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::record::{Digest, Entry};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_core::time::{Span, Timestamp};
use sqlx::{Database, Pool};
use std::collections::BTreeSet;
use stored::{
    StoredBody, StoredEntry, StoredInvitation, StoredJob, StoredPlace, StoredRow, StoredSession,
    StoredSignIn, StoredSnapshot,
};
use tokio::sync::{Semaphore, SemaphorePermit};
use trouble::Trouble;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations");

/// A store behind one native driver.
pub(crate) struct SqlStore<Db: Database> {
    writer: Pool<Db>,
    reader: Pool<Db>,
    slices: Semaphore,
    appender: Appender,
    server_lock: Option<postgres::ServerLock>,
}

impl<Db: Database> SqlStore<Db> {
    /// `slices`: how many short writes may stand in line beside the log.
    fn new(writer: Pool<Db>, reader: Pool<Db>, appender: Appender, slices: usize) -> Self {
        Self { writer, reader, slices: Semaphore::new(slices), appender, server_lock: None }
    }

    /// A place in the line of short writes.
    async fn slice(&self) -> Result<SemaphorePermit<'_>, StoreError> {
        self.slices.acquire().await.map_err(|_| StoreError::unavailable("the store is closed"))
    }

    async fn shut(&self) {
        self.slices.close();
        self.appender.stop().await;
        self.reader.close().await;
        self.writer.close().await;
    }
}

/// What became of a short write.
fn written<T>(answer: Result<T, sqlx::Error>) -> Result<T, StoreError> {
    answer.map_err(|error| Trouble::from(error).into())
}

/// Sorted, without doubles.
fn once_each<T: Copy + Ord>(items: &[T]) -> Vec<T> {
    items.iter().copied().collect::<BTreeSet<T>>().into_iter().collect()
}

macro_rules! backend {
    ($Db:ty, claim: $claim:expr) => {
        group!($Db);
        room_log!($Db);
        directory!($Db);
        jobs!($Db, $claim);
    };
}

backend!(sqlx::Sqlite, claim: statements::claim_jobs!(""));
backend!(sqlx::Postgres, claim: statements::claim_jobs!(" FOR UPDATE SKIP LOCKED"));
