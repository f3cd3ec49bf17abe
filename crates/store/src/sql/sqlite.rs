//! SQLite: one file, one writing connection, a few reading ones.
//!
//! Log and short writes share the writing connection. Checkpoints are SQLite's own (every 1,000
//! pages); [`Lifecycle::settle`] makes one that leaves nothing in the write-ahead log.

use super::appender::Appender;
use super::{MIGRATIONS, SqlStore, written};
use crate::Lifecycle;
use crate::error::{ConnectError, StoreError};
use async_trait::async_trait;
use sqlx::Sqlite;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use std::str::FromStr;
use std::time::Duration;

/// Before it, a checkpoint that met a writer could corrupt the log.
const OLDEST: [u32; 3] = [3, 51, 3];
const OLDEST_NAME: &str = "3.51.3";
const READERS: u32 = 4;
/// Also how long a caller waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the file that the URL names, and makes it if it is not there.
pub(crate) async fn open(url: &str) -> Result<SqlStore<Sqlite>, ConnectError> {
    let options = options(url)?;
    let pool = || SqlitePoolOptions::new().acquire_timeout(PATIENCE);
    let writer = pool()
        .max_connections(1)
        .connect_with(options.clone())
        .await
        .map_err(ConnectError::Unavailable)?;
    let version: String = sqlx::query_scalar("SELECT sqlite_version()")
        .fetch_one(&writer)
        .await
        .map_err(ConnectError::Unavailable)?;
    check(&version)?;
    MIGRATIONS.run(&writer).await.map_err(ConnectError::Migrate)?;
    let reader = pool()
        .max_connections(READERS)
        .connect_with(options.read_only(true))
        .await
        .map_err(ConnectError::Unavailable)?;
    // One short write at a time beside the log: the connection's queue is fair, so the log waits
    // for one statement at most.
    let appender = Appender::start(writer.clone());
    Ok(SqlStore::new(writer, reader, appender, 1))
}

fn options(url: &str) -> Result<SqliteConnectOptions, ConnectError> {
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(ConnectError::NoFile);
    }
    let options = SqliteConnectOptions::from_str(url).map_err(ConnectError::BadUrl)?;
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .optimize_on_close(true, None)
        // What is deleted is overwritten, and what is sorted never touches the disk.
        .pragma("secure_delete", "ON")
        .pragma("temp_store", "MEMORY"))
}

fn check(version: &str) -> Result<(), ConnectError> {
    let numbers: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
    if numbers.is_some_and(|numbers| numbers.as_slice() >= OLDEST.as_slice()) {
        return Ok(());
    }
    Err(ConnectError::SqliteTooOld { found: version.to_owned(), needed: OLDEST_NAME })
}

#[async_trait]
impl Lifecycle for SqlStore<Sqlite> {
    async fn ready(&self) -> Result<(), StoreError> {
        if !self.appender.is_running() {
            return Err(StoreError::unavailable("the log's writer has stopped"));
        }
        written(sqlx::query("SELECT 1").execute(&self.reader).await).map(drop)
    }

    async fn settle(&self) -> Result<(), StoreError> {
        let _slice = self.slice().await?;
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        let (busy, _, _): (i64, i64, i64) =
            written(sqlx::query_as(checkpoint).fetch_one(&self.writer).await)?;
        if busy == 0 { Ok(()) } else { Err(StoreError::unavailable("somebody is reading")) }
    }

    /// The last connection to go empties the write-ahead log and removes it.
    async fn close(&self) {
        self.shut().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_can_corrupt_its_log_is_refused_by_name() {
        for good in ["3.51.3", "3.52.0", "4.0.0"] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in ["3.51.2", "3.50.9", "3.9.99", "", "nonsense"] {
            assert!(check(bad).is_err(), "{bad}");
        }
        let error = check("3.50.2").unwrap_err().to_string();
        assert!(error.contains("3.50.2") && error.contains("3.51.3"), "{error}");
    }

    #[tokio::test]
    async fn a_database_in_memory_is_refused() {
        assert!(matches!(open("sqlite::memory:").await, Err(ConnectError::NoFile)));
        assert!(matches!(open("sqlite:x?mode=memory").await, Err(ConnectError::NoFile)));
    }
}
