//! Facilitators and the words of others: approve, return, remove, hide.

use crate::support::table::{ARRIVING, STORIES, say, story};
use crate::support::{Setup, Table};
use roundtable_core::id::MessageNumber;
use roundtable_core::keys::Act;
use roundtable_core::room::command::Reason;
use roundtable_load::view::{Shown, Standing};
use roundtable_protocol::event::Outcome;
use roundtable_protocol::{Event, WireCommand};

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_message_is_published_when_its_grace_is_over_and_not_before() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let mine = table.participants[0].act(story("We had a house.", "loss")).await.unwrap();
    let desk = table.held().await;
    table.facilitators[1]
        .until("it waits", |state| state.view.desk.contains_key(&desk))
        .await
        .unwrap();
    table.facilitators[0].act(WireCommand::Approve { desk }).await.unwrap();
    table.facilitators[0].act(WireCommand::UndoDecision { desk }).await.unwrap();
    table.facilitators[1].act(WireCommand::Approve { desk }).await.unwrap();

    let number = table.participants[0].number(&mine).await.unwrap();
    table.all_see_messages(1).await;

    assert_eq!(number, MessageNumber(1));
    let state = table.facilitators[0].state();
    let due = state.seen.iter().rev().find_map(|seen| {
        if let Event::DeskDecided { due, .. } = seen.event { Some((seen.at, due)) } else { None }
    });
    let published = state.seen.iter().find(|seen| matches!(seen.event, Event::Message { .. }));
    let ((decided, due), published) = (due.unwrap(), published.unwrap().at);
    assert_eq!(due.since(decided).0, 3_000);
    assert!(published >= due, "published at {published:?}, due at {due:?}");
    let message = &state.view.messages[&number];
    assert_eq!(message.said.content_note.as_deref(), Some("loss"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_returned_message_comes_back_changed_and_keeps_its_place_on_the_desk() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let mine =
        table.participants[1].act(story("Our neighbour Anna saw it.", "loss")).await.unwrap();
    let desk = table.held().await;
    let note = Some("Please leave out the name.".to_owned());
    table.facilitators[0]
        .act(WireCommand::Return { desk, reason: Reason::ThirdPerson, note })
        .await
        .unwrap();
    let returned = Standing::Returned(Reason::ThirdPerson);
    table.participants[1]
        .until("it is returned", |s| s.view.mine[&mine].standing == returned)
        .await
        .unwrap();

    let text = "Our neighbour saw it.".to_owned();
    let edit = WireCommand::Edit { mine: mine.clone(), text, content_note: None };
    table.participants[1].act(edit).await.unwrap();
    assert_eq!(table.held().await, desk);
    table.facilitators[1].act(WireCommand::Approve { desk }).await.unwrap();

    table.all_see_messages(1).await;
    assert_eq!(table.observers[0].view().texts(), ["Our neighbour saw it."]);
    for stranger in [&table.participants[0], &table.observers[0], &table.interpreters[0]] {
        let seen = format!("{:?}", stranger.state().seen);
        assert!(!seen.contains("Anna"), "seat {} read the returned words", stranger.seat.seat);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_message_reaches_its_author_with_the_reason_and_nobody_else() {
    let mut table = Table::in_phase(STORIES, Setup::default()).await;
    let mine =
        table.participants[0].act(story("All of them are the same.", "anger")).await.unwrap();
    let desk = table.held().await;
    let remove = WireCommand::Remove { desk, reason: Reason::WholePeople, note: None };
    table.facilitators[1].act(remove).await.unwrap();

    let removed = Standing::Removed(Reason::WholePeople);
    table.participants[0]
        .until("it is removed", |s| s.view.mine[&mine].standing == removed)
        .await
        .unwrap();
    let done = |view: &roundtable_load::View| view.desk[&desk].outcome == Some(Outcome::Removed);
    table.facilitators[0].until("it is done", |state| done(&state.view)).await.unwrap();
    assert!(table.participants[1].view().messages.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_hides_a_message_and_two_remove_it() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mine = table.participants[0].act(say("Hard words.")).await.unwrap();
    let number = table.participants[0].number(&mine).await.unwrap();
    let shown = |view: &roundtable_load::View, shown| {
        view.messages.get(&number).is_some_and(|m| m.shown == shown)
    };

    let hide = WireCommand::Hide { number, reason: Reason::Graphic, note: None };
    table.facilitators[0].act(hide).await.unwrap();
    table.all_see("it is hidden", |view| shown(view, Shown::Hidden)).await;
    table.facilitators[1].act(WireCommand::Show { number }).await.unwrap();
    table.all_see("it is shown", |view| shown(view, Shown::Published)).await;

    let act = Act::RemoveMessage { number, reason: Reason::Graphic };
    table.facilitators[0].act(WireCommand::Propose { act }).await.unwrap();
    let find = |state: &roundtable_load::State| state.view.waiting_proposal(act);
    let proposal = table.facilitators[1].until_some("it is proposed", find).await.unwrap();
    assert!(shown(&table.participants[1].view(), Shown::Published), "one key removes nothing");
    table.facilitators[1].act(WireCommand::Second { proposal }).await.unwrap();
    table.all_see("it is removed", |view| shown(view, Shown::Removed)).await;
    table.nothing_is_at_fault();
}
