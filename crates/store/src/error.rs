//! Every way in which storage fails, each handled differently by its caller.
//!
//! To add one: a variant here only if some caller would act differently on it.

use roundtable_core::id::RoomId;
use std::sync::Arc;
use thiserror::Error;

/// What lies beneath. Shared, because one failed commit answers many callers.
pub type Source = Arc<dyn std::error::Error + Send + Sync>;

/// Why the store did not do what was asked. The room's task reads it.
#[derive(Clone, Debug, Error)]
pub enum StoreError {
    /// The room's head is not where the append expected it. Nothing landed: reload, decide again.
    #[error("the log of room {room} has moved on")]
    Conflict {
        /// Which room.
        room: RoomId,
    },
    /// What is stored cannot be read. Never skipped, never guessed.
    #[error("{table}.{column} of {key} cannot be read")]
    Corrupt {
        /// In which table.
        table: &'static str,
        /// In which column.
        column: String,
        /// Which row of it.
        key: String,
        /// What is wrong with it.
        source: Source,
    },
    /// The commit was sent and its answer lost: it may have landed or not. Reload; the nonce
    /// decides.
    #[error("the commit was not answered")]
    Ambiguous(#[source] Source),
    /// What was asked breaks a rule of the tables: a fault of ours. Nothing landed.
    #[error("the tables refuse this")]
    Invalid(#[source] Source),
    /// The database cannot be reached or is out of order. Nothing landed.
    #[error("the database is unavailable")]
    Unavailable(#[source] Source),
}

impl StoreError {
    /// A fault of ours, in words for the operator.
    pub(crate) fn invalid(why: impl Into<String>) -> Self {
        Self::Invalid(words(why))
    }

    /// Out of order, in words for the operator.
    pub(crate) fn unavailable(why: impl Into<String>) -> Self {
        Self::Unavailable(words(why))
    }
}

fn words(why: impl Into<String>) -> Source {
    Source::from(Box::<dyn std::error::Error + Send + Sync>::from(why.into()))
}

/// Why a store cannot be opened. The operator reads it.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The URL names no database that we know.
    #[error("the database URL must begin with sqlite: or postgres://")]
    UnknownScheme,
    /// A database in memory has one connection, the SQLite store needs several.
    #[error("SQLite needs a file: the log must outlive the process")]
    NoFile,
    /// The URL cannot be read.
    #[error("the database URL cannot be read")]
    BadUrl(#[source] sqlx::Error),
    /// Before 3.51.3 a checkpoint could corrupt the write-ahead log.
    #[error("SQLite {found} is too old: before {needed} it can corrupt its write-ahead log")]
    SqliteTooOld {
        /// What is linked.
        found: String,
        /// The least that will do.
        needed: &'static str,
    },
    /// Somebody else serves from this database.
    #[error("another server already uses this database")]
    SecondServer,
    /// The tables cannot be brought up to date.
    #[error("the migrations failed")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// The database does not answer.
    #[error("the database cannot be opened")]
    Unavailable(#[source] sqlx::Error),
}
