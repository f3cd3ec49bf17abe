//! SQLite: the contract, and what lies in its files.

use crate::given::sqlite_url;
use roundtable_core::id::{BodyId, Seq};
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::time::Timestamp;
use roundtable_store::contract::samples::{append, digest, room, session};
use roundtable_store::log::{Append, SealedBody};
use roundtable_store::{ConnectError, Invitation, Store, StoreError, connect};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use std::sync::Arc;
use tempfile::TempDir;

roundtable_store::contract_tests!(crate::given::sqlite);

async fn opened() -> (Arc<dyn Store>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (connect(&sqlite_url(&folder)).await.unwrap(), folder)
}

/// Writes past the store, as a fault or a hand might.
async fn tamper(folder: &TempDir, statement: &str) {
    let mut connection = SqliteConnection::connect(&sqlite_url(folder)).await.unwrap();
    sqlx::query(AssertSqlSafe(statement)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Every byte of every file of the database.
fn files(folder: &TempDir) -> Vec<u8> {
    let entries = std::fs::read_dir(folder.path()).unwrap();
    entries.flat_map(|entry| std::fs::read(entry.unwrap().path()).unwrap()).collect()
}

fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_opening_again() {
    let (store, folder) = opened().await;
    store.append(append(room(1), 0, 3)).await.unwrap();
    let before = store.rows(room(1), Seq(0), 10).await.unwrap();
    drop(store);
    let store = connect(&sqlite_url(&folder)).await.unwrap();
    assert_eq!(store.rows(room(1), Seq(0), 10).await.unwrap(), before);
    store.append(append(room(1), 3, 1)).await.unwrap();
}

#[tokio::test]
async fn erased_bytes_are_in_no_file_any_more() {
    let (store, folder) = opened().await;
    // Long enough to lie on pages of their own, short enough to lie among others.
    let secrets = [(1, 40_usize), (2, 9_000), (3, 300)];
    let sealed = |n: u64, length: usize| SealedBody {
        sealed: [n.to_be_bytes().as_slice(), &[0xA7, 0x5C, 0x13]].concat().repeat(length / 11 + 1),
        ..append(room(1), n - 1, 1).bodies.remove(0)
    };
    let bodies: Vec<_> = secrets.iter().map(|(n, length)| sealed(*n, *length)).collect();
    let needles: Vec<_> = bodies.iter().map(|body| hex::encode(&body.sealed[..33])).collect();
    store.append(Append { bodies, ..append(room(1), 0, 3) }).await.unwrap();
    store.settle().await.unwrap();
    assert!(needles.iter().all(|needle| contains(&files(&folder), needle)), "they were there");

    store.erase_bodies(room(1), &[1, 2, 3].map(BodyId)).await.unwrap();
    store.settle().await.unwrap();

    let left = files(&folder);
    assert!(!needles.iter().any(|needle| contains(&left, needle)));
}

#[tokio::test]
async fn what_nobody_wrote_is_corrupt_and_names_its_cell() {
    let cases = [
        ("facts = '[{\"fact\":\"sang\"}]'", "facts"),
        ("facts = 'nonsense'", "facts"),
        ("version = 2", "facts"),
        ("version = -1", "version"),
        ("commitments = '[\"00\"]'", "commitments"),
        ("actor = 'seat:none'", "actor"),
        ("nonce = 'short'", "nonce"),
        ("at = 'yesterday'", "at"),
    ];
    for (tampering, cell) in cases {
        let (store, folder) = opened().await;
        store.append(append(room(1), 0, 2)).await.unwrap();
        tamper(&folder, &format!("UPDATE room_rows SET {tampering} WHERE seq = 2")).await;
        let error = store.rows(room(1), Seq(0), 10).await.unwrap_err();
        let StoreError::Corrupt { table, column, .. } = error else {
            panic!("{tampering}: {error:?}")
        };
        assert_eq!((table, column.as_str()), ("room_rows", cell), "{tampering}");
        assert_eq!(store.rows(room(1), Seq(0), 1).await.unwrap().len(), 1, "the rest is readable");
        store.close().await;
    }
}

#[tokio::test]
async fn a_strange_word_in_a_plain_table_is_corrupt() {
    let (store, folder) = opened().await;
    store.create_session(session(room(1), 1)).await.unwrap();
    let invitation = Invitation {
        hash: digest(1),
        room: room(1),
        role: Role::Observer,
        belonging: Belonging::Undeclared,
        uses_left: 1,
        expires_at: Timestamp(9),
        revoked: false,
    };
    store.add_invitations(&[invitation]).await.unwrap();
    tamper(&folder, "UPDATE invitations SET role = 'judge'").await;
    let error = store.invitation(digest(1)).await.unwrap_err();
    assert!(error.to_string().starts_with("invitations.role of 0101"), "{error}");
}

#[tokio::test]
async fn rows_beyond_the_head_are_a_fault_and_no_conflict() {
    let (store, folder) = opened().await;
    store.append(append(room(1), 0, 2)).await.unwrap();
    tamper(&folder, "UPDATE rooms SET head = 1, base = 0").await;
    let answer = store.append(append(room(1), 1, 1)).await;
    assert!(
        matches!(answer, Err(StoreError::Invalid(_))),
        "the key is the second guard: {answer:?}"
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_and_a_strange_url_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let missing = format!("sqlite:{}/no/such/folder.db", folder.path().display());
    let error = connect(&missing).await.err().unwrap();
    assert!(matches!(error, ConnectError::Unavailable(_)), "{error:?}");
    let error = connect("mysql://somewhere").await.err().unwrap();
    assert!(matches!(error, ConnectError::UnknownScheme), "{error:?}");
}
