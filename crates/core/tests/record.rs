//! The record of a session that was played: it verifies, with and without what was erased.

use roundtable_core::id::ProposalId;
use roundtable_core::keys::Act;
use roundtable_core::record::verify::{RecordFault, verify, write};
use roundtable_core::record::{Chain, Entry};
use roundtable_core::room::command::{PauseReason, Reason, SeatCommand, Verdict};
use roundtable_core::testing::TestRoom;
use roundtable_core::text::Note;
use roundtable_core::time::Span;

const SECRET: &str = "the words of somebody";

/// Opening, a story that is returned, one that is approved and then withdrawn, a pause, an early end.
fn played() -> TestRoom {
    let mut test = TestRoom::in_phase(2);
    let (returned, _) = test.say(3, SECRET);
    let (published, _) = test.say(4, SECRET);
    let desks: Vec<_> = test.room.messages().filter_map(|message| message.names.desk).collect();
    let note = Note::parse(SECRET).ok();
    let verdicts = [Verdict::Return { reason: Reason::Place, note }, Verdict::Approve];
    let mut acts: Vec<(u16, SeatCommand)> = Vec::new();
    for (desk, verdict) in desks.into_iter().zip(verdicts) {
        acts.push((1, SeatCommand::Decide { desk, verdict }));
    }
    acts.push((2, SeatCommand::Pause { reason: PauseReason::Rest }));
    acts.push((1, SeatCommand::Resume));
    acts.push((4, SeatCommand::Withdraw { mine: published }));
    acts.push((3, SeatCommand::Withdraw { mine: returned }));
    acts.push((1, SeatCommand::Propose { act: Act::EndEarly }));
    acts.push((2, SeatCommand::Second { proposal: ProposalId(2) }));
    for (seat, command) in acts {
        let done = test.act(seat, command);
        assert!(done.as_ref().is_ok_and(|facts| !facts.is_empty()), "{done:?}");
        test.wait(Span::seconds(20));
    }
    test
}

fn entries(test: &TestRoom) -> Vec<Entry> {
    test.written.iter().flat_map(|written| written.entries.clone()).collect()
}

fn file(test: &TestRoom, entries: &[Entry]) -> String {
    write(test.room.id(), entries, test.room.chain()).unwrap_or_default()
}

fn kinds(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.kind.as_str()).collect()
}

fn payload(entry: &Entry) -> &str {
    entry.opening.as_ref().map_or("", |opening| &opening.payload)
}

#[test]
fn promise_7_a_played_session_verifies_against_the_head_in_the_room() {
    let test = played();
    let entries = entries(&test);
    let verified = verify(&file(&test, &entries), Some(test.room.chain().head)).unwrap();
    assert_eq!((verified.seal.entries, verified.erased), (entries.len() as u64, 0));
}

#[test]
fn promise_7_it_tells_what_was_done_and_in_which_order() {
    let entries = entries(&played());
    let told = [
        "scheduled",
        "proposal_made",
        "proposal_seconded",
        "opened",
        "phase_began",
        "phase_began",
        "phase_began",
        "message_held",
        "message_held",
        "hold_decided",
        "message_returned",
        "hold_decided",
        "paused",
        "resumed",
        "message_erased",
        "message_erased",
        "proposal_made",
        "proposal_seconded",
        "closed",
    ];
    assert_eq!(kinds(&entries), told);
}

#[test]
fn promise_7_it_verifies_after_any_one_and_after_every_erasure() {
    let test = played();
    let whole = entries(&test);
    let head = Some(test.room.chain().head);
    for erased in 0..whole.len() {
        let mut entries = whole.clone();
        entries[erased].opening = None;
        assert_eq!(verify(&file(&test, &entries), head).unwrap().erased, 1);
    }
    let mut bare = whole;
    for entry in &mut bare {
        entry.opening = None;
    }
    assert_eq!(verify(&file(&test, &bare), head).unwrap().erased, bare.len() as u64);
}

#[test]
fn promise_7_a_changed_payload_is_found() {
    let test = played();
    let mut entries = entries(&test);
    let opening = entries[12].opening.as_mut().unwrap();
    opening.payload = opening.payload.replace("rest", "slow");
    let fault = verify(&file(&test, &entries), None).unwrap_err();
    assert_eq!(fault, RecordFault::WrongPayload { line: 13 });
}

#[test]
fn promise_7_an_entry_left_out_is_found() {
    let test = played();
    let mut entries = entries(&test);
    entries.remove(9);
    let fault = verify(&file(&test, &entries), None).unwrap_err();
    assert_eq!(fault, RecordFault::OutOfOrder { line: 10 });
}

#[test]
fn promise_7_a_decision_points_back_to_the_entry_of_its_hold() {
    let entries = entries(&played());
    let held = entries.iter().find(|entry| entry.kind == "message_held").unwrap().n;
    let returned = entries.iter().find(|entry| entry.kind == "message_returned").unwrap();
    assert!(payload(returned).contains(&format!("\"target\":{held}")), "{}", payload(returned));
}

#[test]
fn promise_5_the_record_knows_no_seat_no_text_and_no_second() {
    for entry in entries(&played()) {
        let payload = payload(&entry);
        assert!(!payload.contains(SECRET), "{payload}");
        for word in
            ["seat", "\"by\"", "author", "nonce", "\"text\"", "\"note\"", "\"ends\"", "\"due\""]
        {
            assert!(!payload.contains(word), "{word} in {payload}");
        }
    }
}

#[test]
fn promise_7_the_room_folds_the_same_head_from_commitments_alone() {
    let test = played();
    let mut chain = Chain::start();
    for entry in entries(&test) {
        chain.fold(entry.room, entry.minute, &entry.kind, entry.commitment);
    }
    assert_eq!((&chain, &chain), (test.room.chain(), test.folded().chain()));
}
