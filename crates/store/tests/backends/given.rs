//! Stores to test, each empty.

use roundtable_store::{MemoryStore, Store, connect};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

pub(crate) type Given = Option<(Arc<dyn Store>, Box<dyn Any + Send>)>;

pub(crate) fn memory() -> impl Future<Output = Given> {
    std::future::ready(Some((Arc::new(MemoryStore::new()) as Arc<dyn Store>, Box::new(()) as _)))
}

pub(crate) async fn sqlite() -> Given {
    let folder = tempfile::tempdir().unwrap();
    let store = connect(&sqlite_url(&folder)).await.unwrap();
    Some((store, Box::new(folder)))
}

pub(crate) fn sqlite_url(folder: &TempDir) -> String {
    format!("sqlite:{}", folder.path().join("roundtable.db").display())
}

pub(crate) async fn postgres() -> Given {
    let url = postgres_url().await?;
    Some((connect(&url).await.unwrap(), Box::new(())))
}

/// A schema of its own on the server that the environment names.
pub(crate) async fn postgres_url() -> Option<String> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let Ok(base) = std::env::var("ROUNDTABLE_TEST_PG") else {
        eprintln!("SKIPPED: PostgreSQL contract (set ROUNDTABLE_TEST_PG)");
        return None;
    };
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let schema = format!("t_{}_{n}", std::process::id());
    let mut connection = PgConnection::connect(&base).await.unwrap();
    for statement in
        [format!("DROP SCHEMA IF EXISTS {schema} CASCADE"), format!("CREATE SCHEMA {schema}")]
    {
        sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    }
    let joint = if base.contains('?') { '&' } else { '?' };
    Some(format!("{base}{joint}options[search_path]={schema}"))
}
