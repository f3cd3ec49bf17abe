//! Durable before visible, and each command once, whatever the log does.

use super::scene::{ANI, ARAM, Device, NIGAR, Scene, say};
use crate::rooms::connection::Connection;
use crate::rooms::{Rooms, Trouble};
use roundtable_core::id::RoomId;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{Command, SeatCommand};
use roundtable_protocol::ServerFrame;
use roundtable_store::flaky::Outcome;
use std::collections::BTreeSet;
use std::time::Duration;

/// When a facilitator speaks while the log does this: done, said once, seen once.
async fn spoken_once_despite(outcome: Outcome) {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    let before = scene.rows().await.len();
    scene.log.next(outcome);

    scene.done(ANI, say("Welcome")).await;

    assert_eq!(scene.rows().await.len(), before + 1, "one row");
    assert_eq!(nigar.numbers().await, [1], "seen once");
    scene.done(ANI, say("Shall we begin?")).await;
    assert_eq!(nigar.numbers().await, [2], "and the room goes on");
}

#[tokio::test(start_paused = true)]
async fn an_append_that_conflicts_is_decided_anew_and_answered_once() {
    spoken_once_despite(Outcome::Conflict).await;
}

#[tokio::test(start_paused = true)]
async fn a_failed_append_is_tried_again() {
    spoken_once_despite(Outcome::Fail).await;
}

#[tokio::test(start_paused = true)]
async fn an_ambiguous_commit_that_landed_is_answered_by_its_nonce_and_said_once() {
    spoken_once_despite(Outcome::AmbiguousAfter).await;
}

#[tokio::test(start_paused = true)]
async fn an_ambiguous_commit_that_did_not_land_is_done_once() {
    spoken_once_despite(Outcome::AmbiguousBefore).await;
}

#[tokio::test(start_paused = true)]
async fn appends_that_go_on_failing_leave_nothing_visible_and_the_next_one_works() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    let (rows, view) = (scene.rows().await, scene.settled().await);
    (0..4).for_each(|_| scene.log.next(Outcome::Fail));

    let answer = scene.act(ANI, say("Welcome")).await;

    assert!(matches!(answer, ServerFrame::Refused { refusal: Refusal::Busy { .. }, .. }));
    assert_eq!(nigar.numbers().await, [0; 0]);
    assert_eq!(scene.rows().await, rows);
    assert_eq!(scene.settled().await, view);
    scene.done(ANI, say("Welcome")).await;
    assert_eq!(nigar.numbers().await, [1]);
}

#[tokio::test(start_paused = true)]
async fn the_organizer_has_no_nonce_so_an_ambiguous_commit_of_hers_is_not_tried_again() {
    let scene = Scene::open().await;
    let seats = scene.settled().await["seats"].as_array().unwrap().len();
    scene.log.next(Outcome::AmbiguousAfter);
    let (role, belonging) = (Role::Observer, Belonging::Undeclared);
    let admit = Command::Admit { role, belonging, consents: BTreeSet::new() };

    let answer = scene.handle().organize(admit).await;

    assert!(matches!(answer, Err(Trouble::Refused(Refusal::Busy { .. }))));
    assert_eq!(scene.settled().await["seats"].as_array().unwrap().len(), seats + 1, "never two");
}

#[tokio::test(start_paused = true)]
async fn a_command_that_is_sent_again_is_answered_again_and_done_once() {
    let scene = Scene::open().await;
    let nonce = scene.done(ANI, say("Welcome")).await;
    let rows = scene.rows().await;

    let answer = scene.send(ANI, &nonce, say("Welcome")).only_frame().await;

    assert_eq!(answer, ServerFrame::Done { nonce });
    assert_eq!(scene.rows().await, rows);
}

#[tokio::test(start_paused = true)]
async fn nothing_is_in_any_queue_before_the_append_lands() {
    let scene = Scene::open().await;
    let mut readers = [scene.device(ANI).await, scene.device(ARAM).await];
    for reader in &mut readers {
        while reader.frame_within(Duration::from_secs(2)).await.is_some() {}
    }
    let mut gate = scene.log.gate_next();
    let mut author = scene.send(ANI, &scene.nonce(), say("Welcome"));

    gate.reached().await;
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert!(author.is_quiet() && readers.iter().all(Device::is_quiet), "not durable, not visible");

    gate.open();
    assert!(matches!(author.frame().await, Some(ServerFrame::Done { .. })));
    for reader in &mut readers {
        assert!(matches!(reader.frame().await, Some(ServerFrame::Event { .. })));
    }
}

