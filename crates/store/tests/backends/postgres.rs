//! PostgreSQL: the contract, one server at a time, and connections that are cut.

use crate::given::postgres_url;
use roundtable_core::id::Seq;
use roundtable_store::contract::samples::{append, room};
use roundtable_store::{ConnectError, connect};
use sqlx::{Connection, PgConnection};

roundtable_store::contract_tests!(crate::given::postgres);

#[tokio::test]
async fn a_second_server_is_refused_until_the_first_is_gone() {
    let Some(url) = postgres_url().await else {
        return;
    };
    let first = connect(&url).await.unwrap();
    let second = connect(&url).await.err().unwrap();
    assert!(matches!(second, ConnectError::SecondServer), "{second:?}");
    first.close().await;
    let third = connect(&url).await.unwrap();
    third.close().await;
}

#[tokio::test]
async fn cut_connections_are_made_anew_and_nothing_is_lost() {
    let Some(url) = postgres_url().await else {
        return;
    };
    let store = connect(&url).await.unwrap();
    store.append(append(room(1), 0, 2)).await.unwrap();

    let mut operator = PgConnection::connect(&url).await.unwrap();
    let cut = "SELECT COUNT(pg_terminate_backend(l.pid)) FROM pg_locks l \
        WHERE l.locktype = 'advisory' AND l.classid::bigint = (hashtext('roundtable')::bigint & 4294967295) \
        AND l.objid::bigint = (hashtext(current_schema())::bigint & 4294967295)";
    let cut: i64 = sqlx::query_scalar(cut).fetch_one(&mut operator).await.unwrap();
    assert_eq!(cut, 1, "the lock's connection");

    store.ready().await.unwrap();
    let second = connect(&url).await.err().unwrap();
    assert!(matches!(second, ConnectError::SecondServer), "the lock is ours again: {second:?}");
    store.append(append(room(1), 2, 1)).await.unwrap();
    assert_eq!(store.rows(room(1), Seq(0), 10).await.unwrap().len(), 3);
    store.close().await;
}
