//! Many at once: nothing lost, doubled or out of order.

use super::samples::{append, nonce, room};
use crate::Store;
use crate::error::StoreError;
use crate::log::{Append, Snapshot};
use roundtable_core::id::{Nonce, Position, RoomId, Seq};
use roundtable_core::room::fact::Lane;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const ALL: u32 = 10_000;
const ROOMS: u8 = 8;
const WRITERS: u8 = 16;
const APPENDS: u64 = 12;

/// Writers who know nothing of each other share rooms; who meets a conflict reloads and offers
/// again, as a room's task does.
pub async fn no_gap_and_nothing_lost_under_many_writers(store: Arc<dyn Store>) {
    let writers: Vec<_> =
        (0..WRITERS).map(|writer| tokio::spawn(write(Arc::clone(&store), writer))).collect();
    let mut conflicts = 0;
    for writer in writers {
        conflicts += writer.await.unwrap();
    }
    assert!(conflicts > 0, "the writers never met: this proves nothing");
    let mut nonces = BTreeSet::new();
    for n in 0..ROOMS {
        check(&*store, room(n), &mut nonces).await;
    }
    assert_eq!(nonces.len(), usize::from(WRITERS) * usize::try_from(APPENDS).unwrap() * 2);
}

/// Offers at the head that it remembers, and looks again only when that was wrong.
async fn write(store: Arc<dyn Store>, writer: u8) -> u64 {
    let mut conflicts = 0;
    let mut heads: BTreeMap<RoomId, Seq> = BTreeMap::new();
    for n in 0..APPENDS {
        let here = room((writer + u8::try_from(n).unwrap()) % ROOMS);
        loop {
            let head = heads.entry(here).or_default();
            match store.append(two_rows(here, *head, writer, n)).await {
                Ok(()) => break *head = Seq(head.0 + 2),
                Err(StoreError::Conflict { .. }) => conflicts += 1,
                Err(other) => panic!("{other:?}"),
            }
            *head = store.head(here).await.unwrap().unwrap_or_default();
        }
        let snapshot = Snapshot { seq: Seq(n), version: 1, json: "{}".to_owned() };
        store.save_snapshot(here, snapshot).await.unwrap();
    }
    conflicts
}

fn two_rows(here: RoomId, head: Seq, writer: u8, n: u64) -> Append {
    let mut append = append(here, head.0, 2);
    for (half, row) in append.rows.iter_mut().enumerate() {
        row.nonce = Some(nonce(&format!("w{writer:02}-{n:04}-{half}")));
    }
    append
}

async fn check(store: &dyn Store, here: RoomId, nonces: &mut BTreeSet<Nonce>) {
    let rows = store.rows(here, Seq(0), ALL).await.unwrap();
    let last = u64::try_from(rows.len()).unwrap();
    assert!(rows.iter().map(|row| row.seq.0).eq(1..=last), "no gap");
    assert_eq!(store.head(here).await.unwrap(), Some(Seq(last)));
    let places = store.lane(here, Lane::All, Position(0), ALL).await.unwrap();
    assert!(places.iter().map(|place| place.position.0).eq(1..=last), "dense");
    let entries = store.record(here, 0, ALL).await.unwrap();
    assert!(entries.iter().map(|entry| entry.n).eq(1..=last), "dense");
    for row in rows {
        assert!(nonces.insert(row.nonce.unwrap()), "nothing twice");
    }
}

/// The truth is the head: who comes second is told.
pub async fn of_many_appends_at_one_head_exactly_one_lands(store: Arc<dyn Store>) {
    for expected in 0..5 {
        let tasks: Vec<_> = (0..20)
            .map(|_| {
                let store = Arc::clone(&store);
                tokio::spawn(async move { store.append(append(room(1), expected, 1)).await })
            })
            .collect();
        let mut landed = 0;
        for task in tasks {
            match task.await.unwrap() {
                Ok(()) => landed += 1,
                Err(StoreError::Conflict { .. }) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(landed, 1);
    }
    assert_eq!(store.head(room(1)).await.unwrap(), Some(Seq(5)));
}

/// Durable before visible, and visible once acknowledged.
pub async fn a_reader_sees_what_was_acknowledged(store: Arc<dyn Store>) {
    for seq in 0..30 {
        store.append(append(room(1), seq, 1)).await.unwrap();
        let rows = store.rows(room(1), Seq(seq), ALL).await.unwrap();
        assert_eq!(rows.len(), 1, "after {seq}");
    }
}
