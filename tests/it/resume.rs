//! Connections break; nothing is lost, doubled or out of order.

use crate::support::chance::Chance;
use crate::support::table::{ARRIVING, say};
use crate::support::{Setup, Table};

const MESSAGES: usize = 200;
const CUTS: usize = 20;

/// The client that a number chooses, the fallback's among them.
fn chosen(table: &mut Table, number: usize) -> &mut roundtable_load::Client {
    let count = table.everybody().count();
    table.everybody_mut().nth(number % count).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_cuts_lose_double_and_reorder_nothing_of_two_hundred_messages() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mut chance = Chance::seeded(20);
    let mut cut = Vec::new();
    for message in 0..MESSAGES {
        if message % (MESSAGES / CUTS) == 0 {
            let victim = chance.below(64);
            chosen(&mut table, victim).cut().await;
            cut.push(victim);
        }
        // Whoever was cut comes back a few messages later, or when it is her turn to speak.
        if chance.below(4) == 0 {
            while let Some(victim) = cut.pop() {
                chosen(&mut table, victim).reconnect().await.unwrap();
            }
        }
        let speaker = &mut table.participants[message % 4];
        if !speaker.connected() {
            speaker.reconnect().await.unwrap();
        }
        speaker.tell(say(&format!("{message}"))).await.unwrap();
    }
    for client in table.everybody_mut() {
        client.reconnect().await.unwrap(); // with everything unanswered in the outbox
        client.all_answered().await.unwrap();
    }

    table.all_see_messages(MESSAGES).await;
    let view = table.observers[0].view();
    for speaker in 0..4 {
        let seat = table.participants[speaker].seat.seat;
        let said: Vec<usize> = view
            .messages
            .values()
            .filter(|message| message.seat == seat)
            .map(|message| message.said.text.as_ref().unwrap().parse().unwrap())
            .collect();
        let expected: Vec<usize> = (0..MESSAGES).filter(|message| message % 4 == speaker).collect();
        assert_eq!(said, expected, "seat {seat}");
    }
    assert_eq!(table.views(), table.views_from_the_beginning().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_sent_again_is_done_once() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mine = table.participants[0].act(say("Once.")).await.unwrap();
    let seat = table.participants[0].seat.clone();
    let again = crate::support::table::connect(seat, roundtable_load::wire::Way::Socket).await;
    again.send(mine.clone(), say("Once.")).await.unwrap();
    assert_eq!(again.answer(&mine).await.unwrap(), roundtable_load::Answer::Done);
    table.participants[1].act(say("And then?")).await.unwrap();
    table.all_see_messages(2).await;
}
