//! Names are one person's each, and a seat that is given up is over.

use super::scene::{ARAM, NIGAR, Scene, introduction};
use roundtable_core::id::SeatNo;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::Belonging;
use roundtable_core::room::command::SeatCommand;
use roundtable_protocol::{CloseCode, ServerFrame};
use roundtable_store::flaky::Outcome;

/// The participant's new name; her side stays what it is.
fn called(seat: SeatNo, name: &str) -> SeatCommand {
    introduction(name, if seat == ARAM { Belonging::A } else { Belonging::B })
}

fn says_the_name_is_taken(answer: &ServerFrame) -> bool {
    matches!(answer, ServerFrame::Refused { refusal: Refusal::NameTaken, .. })
}

#[tokio::test(start_paused = true)]
async fn of_two_who_choose_a_name_in_the_same_moment_one_gets_it() {
    let scene = Scene::open().await;
    let mut gate = scene.log.gate_next();
    let _first = scene.send(ARAM, &scene.nonce(), called(ARAM, "Plum"));
    gate.reached().await;
    let aram = scene.send(ARAM, &scene.nonce(), called(ARAM, "Cornel"));
    let nigar = scene.send(NIGAR, &scene.nonce(), called(NIGAR, "cor nel"));

    gate.open();

    assert!(matches!(aram.only_frame().await, ServerFrame::Done { .. }));
    assert!(says_the_name_is_taken(&nigar.only_frame().await));
}

#[tokio::test(start_paused = true)]
async fn a_name_whose_append_failed_is_nobodys() {
    let scene = Scene::open().await;
    (0..4).for_each(|_| scene.log.next(Outcome::Fail));
    let refused = scene.act(ARAM, called(ARAM, "Cornel")).await;
    assert!(matches!(refused, ServerFrame::Refused { refusal: Refusal::Busy { .. }, .. }));
    scene.done(NIGAR, called(NIGAR, "Cornel")).await;
}

#[tokio::test(start_paused = true)]
async fn a_name_that_is_taken_is_taken_after_a_reload_too() {
    let scene = Scene::open().await;
    scene.done(ARAM, called(ARAM, "Cornel")).await;
    scene.log.next(Outcome::Conflict);
    assert!(matches!(scene.act(NIGAR, called(NIGAR, "Plum")).await, ServerFrame::Done { .. }));
    assert!(says_the_name_is_taken(&scene.act(NIGAR, called(NIGAR, "CORNEL")).await));
}

#[tokio::test(start_paused = true)]
async fn a_name_stays_with_the_words_said_under_it_when_its_seat_is_given_up() {
    let scene = Scene::open().await;
    scene.done(ARAM, called(ARAM, "Cornel")).await;
    scene.done(ARAM, SeatCommand::Leave).await;
    assert!(says_the_name_is_taken(&scene.act(NIGAR, called(NIGAR, "Cornel")).await));
    scene.log.next(Outcome::Conflict);
    scene.done(NIGAR, called(NIGAR, "Plum")).await;
    assert!(says_the_name_is_taken(&scene.act(NIGAR, called(NIGAR, "Cornel")).await), "reloaded");
}

#[tokio::test(start_paused = true)]
async fn a_seat_that_is_given_up_reads_no_more() {
    let scene = Scene::open().await;
    let (aram, nigar) = (scene.device(ARAM).await, scene.device(NIGAR).await);

    scene.done(ARAM, SeatCommand::Leave).await;
    scene.settled().await;

    assert_eq!((aram.over(), nigar.over()), (Some(CloseCode::BadTicket), None));
    assert!(scene.handle().join(aram.connection).await.is_err(), "nor comes back");
}
