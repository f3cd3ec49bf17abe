//! The laws of the decider, over random courses of events.
//!
//! To add a law: a property here; to add what can happen: a step in `steps`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "secrecy/mod.rs"]
mod secrecy;
#[path = "steps/mod.rs"]
mod steps;

use proptest::prelude::*;
use roundtable_core::id::{Position, SeatNo};
use roundtable_core::record::verify::{verify, write};
use roundtable_core::room::Room;
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_core::room::row::Row;
use secrecy::{Known, reads};
use std::collections::BTreeMap;
use steps::{Does, Play, Start, Step, course, does, start};

fn played(start: Start, course: &[Step]) -> Play {
    let mut play = Play::new(start);
    for step in course {
        play.take(step);
    }
    play
}

fn fold(mut room: Room, rows: &[Row]) -> Room {
    for row in rows {
        room.apply(row);
    }
    room
}

fn through_json(room: &Room) -> Room {
    serde_json::from_str(&serde_json::to_string(room).unwrap()).unwrap()
}

fn of_membership(fact: &Fact) -> bool {
    matches!(fact, Fact::SeatIntroduced { .. } | Fact::SeatLeft { .. })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_live_state_is_the_fold_of_the_log(start in start(), course in course()) {
        let play = played(start, &course);
        prop_assert_eq!(play.test.folded(), play.test.room);
    }

    #[test]
    fn a_row_folded_in_twice_changes_nothing(start in start(), course in course()) {
        let play = played(start, &course);
        prop_assert_eq!(fold(play.test.room.clone(), &play.test.rows), play.test.room);
    }

    #[test]
    fn a_snapshot_and_its_tail_are_the_fold(
        start in start(),
        course in course(),
        cut in any::<prop::sample::Index>(),
    ) {
        let play = played(start, &course);
        let (before, tail) = play.test.rows.split_at(cut.index(play.test.rows.len() + 1));
        let snapshot = fold(Room::new(play.test.room.id()), before);
        prop_assert_eq!(fold(through_json(&snapshot), tail), play.test.room);
    }

    #[test]
    fn a_row_reads_back_from_json_as_it_was_written(start in start(), course in course()) {
        for row in played(start, &course).test.rows {
            let json = serde_json::to_string(&row).unwrap();
            prop_assert_eq!(serde_json::from_str::<Row>(&json).unwrap(), row);
        }
    }

    #[test]
    fn the_same_command_in_the_same_room_leads_to_the_same_decision(
        start in start(),
        course in course(),
    ) {
        let mut play = Play::new(start);
        for step in &course {
            if let Some((_, _, command)) = play.command(step) {
                let now = play.test.now;
                let decided = play.test.room.decide(&command, now);
                prop_assert_eq!(&decided, &play.test.room.decide(&command, now));
                prop_assert_eq!(&decided, &through_json(&play.test.room).decide(&command, now));
            }
            play.take(step);
        }
    }

    #[test]
    fn an_observer_s_command_leads_to_membership_alone(
        start in (0..5u16).prop_map(Start::Phase),
        course in course(),
        tries in prop::collection::vec((does(), any::<usize>()), 1..20),
    ) {
        let mut play = played(start, &course);
        let observer = play.test.room.seats().find(|(_, seat)| {
            seat.role == roundtable_core::roles::Role::Observer
        });
        let Some((SeatNo(seat), _)) = observer else { return Ok(()) };
        for (does, pick) in tries {
            let facts = play.take(&Step::Seat { seat, does, pick });
            prop_assert!(facts.iter().all(of_membership), "{facts:?}");
        }
    }

    #[test]
    fn a_command_sent_again_happens_once(start in start(), course in course()) {
        let mut play = Play::new(start);
        for step in &course {
            let facts = play.take(step);
            let by_a_seat = matches!(step, Step::Seat { .. });
            if by_a_seat && !facts.is_empty() {
                prop_assert_eq!(play.take(&Step::Again), []);
            }
        }
    }

    #[test]
    fn every_lane_is_dense_and_time_never_goes_back(start in start(), course in course()) {
        let test = played(start, &course).test;
        prop_assert!(test.rows.is_sorted_by_key(|row| row.at));
        let mut counts: BTreeMap<Lane, Position> = BTreeMap::new();
        for place in test.written.iter().flat_map(|written| &written.places) {
            let last = counts.entry(place.lane).or_default();
            prop_assert_eq!(place.position, last.next());
            *last = place.position;
        }
        prop_assert!(counts.iter().all(|(lane, last)| test.room.lanes().of(*lane) == *last));
    }

    #[test]
    fn promise_7_the_record_of_any_course_verifies(start in start(), course in course()) {
        let test = played(start, &course).test;
        let entries: Vec<_> = test.written.iter().flat_map(|w| w.entries.clone()).collect();
        let chain = test.room.chain();
        let file = write(test.room.id(), &entries, chain).unwrap();
        prop_assert_eq!(verify(&file, Some(chain.head)).map(|v| v.seal.entries), Ok(chain.length));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn promise_1_no_held_word_is_in_a_forbidden_lane(start in start(), course in course()) {
        let mut play = Play::new(start);
        let mut known = Known::default();
        for step in &course {
            play.take(step);
            known.learn(&play.test);
            let leaks = known.leaks(&play.test);
            prop_assert!(leaks.is_empty(), "after {step:?}: {leaks:?}");
        }
    }
}

#[test]
fn promise_1_the_search_for_leaks_looks_at_words_that_wait() {
    let hold = Does::Say { found: None, insist: false };
    let mut play = Play::new(Start::Phase(2));
    play.take(&Step::Seat { seat: 3, does: hold, pick: 0 });
    let mut known = Known::default();
    known.learn(&play.test);
    let waiting =
        |seat| reads(&play.test, SeatNo(seat)).filter(|(_, body)| known.waits(*body)).count();
    assert_eq!([1, 2, 3, 4, 5, 6].map(waiting), [2, 2, 2, 0, 0, 0], "a text and its content note");
}
