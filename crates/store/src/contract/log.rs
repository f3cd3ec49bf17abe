//! The log: as written, in order, all or nothing.

use super::samples::{append, body, digest, entry, nonce, place, room, row};
use crate::Store;
use crate::error::StoreError;
use crate::log::{Append, SealedBody};
use roundtable_core::id::{BodyId, Position, RoomId, SeatNo, Seq};
use roundtable_core::room::command::Actor;
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{BodyClass, Row};
use roundtable_core::time::Timestamp;
use std::sync::Arc;

const ALL: u32 = 10_000;

/// Everything that a room has, to compare before and after.
async fn everything(store: &dyn Store, room: RoomId) -> String {
    let numbers: Vec<u64> = (0..100).collect();
    let ids: Vec<_> = numbers.iter().copied().map(BodyId).collect();
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        store.head(room).await.unwrap(),
        store.rows(room, Seq(0), ALL).await.unwrap(),
        store.lane(room, Lane::All, Position(0), ALL).await.unwrap(),
        store.bodies(room, &ids).await.unwrap(),
        store.record(room, 0, ALL).await.unwrap(),
        store.due_rooms(Timestamp(i64::MAX), ALL).await.unwrap(),
    )
}

fn rows(room: RoomId, seqs: impl IntoIterator<Item = u64>) -> Vec<Row> {
    seqs.into_iter().map(|seq| row(room, seq)).collect()
}

/// Rows are a room's own, numbered, and read in pieces.
pub async fn rows_come_back_as_written_and_in_order(store: Arc<dyn Store>) {
    let here = room(1);
    assert_eq!(store.head(here).await.unwrap(), None, "no room yet");
    store.append(append(here, 0, 3)).await.unwrap();
    store.append(append(room(2), 0, 1)).await.unwrap();
    store.append(append(here, 3, 3)).await.unwrap();

    assert_eq!(store.head(here).await.unwrap(), Some(Seq(6)));
    assert_eq!(store.rows(here, Seq(0), ALL).await.unwrap(), rows(here, 1..=6));
    assert_eq!(store.rows(here, Seq(2), 2).await.unwrap(), rows(here, 3..=4), "a piece");
    assert!(store.rows(here, Seq(6), ALL).await.unwrap().is_empty(), "nothing after the head");
    assert!(store.rows(here, Seq(u64::MAX), ALL).await.unwrap().is_empty());
    assert!(store.rows(room(3), Seq(0), ALL).await.unwrap().is_empty(), "no such room");
    let entries: Vec<_> = (3..=5).map(|n| entry(here, n)).collect();
    assert_eq!(store.record(here, 2, 3).await.unwrap(), entries, "the record in pieces too");
}

/// Rows by name, as the lanes name them.
pub async fn named_rows_come_back_once_and_in_order(store: Arc<dyn Store>) {
    let here = room(1);
    store.append(append(here, 0, 6)).await.unwrap();
    let seqs = [5, 2, 5, 99, 6].map(Seq);
    assert_eq!(store.rows_at(here, &seqs).await.unwrap(), rows(here, [2, 5, 6]));
    assert!(store.rows_at(here, &[]).await.unwrap().is_empty());
}

/// Absent and present, every byte, every actor, letters of three languages.
pub async fn every_cell_comes_back_byte_for_byte(store: Arc<dyn Store>) {
    let here = room(0xab);
    let actors = [Actor::Seat(SeatNo(u16::MAX)), Actor::Organizer, Actor::System];
    let rows: Vec<_> = (1..)
        .zip(actors)
        .map(|(seq, by)| Row { by, at: Timestamp(-1), nonce: None, ..row(here, seq) })
        .collect();
    let every_byte: Vec<u8> = (0..=255).collect();
    let bodies = vec![
        SealedBody { sealed: every_byte.clone(), class: BodyClass::Words, ..body(1) },
        SealedBody { sealed: vec![], salt: every_byte, class: BodyClass::Names, ..body(2) },
    ];
    let entries = vec![entry(here, 1), entry(here, 2)];
    assert!(entries[0].opening.is_some() && entries[1].opening.is_none());
    let written = Append {
        rows: rows.clone(),
        bodies: bodies.clone(),
        entries: entries.clone(),
        ..append(here, 0, 3)
    };
    store.append(written).await.unwrap();

    assert_eq!(store.rows(here, Seq(0), ALL).await.unwrap(), rows);
    assert_eq!(store.bodies(here, &[BodyId(2), BodyId(1), BodyId(2)]).await.unwrap(), bodies);
    assert_eq!(store.record(here, 0, ALL).await.unwrap(), entries);
}

