//! Connections: slow ones catch up without a gap, old ones go, presence is told calmly.

use super::scene::{ANI, ARAM, Device, NIGAR, Reader, Scene, numbers, say};
use roundtable_core::id::SeatNo;
use roundtable_protocol::{CloseCode, ServerFrame};
use roundtable_store::flaky::Outcome;
use std::time::Duration;
use tokio::time::Instant;

/// A facilitator speaks until the reader's queue is full, and a little on; how often she spoke.
async fn overflow(scene: &Scene, reader: &Reader) -> u64 {
    let mut spoken = 0;
    let mut rest = 3;
    while rest > 0 {
        scene.done(ANI, say(&"quince ".repeat(250))).await;
        spoken += 1;
        rest -= u64::from(reader.connection.is_behind());
    }
    spoken
}

#[tokio::test(start_paused = true)]
async fn a_queue_that_overflows_is_caught_up_from_the_log_without_a_gap() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;

    let spoken = overflow(&scene, &nigar).await;

    assert!(nigar.numbers().await.into_iter().eq(1..=spoken), "each once, in order");
    scene.done(ANI, say("Now you")).await;
    assert_eq!(nigar.numbers().await, [spoken + 1], "and live again");
}

#[tokio::test(start_paused = true)]
async fn a_queue_that_overflows_twice_within_a_minute_is_closed_as_too_slow() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    overflow(&scene, &nigar).await;
    nigar.read().await;

    overflow(&scene, &nigar).await;

    assert_eq!(nigar.read().await.1, Some(CloseCode::TooSlow));
}

#[tokio::test(start_paused = true)]
async fn somebody_who_is_slow_once_in_a_while_stays() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    let first = overflow(&scene, &nigar).await;
    nigar.read().await;
    tokio::time::sleep(Duration::from_mins(1)).await;

    let second = overflow(&scene, &nigar).await;

    assert!(nigar.numbers().await.into_iter().eq(first + 1..=first + second));
}

#[tokio::test(start_paused = true)]
async fn a_log_that_fails_twice_within_a_minute_makes_nobody_too_slow() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    for number in [1, 2, 3] {
        scene.log.next(Outcome::Fail);
        scene.done(ANI, say("Welcome")).await;
        assert_eq!(nigar.numbers().await, [number]);
    }
}

#[tokio::test(start_paused = true)]
async fn who_comes_late_reads_everything_and_then_what_is_new() {
    let scene = Scene::open().await;
    scene.done(ANI, say("Welcome")).await;
    let mut nigar = scene.reader(NIGAR).await;

    let (frames, _) = nigar.read().await;

    assert!(matches!(frames.first(), Some(ServerFrame::Welcome { seat: NIGAR, .. })));
    assert_eq!(frames.iter().filter(|frame| **frame == ServerFrame::CaughtUp).count(), 1);
    assert_eq!(numbers(&frames), [1]);
    scene.done(ANI, say("Now you")).await;
    assert_eq!(nigar.numbers().await, [2]);
}

#[tokio::test(start_paused = true)]
async fn a_third_connection_of_a_seat_replaces_the_oldest() {
    let scene = Scene::open().await;
    let other = scene.device(ARAM).await;
    let oldest = scene.device(NIGAR).await;
    let older = scene.device(NIGAR).await;
    let newest = scene.device(NIGAR).await;
    assert_eq!(oldest.over(), Some(CloseCode::Replaced));
    assert_eq!([&other, &older, &newest].map(Device::over), [None; 3]);
}

#[tokio::test(start_paused = true)]
async fn a_seat_that_was_never_given_out_is_not_let_in() {
    let scene = Scene::open().await;
    let (connection, _incoming) = crate::rooms::Connection::new(SeatNo(77));
    assert!(scene.handle().join(connection).await.is_err());
}

/// Somebody comes and goes four times a second, for three seconds.
async fn come_and_go(scene: &Scene) {
    for _ in 0..6 {
        let aram = scene.device(ARAM).await;
        tokio::time::sleep(Duration::from_millis(250)).await;
        scene.handle().gone(aram.connection).await;
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// Reads presence until it stays quiet: when it was told, and who was here.
async fn presences(mut device: Device) -> Vec<(Instant, Vec<SeatNo>)> {
    let mut told = Vec::new();
    while let Some(frame) = device.frame_within(Duration::from_secs(3)).await {
        if let ServerFrame::Presence { here, .. } = frame {
            told.push((Instant::now(), here));
        }
    }
    told
}

#[tokio::test(start_paused = true)]
async fn presence_is_told_at_most_once_a_second_and_ends_with_the_truth() {
    let scene = Scene::open().await;
    let nigar = scene.device(NIGAR).await;

    let ((), told) = tokio::join!(come_and_go(&scene), presences(nigar));

    assert!((2..=4).contains(&told.len()), "{} times in three seconds", told.len());
    let second = Duration::from_secs(1);
    assert!(told.windows(2).all(|pair| pair[1].0 - pair[0].0 >= second));
    assert_eq!(told.last().unwrap().1, [NIGAR]);
}

#[tokio::test(start_paused = true)]
async fn what_waits_is_still_read_before_the_goodbye() {
    let scene = Scene::open().await;
    let mut nigar = scene.reader(NIGAR).await;
    nigar.read().await;
    scene.done(ANI, say("Welcome")).await;

    scene.world.stop.cancel();

    let (frames, over) = nigar.read().await;
    assert_eq!((numbers(&frames), over), (vec![1], Some(CloseCode::Restarting)));
}
