//! Where Roundtable keeps things: the rooms' logs and the plain tables around them.
//!
//! Read in this order: [`log`] is what a room appends and reads back; [`directory`] holds sessions,
//! invitations and sign-ins; [`jobs`] is work for later; [`error`] is every way to fail.
//! Behind the traits stand three backends: [`MemoryStore`] and, through [`connect`], SQLite and
//! PostgreSQL. One contract (`contract`, feature `testing`) holds all three to the same promises.
//!
//! To add a table: a new file in `migrations/`, a method on the trait it belongs to, its memory
//! form, its SQL, and a sentence in the contract that says what it promises.

#[cfg(feature = "testing")]
pub mod contract;
pub mod directory;
pub mod error;
#[cfg(feature = "testing")]
pub mod flaky;
pub mod jobs;
pub mod lock;
pub mod log;
mod memory;
mod sql;
mod upcast;

pub use directory::{Directory, Invitation, Session, SignIn};
pub use error::{ConnectError, StoreError};
pub use jobs::{ClaimedJob, Job, Jobs};
pub use lock::{DataLock, LockError, lock_data_dir};
pub use log::{Append, RoomLog, SealedBody, Snapshot};
pub use memory::MemoryStore;

use async_trait::async_trait;
use std::sync::Arc;

/// The life of a store as a whole.
#[async_trait]
pub trait Lifecycle: Send + Sync {
    /// Can it take a write and answer a read now?
    async fn ready(&self) -> Result<(), StoreError>;

    /// Puts on disk what lies beside it, so that erased bytes are in no file any more. Call it
    /// now and then; [`Lifecycle::close`] does it too.
    async fn settle(&self) -> Result<(), StoreError>;

    /// Commits what was taken, refuses what comes after, lets go of files and connections.
    async fn close(&self);
}

/// Everything that the server keeps.
pub trait Store: RoomLog + Directory + Jobs + Lifecycle {}

impl<T: RoomLog + Directory + Jobs + Lifecycle> Store for T {}

/// Opens the database that the URL names (`sqlite:<file>` or `postgres://…`), brings its tables up
/// to date and takes it for this server.
pub async fn connect(url: &str) -> Result<Arc<dyn Store>, ConnectError> {
    match url.split(':').next() {
        Some("sqlite") => Ok(Arc::new(sql::sqlite::open(url).await?)),
        Some("postgres" | "postgresql") => Ok(Arc::new(sql::postgres::open(url).await?)),
        _ => Err(ConnectError::UnknownScheme),
    }
}
