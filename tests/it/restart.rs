//! The server stops in an orderly way, says so, and comes back with everything.

use crate::support::table::{ARRIVING, STORIES, say, story};
use crate::support::{Database, Setup, Table};
use roundtable_core::room::command::Reason;
use roundtable_load::view::Standing;
use roundtable_load::wire::Way;
use roundtable_protocol::{CloseCode, WireCommand};

/// A room with a little of everything: shown, hidden, heard, held, returned, taken back.
async fn a_room_with_a_little_of_everything(database: Database) -> Table {
    let mut table = Table::in_phase(ARRIVING, Setup { database, ..Setup::default() }).await;
    let mine = table.participants[0].act(say("Shown.")).await.unwrap();
    let number = table.participants[0].number(&mine).await.unwrap();
    table.participants[1].act(WireCommand::Hear { number }).await.unwrap();
    let mine = table.participants[1].act(say("Hidden.")).await.unwrap();
    let number = table.participants[1].number(&mine).await.unwrap();
    table.facilitators[0]
        .act(WireCommand::Hide { number, reason: Reason::OffTopic, note: None })
        .await
        .unwrap();
    table.move_to(STORIES).await;
    let returned = table.participants[0].act(story("Returned.", "note")).await.unwrap();
    let desk = table.held().await;
    let note = Some("A word is missing.".to_owned());
    table.facilitators[0]
        .act(WireCommand::Return { desk, reason: Reason::Other, note })
        .await
        .unwrap();
    let back = Standing::Returned(Reason::Other);
    table.participants[0]
        .until("it is back", |s| s.view.mine[&returned].standing == back)
        .await
        .unwrap();
    table.participants[1].act(story("Waiting.", "note")).await.unwrap();
    table.held().await;
    table
}

async fn after_an_orderly_restart_every_view_is_what_it_was(database: Database) {
    let mut table = a_room_with_a_little_of_everything(database).await;
    table.all_see_messages(2).await;
    let before = table.views_from_the_beginning().await;

    table.server.ask_to_stop();
    for client in table.everybody() {
        let end = client.end().await.unwrap();
        assert_eq!(end.why, Some(CloseCode::Restarting), "seat {}", client.seat.seat);
        assert!(end.retry_ms.is_some(), "it says when to come back");
        let expected = (client.way() == Way::Socket).then_some(CloseCode::Restarting.number());
        assert_eq!(end.code, expected);
    }
    assert!(table.server.stopped().success());
    table.server.start_again();
    table.come_back().await;

    assert_eq!(table.views(), before, "resumed");
    assert_eq!(table.views_from_the_beginning().await, before, "from the beginning");
    table.nothing_is_at_fault();
    table.participants[2].act(story("It goes on.", "note")).await.unwrap();
    table.facilitators[0].until("it waits too", |state| state.view.desk.len() == 3).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_orderly_restart_every_view_is_what_it_was_on_sqlite() {
    after_an_orderly_restart_every_view_is_what_it_was(Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_orderly_restart_every_view_is_what_it_was_on_postgresql() {
    if let Some(database) = Database::postgres("it_restart").await {
        after_an_orderly_restart_every_view_is_what_it_was(database).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_due_while_the_server_was_away_happens_when_it_is_back() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let approved = table.participants[0].act(story("Approved.", "note")).await.unwrap();
    let desk = table.held().await;
    table.facilitators[0].act(WireCommand::Approve { desk }).await.unwrap();
    let taken = table.participants[1].act(story("Taken back.", "note")).await.unwrap();
    table.participants[1].act(WireCommand::Withdraw { mine: taken.clone() }).await.unwrap();

    table.server.ask_to_stop();
    assert!(table.server.stopped().success());
    table.server.start_again();
    table.come_back().await;

    table.participants[0].number(&approved).await.unwrap();
    let erased =
        |state: &roundtable_load::State| state.view.mine[&taken].standing == Standing::Erased;
    table.participants[1].until("it is erased", erased).await.unwrap();
    table.all_see_messages(1).await;
}
