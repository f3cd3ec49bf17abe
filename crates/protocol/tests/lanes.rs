//! A fact has a form exactly in the lanes that it belongs to.
//!
//! [`Fact::lanes`] is what the log counts by; [`roundtable_protocol::event`] is what the wire
//! shows. If they disagreed, a client would wait for a position that never comes, or learn of
//! something that is not hers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "lanes/facts.rs"]
mod facts;
#[path = "kit/mod.rs"]
mod kit;

use roundtable_core::id::{BodyId, SeatNo};
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_protocol::{Event, Words, event};
use std::collections::BTreeSet;

/// Every text can be read, and is its own name.
struct Readable;

impl Words for Readable {
    fn word(&self, body: BodyId) -> Option<String> {
        Some(format!("body {body}"))
    }
}

/// Nothing can be read any more.
struct Erased;

impl Words for Erased {
    fn word(&self, _: BodyId) -> Option<String> {
        None
    }
}

fn every_lane() -> Vec<Lane> {
    let seats = (1..=6).map(|seat| Lane::Seat(SeatNo(seat)));
    [Lane::All, Lane::Facilitators, Lane::Interpreters].into_iter().chain(seats).collect()
}

fn lanes_with_a_form(fact: &Fact, words: &dyn Words) -> BTreeSet<Lane> {
    every_lane().into_iter().filter(|lane| event(fact, *lane, words).is_some()).collect()
}

#[test]
fn every_fact_has_a_sample() {
    let sampled: BTreeSet<_> = facts::samples().iter().map(facts::kinds::of).collect();
    assert_eq!(sampled, facts::kinds::ALL.iter().copied().collect());
}

#[test]
fn promise_1_a_fact_has_a_form_in_its_lanes_and_in_no_other() {
    for fact in facts::samples() {
        let lanes: BTreeSet<_> = fact.lanes().into_iter().collect();
        assert_eq!(lanes_with_a_form(&fact, &Readable), lanes, "{fact:?}");
    }
}

#[test]
fn erased_words_change_no_lane() {
    for fact in facts::samples() {
        let readable = lanes_with_a_form(&fact, &Readable);
        assert_eq!(lanes_with_a_form(&fact, &Erased), readable, "{fact:?}");
    }
}

#[test]
fn a_fact_is_in_no_lane_twice() {
    for fact in facts::samples() {
        let lanes = fact.lanes();
        let distinct: BTreeSet<_> = lanes.iter().collect();
        assert_eq!(distinct.len(), lanes.len(), "{fact:?}");
    }
}

#[test]
fn promise_1_what_everybody_reads_names_no_desk_no_nonce_and_no_internal_number() {
    let words = &Readable;
    for fact in facts::samples() {
        let Some(event) = event(&fact, Lane::All, words) else { continue };
        let json = serde_json::to_value(&event).unwrap();
        for key in ["desk", "nonce", "mine", "id", "seq", "why", "note"] {
            assert!(json.get(key).is_none(), "{key} in {json}");
        }
    }
}

#[test]
fn promise_1_a_held_text_is_read_by_its_author_and_the_facilitators_alone() {
    let held = facts::held();
    let readers: BTreeSet<_> = lanes_with_a_form(&held, &Readable);
    assert_eq!(readers, BTreeSet::from([Lane::Facilitators, Lane::Seat(facts::AUTHOR)]));
    assert!(matches!(
        event(&held, Lane::Seat(facts::AUTHOR), &Readable),
        Some(Event::MineWaiting { .. })
    ));
}

#[test]
fn where_a_participant_stands_is_told_to_her_and_the_facilitators_alone() {
    for fact in facts::participants() {
        let told = |lane| {
            serde_json::to_value(event(&fact, lane, &Readable)).unwrap()["belonging"].clone()
        };
        assert!(told(Lane::All).is_null(), "{fact:?}");
        assert_eq!(told(Lane::Facilitators), "a");
        assert_eq!(told(Lane::Seat(facts::AUTHOR)), "a");
    }
}
