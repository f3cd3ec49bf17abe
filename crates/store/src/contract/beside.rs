//! What lies beside the rows: lanes, bodies, snapshots, deadlines.

use super::samples::{append, body, room};
use crate::Store;
use crate::error::StoreError;
use crate::log::{Append, Snapshot};
use roundtable_core::id::{BodyId, Position, SeatNo, Seq};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::LanePlace;
use roundtable_core::time::Timestamp;
use std::sync::Arc;

const ALL: u32 = 10_000;

/// Positions of one lane, in pieces, and never of another lane or room.
pub async fn a_lane_is_dense_and_apart_from_the_others(store: Arc<dyn Store>) {
    let here = room(1);
    let lanes = [
        Lane::All,
        Lane::Facilitators,
        Lane::Interpreters,
        Lane::Seat(SeatNo(1)),
        Lane::Seat(SeatNo(11)),
    ];
    let at = |lane, position, seq| LanePlace { lane, position: Position(position), seq, fact: 1 };
    let places = |from: u64, seq| {
        let each = move |lane| (from..from + 3).map(move |position| at(lane, position, Seq(seq)));
        lanes.into_iter().flat_map(each).collect::<Vec<_>>()
    };
    store.append(Append { places: places(1, 1), ..append(here, 0, 1) }).await.unwrap();
    store.append(Append { places: places(4, 2), ..append(here, 1, 1) }).await.unwrap();
    store.append(append(room(2), 0, 9)).await.unwrap();

    for lane in lanes {
        let whole = store.lane(here, lane, Position(0), ALL).await.unwrap();
        let expected: Vec<_> =
            (1..=6).map(|position| at(lane, position, Seq(1 + (position - 1) / 3))).collect();
        assert_eq!(whole, expected);
        let piece = store.lane(here, lane, Position(2), 2).await.unwrap();
        assert_eq!(piece, expected[2..4]);
    }
    let nobody = Lane::Seat(SeatNo(2));
    assert!(store.lane(here, nobody, Position(0), ALL).await.unwrap().is_empty());
}

/// Deleting is for good, of one room only, and may be repeated.
pub async fn erased_bodies_are_gone_and_erasing_again_is_harmless(store: Arc<dyn Store>) {
    for here in [room(1), room(2)] {
        store.append(append(here, 0, 3)).await.unwrap();
    }
    let all = [1, 2, 3].map(BodyId);
    for _ in 0..2 {
        store.erase_bodies(room(1), &[BodyId(1), BodyId(3), BodyId(99)]).await.unwrap();
        assert_eq!(store.bodies(room(1), &all).await.unwrap(), [body(2)]);
    }
    store.erase_bodies(room(1), &[]).await.unwrap();
    store.erase_bodies(room(9), &all).await.unwrap();
    assert_eq!(store.bodies(room(2), &all).await.unwrap().len(), 3);
    assert_eq!(store.rows(room(1), Seq(0), ALL).await.unwrap().len(), 3, "the log is untouched");
}

/// An older one that comes late is dropped.
pub async fn the_newest_snapshot_is_kept(store: Arc<dyn Store>) {
    let here = room(1);
    store.append(append(here, 0, 3)).await.unwrap();
    let at = |seq, version| Snapshot {
        seq: Seq(seq),
        version,
        json: format!("{{\"ə\":\"Ժ {seq} {version}\"}}"),
    };
    assert_eq!(store.snapshot(here).await.unwrap(), None);
    for (saved, kept) in
        [(at(2, 1), at(2, 1)), (at(1, 1), at(2, 1)), (at(2, 2), at(2, 2)), (at(3, 2), at(3, 2))]
    {
        store.save_snapshot(here, saved).await.unwrap();
        assert_eq!(store.snapshot(here).await.unwrap(), Some(kept));
    }
    let nowhere = store.save_snapshot(room(2), at(1, 1)).await;
    assert!(matches!(nowhere, Err(StoreError::Invalid(_))), "{nowhere:?}");
}

/// The deadline is the one of the last append.
pub async fn rooms_are_woken_when_they_asked_for_it(store: Arc<dyn Store>) {
    let deadlines = [(1, Some(30)), (2, Some(10)), (3, None), (4, Some(20)), (5, Some(99))];
    for (n, deadline) in deadlines {
        let deadline = deadline.map(Timestamp);
        store.append(Append { deadline, ..append(room(n), 0, 1) }).await.unwrap();
    }
    let due = |now, limit| store.due_rooms(Timestamp(now), limit);
    assert!(due(9, ALL).await.unwrap().is_empty());
    assert_eq!(due(10, ALL).await.unwrap(), [room(2)]);
    assert_eq!(due(30, ALL).await.unwrap(), [room(2), room(4), room(1)]);
    assert_eq!(due(30, 2).await.unwrap(), [room(2), room(4)]);

    store.append(append(room(2), 1, 1)).await.unwrap();
    let later = Append { deadline: Some(Timestamp(40)), ..append(room(4), 1, 1) };
    store.append(later).await.unwrap();
    assert_eq!(due(30, ALL).await.unwrap(), [room(1)]);
    assert_eq!(due(40, ALL).await.unwrap(), [room(1), room(4)]);
}
