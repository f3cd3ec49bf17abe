//! The record can be checked by either side.

use crate::support::chance::Chance;
use crate::support::record::{a_flipped_byte_is_found, the_record_verifies, verify};
use crate::support::table::CLOSING;
use crate::support::{Setup, Table};
use roundtable_protocol::WireCommand;

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_the_record_of_a_whole_session_verifies_and_no_byte_of_it_can_change() {
    let mut table = Table::in_phase(CLOSING, Setup::default()).await;
    table.facilitators[0].act(WireCommand::Close).await.unwrap();
    let record = the_record_verifies(&mut table).await;
    a_flipped_byte_is_found(&table.server, &record, &mut Chance::seeded(7), 100);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_7_an_entry_taken_out_of_the_record_is_missed() {
    let mut table = Table::in_phase(CLOSING, Setup::default()).await;
    let record = the_record_verifies(&mut table).await;
    let text = String::from_utf8(record).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for gone in 0..lines.len() - 1 {
        let rest: String = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != gone)
            .flat_map(|(_, line)| [line, "\n"])
            .collect();
        assert!(!verify(&table.server, rest.as_bytes()), "line {gone} is gone and nobody noticed");
    }
}
