//! Every lane carries what its readers may know, and nothing more.

use crate::support::table::{ARRIVING, STORIES, say, story};
use crate::support::{Setup, Table};
use roundtable_core::roles::Role;
use roundtable_load::Client;
use roundtable_protocol::{WireCommand, WireLane};

const SECRET: &str = "words-that-wait";

/// Everything that a client was sent, as text.
fn all_that_came(client: &Client) -> String {
    format!("{:?}", client.state().seen)
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_held_message_reaches_its_author_and_the_facilitators_alone() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let author = table.participants[0].seat.seat;
    table.participants[0].act(story(SECRET, SECRET)).await.unwrap();
    table.held().await;
    // What comes after it shows that everybody has what came before.
    table.facilitators[0]
        .act(WireCommand::Pause { reason: roundtable_core::room::command::PauseReason::Rest })
        .await
        .unwrap();
    table
        .all_see("the room rests", |view| view.stage == roundtable_core::roles::Stage::Paused)
        .await;

    for client in table.everybody() {
        let may = client.seat.seat == author || client.seat.role == Role::Facilitator;
        assert_eq!(
            all_that_came(client).contains(SECRET),
            may,
            "{:?} {}",
            client.seat.role,
            client.seat.seat
        );
    }
    let mut strangers =
        table.everybody().filter(|c| c.seat.seat != author && c.seat.role != Role::Facilitator);
    let late = crate::support::table::connect(
        strangers.next().unwrap().seat.clone(),
        roundtable_load::wire::Way::Socket,
    );
    assert!(!all_that_came(&late.await).contains(SECRET), "history tells no more");
    assert!(!table.server.log().contains(SECRET), "and neither does the log");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_is_sent_no_lane_but_its_own() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    table.participants[0].act(say("Hello.")).await.unwrap();
    table.all_see_messages(1).await;
    for client in table.everybody() {
        let role = client.seat.role;
        for seen in &client.state().seen {
            let may = match seen.lane {
                WireLane::All | WireLane::Seat => true,
                WireLane::Facilitators => role == Role::Facilitator,
                WireLane::Interpreters => role == Role::Interpreter,
            };
            assert!(may, "{role:?} was sent {seen:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_the_public_lane_is_the_same_with_and_without_hidden_events() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let before = table.observers[0].state().positions.all;
    for word in ["one", "two", "three"] {
        table.participants[0].act(story(&format!("{SECRET} {word}"), "note")).await.unwrap();
    }
    table.facilitators[0].until("three wait", |state| state.view.desk.len() == 3).await.unwrap();
    let phase = table.facilitators[0].view().phase.unwrap();
    table.facilitators[0].act(WireCommand::NextPhase { from: phase }).await.unwrap();
    table.all_see("the phase begins", |view| view.phase == Some(phase.next())).await;
    let after = table.observers[0].state().positions.all;
    assert_eq!(after, before.next(), "nobody learns from a gap that something waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn sides_of_participants_are_for_facilitators() {
    let table = Table::open(Setup::default()).await;
    let seat = table.participants[0].seat.seat;
    assert!(table.facilitators[0].view().belongings.contains_key(&seat));
    for client in table.participants.iter().chain(&table.observers) {
        let view = client.view();
        assert!(view.belongings.is_empty());
        assert_eq!(view.people[&seat].belonging, None);
        let facilitator = table.facilitators[0].seat.seat;
        assert!(view.people[&facilitator].belonging.is_some(), "who leads is known to all");
    }
}
