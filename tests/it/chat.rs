//! A conversation: opening, hearing, taking back, resting, closing.

use crate::support::table::{ARRIVING, CLOSING, say};
use crate::support::{Setup, Table};
use roundtable_core::id::PhaseIndex;
use roundtable_core::keys::Act;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::Stage;
use roundtable_core::room::command::PauseReason;
use roundtable_load::Answer;
use roundtable_load::view::{Shown, Standing};
use roundtable_protocol::WireCommand;

#[tokio::test(flavor = "multi_thread")]
async fn two_people_of_two_sides_open_the_room_and_one_cannot() {
    let mut table = Table::gather(Setup::default()).await;
    let proposer = &mut table.facilitators[0];
    proposer.act(WireCommand::Propose { act: Act::Open }).await.unwrap();
    let find = |state: &roundtable_load::State| state.view.waiting_proposal(Act::Open);
    let proposal = proposer.until_some("it is proposed", find).await.unwrap();
    let (_, answer) = proposer.ask(WireCommand::Second { proposal }).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::SamePerson));
    assert_eq!(table.participants[0].view().stage, Stage::Waiting);

    table.facilitators[1].until_some("she sees it", find).await.unwrap();
    table.facilitators[1].act(WireCommand::Second { proposal }).await.unwrap();

    table
        .all_see("it is open", |view| {
            view.stage == Stage::Live && view.phase == Some(PhaseIndex(0))
        })
        .await;
    assert!(table.participants[0].view().proposals.is_empty(), "proposals are for key-holders");
    table.nothing_is_at_fault();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_facilitators_write_in_the_welcome() {
    let mut table = Table::open(Setup::default()).await;
    let (_, answer) = table.participants[0].ask(say("May I begin?")).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::OnlyFacilitatorsWrite));
    table.facilitators[0].act(say("Welcome.")).await.unwrap();
    table.all_see_messages(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_heard_by_those_who_say_so_and_not_by_its_author() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mine = table.participants[0].act(say("I am here.")).await.unwrap();
    let number = table.participants[0].number(&mine).await.unwrap();
    for listener in [1, 2] {
        table.participants[listener].act(WireCommand::Hear { number }).await.unwrap();
    }
    table.all_see("two hear it", |view| view.messages[&number].heard == 2).await;
    let hearers = [1, 2].map(|listener| table.participants[listener].seat.seat);
    let by = |view: &roundtable_load::View| view.heard_by[&number].iter().copied().eq(hearers);
    table.participants[0].until("its author knows who", |state| by(&state.view)).await.unwrap();

    table.participants[1].act(WireCommand::Unhear { number }).await.unwrap();
    table.all_see("one hears it", |view| view.messages[&number].heard == 1).await;
    let (_, answer) = table.participants[0].ask(WireCommand::Hear { number }).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::OwnMessage));
    table.nothing_is_at_fault();
}

#[tokio::test(flavor = "multi_thread")]
async fn words_taken_back_are_gone_at_once_and_can_stand_again_until_they_are_erased() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mine = table.participants[0].act(say("I regret this.")).await.unwrap();
    let number = table.participants[0].number(&mine).await.unwrap();
    let shown = |view: &roundtable_load::View, shown| {
        view.messages.get(&number).is_some_and(|m| m.shown == shown)
    };

    table.participants[0].act(WireCommand::Withdraw { mine: mine.clone() }).await.unwrap();
    table.all_see("it is withdrawn", |view| shown(view, Shown::Withdrawn)).await;
    table.participants[0].act(WireCommand::UndoWithdraw { mine: mine.clone() }).await.unwrap();
    table.all_see("it stands again", |view| shown(view, Shown::Published)).await;
    assert_eq!(table.observers[0].view().texts(), ["I regret this."]);

    table.participants[0].act(WireCommand::Withdraw { mine: mine.clone() }).await.unwrap();
    let erased = |view: &roundtable_load::View| view.mine[&mine].standing == Standing::Erased;
    table.participants[0].until("it is erased", |state| erased(&state.view)).await.unwrap();
    let undo = WireCommand::UndoWithdraw { mine };
    let (_, answer) = table.participants[0].ask(undo).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::TooLate));
    for view in table.views_from_the_beginning().await {
        assert!(view.texts().is_empty(), "history gives no erased words");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_pause_nobody_speaks_until_a_facilitator_lets_the_room_go_on() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let pause = WireCommand::Pause { reason: PauseReason::Interpreting };
    table.interpreters[0].act(pause).await.unwrap();
    table.all_see("the room rests", |view| view.stage == Stage::Paused).await;

    let (_, answer) = table.participants[0].ask(say("One more thing.")).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::RoomPaused));
    let (_, answer) = table.interpreters[0].ask(WireCommand::Resume).await.unwrap();
    assert!(matches!(answer, Answer::Refused(_)), "only a facilitator resumes: {answer:?}");

    table.facilitators[1].act(WireCommand::Resume).await.unwrap();
    table.participants[0].act(say("One more thing.")).await.unwrap();
    table.all_see_messages(1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_meeting_closes_in_its_last_phase_and_nobody_speaks_after() {
    let mut table = Table::in_phase(CLOSING, Setup::default()).await;
    table.facilitators[0].act(WireCommand::Close).await.unwrap();
    table.all_see("it is closed", |view| view.stage == Stage::Closed).await;
    let (_, answer) = table.participants[0].ask(say("Wait!")).await.unwrap();
    assert_eq!(answer, Answer::Refused(Refusal::RoomClosed));
    table.nothing_is_at_fault();
}
