//! PostgreSQL: a pool that writes, a pool that reads, and a lock against a second server.

use super::appender::Appender;
use super::{MIGRATIONS, SqlStore, written};
use crate::Lifecycle;
use crate::error::{ConnectError, StoreError};
use async_trait::async_trait;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection, Postgres};
use std::str::FromStr;
use std::time::Duration;
use tokio::sync::Mutex;

/// One of them is always free for the log.
const WRITERS: u32 = 4;
const READERS: u32 = 6;
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the database that the URL names and takes it for this server.
pub(crate) async fn open(url: &str) -> Result<SqlStore<Postgres>, ConnectError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(ConnectError::BadUrl)?
        // Durable before visible, whatever the database's default.
        .options([("synchronous_commit", "on")]);
    let lock = ServerLock::take(options.clone()).await?;
    let pool = || PgPoolOptions::new().acquire_timeout(PATIENCE);
    let writer = pool()
        .max_connections(WRITERS)
        .connect_with(options.clone())
        .await
        .map_err(ConnectError::Unavailable)?;
    MIGRATIONS.run(&writer).await.map_err(ConnectError::Migrate)?;
    let reader = pool()
        .max_connections(READERS)
        .connect_with(options)
        .await
        .map_err(ConnectError::Unavailable)?;
    let appender = Appender::start(writer.clone());
    let mut store = SqlStore::new(writer, reader, appender, WRITERS as usize - 1);
    store.server_lock = Some(lock);
    Ok(store)
}

/// One advisory lock for each database and schema, held by a connection of its own. The log does
/// not depend on it, it has its heads; two servers would only disagree about who is in the room.
pub(crate) struct ServerLock {
    options: PgConnectOptions,
    connection: Mutex<Option<PgConnection>>,
}

const TRY_LOCK: &str = "SELECT pg_try_advisory_lock( \
    hashtext('roundtable'), hashtext(COALESCE(current_schema(), '')))";

const WAIT_FOR_LOCK: &str = "SELECT pg_advisory_lock( \
    hashtext('roundtable'), hashtext(COALESCE(current_schema(), '')))";
const LOCK_PATIENCE: &str = "SET lock_timeout = '5s'";
/// lock_not_available, in the PostgreSQL documentation's appendix A.
const LOCK_TIMEOUT: &str = "55P03";

impl ServerLock {
    async fn take(options: PgConnectOptions) -> Result<Self, ConnectError> {
        let connection = Self::wait(&options).await.map_err(ConnectError::Unavailable)?;
        let connection = connection.ok_or(ConnectError::SecondServer)?;
        Ok(Self { options, connection: Mutex::new(Some(connection)) })
    }

    /// A server that was killed lets go only when the database notices, so the lock is waited for
    /// a while; `None` when another has it all the same.
    async fn wait(options: &PgConnectOptions) -> Result<Option<PgConnection>, sqlx::Error> {
        let mut connection = options.connect().await?;
        sqlx::query(LOCK_PATIENCE).execute(&mut connection).await?;
        match sqlx::query(WAIT_FOR_LOCK).execute(&mut connection).await {
            Ok(_) => Ok(Some(connection)),
            Err(sqlx::Error::Database(error)) if error.code().as_deref() == Some(LOCK_TIMEOUT) => {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// A connection with the lock; `None` when another has it.
    async fn connect(options: &PgConnectOptions) -> Result<Option<PgConnection>, sqlx::Error> {
        let mut connection = options.connect().await?;
        let ours = sqlx::query_scalar(TRY_LOCK).fetch_one(&mut connection).await?;
        Ok(if ours { Some(connection) } else { None })
    }

    /// Still ours? A connection that was cut is made anew, unless somebody came in between.
    async fn hold(&self) -> Result<(), StoreError> {
        let mut held = self.connection.lock().await;
        if let Some(connection) = held.as_mut()
            && connection.ping().await.is_ok()
        {
            return Ok(());
        }
        *held = written(Self::connect(&self.options).await)?;
        match *held {
            Some(_) => Ok(()),
            None => Err(StoreError::unavailable("another server took the database")),
        }
    }

    async fn release(&self) {
        if let Some(connection) = self.connection.lock().await.take()
            && let Err(error) = connection.close().await
        {
            tracing::warn!(%error, "the server lock's connection ended badly");
        }
    }
}

#[async_trait]
impl Lifecycle for SqlStore<Postgres> {
    async fn ready(&self) -> Result<(), StoreError> {
        if !self.appender.is_running() {
            return Err(StoreError::unavailable("the log's writer has stopped"));
        }
        if let Some(lock) = &self.server_lock {
            lock.hold().await?;
        }
        written(sqlx::query("SELECT 1").execute(&self.reader).await).map(drop)
    }

    /// The database's own vacuum does it.
    async fn settle(&self) -> Result<(), StoreError> {
        Ok(())
    }

    async fn close(&self) {
        self.shut().await;
        if let Some(lock) = &self.server_lock {
            lock.release().await;
        }
    }
}
