//! Which database a server stands on: SQLite in its folder, or a schema of PostgreSQL.

use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// A database for one server.
#[derive(Clone, Debug)]
pub(crate) enum Database {
    /// A file in the data folder.
    Sqlite,
    /// A URL that leads to a schema of its own.
    Postgres(String),
}

impl Database {
    /// An empty schema of PostgreSQL, or nothing, loudly, when `ROUNDTABLE_TEST_PG` is not set.
    pub(crate) async fn postgres(schema: &str) -> Option<Self> {
        let Ok(url) = std::env::var("ROUNDTABLE_TEST_PG") else {
            eprintln!("SKIPPED on PostgreSQL: ROUNDTABLE_TEST_PG is not set ({schema})");
            return None;
        };
        let mut connection = PgConnection::connect(&url).await.expect("ROUNDTABLE_TEST_PG answers");
        let fresh = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
        sqlx::raw_sql(AssertSqlSafe(fresh)).execute(&mut connection).await.unwrap();
        let mark = if url.contains('?') { '&' } else { '?' };
        Some(Self::Postgres(format!("{url}{mark}options[search_path]={schema}")))
    }
}