/// Whether the head is further, nearer or not there at all.
pub async fn a_conflict_leaves_nothing(store: Arc<dyn Store>) {
    let here = room(1);
    store.append(append(here, 0, 3)).await.unwrap();
    let before = everything(&*store, here).await;
    for expected in [0, 2, 4] {
        let late = Append { deadline: Some(Timestamp(1)), ..append(here, expected, 9) };
        let answer = store.append(late).await;
        assert!(matches!(answer, Err(StoreError::Conflict { room }) if room == here), "{answer:?}");
        assert_eq!(everything(&*store, here).await, before, "expected {expected}");
    }
    let nowhere = store.append(append(room(2), 1, 1)).await;
    assert!(matches!(nowhere, Err(StoreError::Conflict { .. })), "{nowhere:?}");
    assert_eq!(store.head(room(2)).await.unwrap(), None);
}

/// One writer is at 5; another, who knows only the first of its rows, offers 4 to 6.
pub async fn a_partial_overlap_leaves_nothing(store: Arc<dyn Store>) {
    let here = room(1);
    store.append(append(here, 0, 2)).await.unwrap();
    store.append(append(here, 2, 3)).await.unwrap();
    let before = everything(&*store, here).await;

    let overlapping = Append { deadline: Some(Timestamp(1)), ..append(here, 3, 3) };
    let answer = store.append(overlapping).await;

    assert!(matches!(answer, Err(StoreError::Conflict { .. })), "{answer:?}");
    assert_eq!(everything(&*store, here).await, before);
    store.append(append(here, 5, 1)).await.unwrap();
}

/// A gap, a repetition, no row, somebody else's row or entry: a fault of ours, told as such.
pub async fn what_does_not_continue_the_log_is_refused(store: Arc<dyn Store>) {
    let here = room(1);
    let good = append(here, 0, 3);
    let broken = [
        Append { rows: rows(here, [1, 3]), ..good.clone() },
        Append { rows: rows(here, [1, 1]), ..good.clone() },
        Append { rows: rows(here, [2, 3]), ..good.clone() },
        Append { rows: vec![], ..good.clone() },
        Append { rows: rows(room(2), 1..=3), ..good.clone() },
        Append { entries: vec![entry(room(2), 1)], ..good.clone() },
    ];
    for append in broken {
        let answer = store.append(append).await;
        assert!(matches!(answer, Err(StoreError::Invalid(_))), "{answer:?}");
    }
    assert_eq!(store.head(here).await.unwrap(), None);
    store.append(good).await.unwrap();
}

/// Twenty rooms append at once, one of them what the tables refuse.
pub async fn a_poisoned_append_harms_nobody_else(store: Arc<dyn Store>) {
    let poisoned = room(10);
    store.append(append(poisoned, 0, 2)).await.unwrap();
    let before = everything(&*store, poisoned).await;
    let poisons = [
        Append { bodies: vec![body(2)], ..append(poisoned, 2, 1) },
        Append { bodies: vec![body(7), body(7)], ..append(poisoned, 2, 1) },
        Append { places: vec![place(1)], ..append(poisoned, 2, 1) },
        Append { entries: vec![entry(poisoned, 2)], ..append(poisoned, 2, 1) },
    ];
    for (round, poison) in (0..).zip(poisons) {
        let healthy = (1..=20).map(room).filter(|room| *room != poisoned);
        let tasks: Vec<_> = healthy
            .map(|room| append(room, round, 1))
            .chain([poison])
            .map(|append| {
                let store = Arc::clone(&store);
                tokio::spawn(async move { (append.room, store.append(append).await) })
            })
            .collect();
        for task in tasks {
            let (room, answer) = task.await.unwrap();
            let refused = matches!(answer, Err(StoreError::Invalid(_)));
            assert_eq!(refused, room == poisoned, "{room:?} {answer:?}");
            assert!(refused || answer.is_ok(), "{room:?} {answer:?}");
        }
        assert_eq!(everything(&*store, poisoned).await, before);
    }
    store.append(append(poisoned, 2, 1)).await.unwrap();
}

/// More rows than go into one statement.
pub async fn a_very_large_append_lands_whole(store: Arc<dyn Store>) {
    let here = room(1);
    store.append(append(here, 0, 2_345)).await.unwrap();
    let seqs: Vec<_> = (1..=2_345).map(Seq).collect();
    assert_eq!(store.rows_at(here, &seqs).await.unwrap(), rows(here, 1..=2_345));
    let ids: Vec<_> = (1..=2_345).map(BodyId).collect();
    assert_eq!(store.bodies(here, &ids).await.unwrap().len(), 2_345);
    store.erase_bodies(here, &ids).await.unwrap();
    assert!(store.bodies(here, &ids).await.unwrap().is_empty());
}

/// Closing lets go; what comes after is told so.
pub async fn a_closed_store_refuses(store: Arc<dyn Store>) {
    store.append(append(room(1), 0, 1)).await.unwrap();
    store.ready().await.unwrap();
    store.settle().await.unwrap();
    store.close().await;
    let away = |answer: Result<(), StoreError>| matches!(answer, Err(StoreError::Unavailable(_)));
    assert!(away(store.ready().await));
    assert!(away(store.append(append(room(1), 1, 1)).await));
    assert!(away(store.head(room(1)).await.map(drop)));
    assert!(away(store.unredeem(digest(1)).await));
    assert!(away(store.end_sign_in(nonce("handle-1").as_str()).await));
}