#[tokio::test(start_paused = true)]
async fn sixty_four_commands_that_wait_become_one_append() {
    let scene = Scene::open().await;
    let [mut first, mut second, mut third] = [0; 3].map(|_| scene.log.gate_next());
    let _welcome = scene.send(ANI, &scene.nonce(), say("Welcome"));
    first.reached().await;
    let before = scene.rows().await.len();
    let mut waiting: Vec<_> =
        (0..64).map(|i| scene.send(ANI, &scene.nonce(), say(&format!("Line {i}")))).collect();

    first.open();
    second.reached().await;
    second.open();

    for device in &mut waiting {
        assert!(matches!(device.frame().await, Some(ServerFrame::Done { .. })));
    }
    assert_eq!(scene.rows().await.len(), before + 65, "a row each, and the one before");
    let another = tokio::time::timeout(Duration::from_secs(1), third.reached()).await;
    assert!(another.is_err(), "no further append was needed");
}

#[tokio::test(start_paused = true)]
async fn commands_in_one_append_are_decided_each_after_the_one_before() {
    let scene = Scene::open().await;
    let mut gate = scene.log.gate_next();
    let _welcome = scene.send(ANI, &scene.nonce(), say("Welcome"));
    gate.reached().await;
    let from = roundtable_core::id::PhaseIndex(0);
    let twice = [(); 2].map(|()| scene.send(ANI, &scene.nonce(), SeatCommand::NextPhase { from }));

    gate.open();

    let [once, again] = twice;
    assert!(matches!(once.only_frame().await, ServerFrame::Done { .. }));
    let refused = again.only_frame().await;
    let changed = |refusal: &Refusal| matches!(refusal, Refusal::PhaseHasChanged { .. });
    assert!(matches!(refused, ServerFrame::Refused { refusal, .. } if changed(&refusal)));
}

#[tokio::test(start_paused = true)]
async fn an_append_under_way_is_finished_and_answered_when_the_server_ends() {
    let scene = Scene::open().await;
    let mut gate = scene.log.gate_next();
    let author = scene.send(ANI, &scene.nonce(), say("Welcome"));
    gate.reached().await;

    scene.world.stop.cancel();
    gate.open();

    assert!(matches!(author.only_frame().await, ServerFrame::Done { .. }));
}

#[tokio::test(start_paused = true)]
async fn a_room_that_does_not_exist_says_so() {
    let scene = Scene::open().await;
    let nowhere = scene.rooms.room(RoomId::from_bytes([9; 16])).unwrap();
    let (connection, _incoming) = Connection::new(ANI);
    assert_eq!(nowhere.join(connection).await.unwrap_err(), Trouble::NoSuchRoom);
}

#[tokio::test(start_paused = true)]
async fn a_room_loaded_from_a_snapshot_and_the_tail_is_the_live_one() {
    let scene = Scene::open().await;
    scene.done(ANI, say("Welcome")).await;
    scene.snapshot().await;
    scene.on_to_the_stories().await;
    scene.done(ARAM, say("My grandmother's house had a mulberry tree")).await;

    assert_eq!(scene.loaded_again().await, scene.settled().await);
}

#[tokio::test(start_paused = true)]
async fn a_room_that_ends_with_its_server_is_the_same_after_the_next_start() {
    let mut scene = Scene::open().await;
    scene.done(ANI, say("Welcome")).await;
    let before = scene.settled().await;

    scene.world.tasks.close();
    scene.world.stop.cancel();
    scene.world.tasks.wait().await;
    scene.world.stop = tokio_util::sync::CancellationToken::new();
    scene.rooms = Rooms::new(scene.world.clone());

    assert_eq!(scene.settled().await, before);
    scene.done(ANI, say("We go on")).await;
}
