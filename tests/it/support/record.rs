//! The record, checked as either side would: with the program alone, offline.

use super::chance::Chance;
use super::server::program;
use super::{Table, TestServer};
use std::process::Command;

/// Downloads the record as a facilitator, stops the server, prints the record again, verifies it,
/// and gives its bytes.
pub(crate) async fn the_record_verifies(table: &mut Table) -> Vec<u8> {
    let downloaded = table.facilitators[0].seat.record().await.unwrap();
    assert!(downloaded.status.is_success(), "{}", downloaded.status);
    let room = room_of(&downloaded.body);
    table.server.ask_to_stop();
    table.server.stopped();

    let printed = table.server.run(&["record", &room]);
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    assert!(printed.stdout == downloaded.body, "what is printed is what was downloaded");
    assert!(verify(&table.server, &printed.stdout), "the record verifies");
    printed.stdout
}

/// Flips random bits, each in a fresh copy: every one is found.
pub(crate) fn a_flipped_byte_is_found(
    server: &TestServer,
    record: &[u8],
    chance: &mut Chance,
    times: usize,
) {
    for _ in 0..times {
        let (place, bit) = (chance.below(record.len()), chance.below(8));
        let mut changed = record.to_vec();
        changed[place] ^= 1 << bit;
        let (was, is) = (char::from(record[place]), char::from(changed[place]));
        assert!(
            !verify(server, &changed),
            "byte {place} went from {was:?} to {is:?} and nobody noticed"
        );
    }
}

/// The verdict of `roundtable verify`: exit code 0 or 1, nothing else.
pub(crate) fn verify(server: &TestServer, record: &[u8]) -> bool {
    let file = server.scratch("record.jsonl");
    std::fs::write(&file, record).unwrap();
    let output = Command::new(program("roundtable", "ROUNDTABLE_BIN"))
        .arg("verify")
        .arg(file)
        .output()
        .unwrap();
    match output.status.code() {
        Some(0) => true,
        Some(1) => false,
        code => panic!("verify ended with {code:?}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}

fn room_of(record: &[u8]) -> String {
    let lines = std::str::from_utf8(record).unwrap().lines();
    let entries = lines.map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut rooms = entries.filter_map(|entry| entry["room"].as_str().map(str::to_owned));
    rooms.next().expect("an entry names its room")
}
