//! Words that are gone are gone: noted beside the keys first, then out of the store.

use super::scene::{ANI, ARAM, NIGAR, Scene, say};
use roundtable_core::id::{BodyId, Nonce};
use roundtable_core::room::command::SeatCommand;
use roundtable_core::room::fact::Fact;
use roundtable_core::testing::words;
use std::fs;
use std::time::Duration;

/// Where the text of what was last said lies.
async fn last_text(scene: &Scene) -> BodyId {
    let rows = scene.rows().await;
    let said = |fact: &Fact| {
        if let Fact::MessageSaid { content, .. } = fact { Some(content.text) } else { None }
    };
    let mut texts = rows.iter().flat_map(|row| &row.facts).filter_map(said);
    texts.next_back().expect("something was said")
}

/// Aram tells a story, which waits to be read: its nonce and its text.
async fn story(scene: &Scene) -> (Nonce, BodyId) {
    scene.on_to_the_stories().await;
    let mine = scene.done(ARAM, say("My grandmother's house, in the street by the school")).await;
    let text = last_text(scene).await;
    assert!(scene.keeps(text).await, "given a text that is kept");
    (mine, text)
}

fn edit(mine: Nonce) -> SeatCommand {
    SeatCommand::Edit { mine, words: words("My grandmother's house") }
}

#[tokio::test(start_paused = true)]
async fn the_text_that_an_edit_replaces_is_noted_and_gone() {
    let scene = Scene::open().await;
    let (mine, before) = story(&scene).await;

    scene.done(ARAM, edit(mine)).await;
    scene.settled().await;

    assert!(scene.notes_erasure_of(before) && !scene.keeps(before).await);
}

#[tokio::test(start_paused = true)]
async fn a_withdrawn_text_is_kept_for_ten_seconds_and_then_noted_and_gone() {
    let scene = Scene::open().await;
    let mine = scene.done(ANI, say("Welcome")).await;
    let text = last_text(&scene).await;

    scene.done(ANI, SeatCommand::Withdraw { mine }).await;
    tokio::time::sleep(Duration::from_secs(9)).await;
    assert!(scene.keeps(text).await, "she may still let it stand");
    tokio::time::sleep(Duration::from_secs(2)).await;
    scene.settled().await;

    assert!(scene.notes_erasure_of(text) && !scene.keeps(text).await);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_noted_is_not_erased_until_it_can() {
    let scene = Scene::open().await;
    let (mine, before) = story(&scene).await;
    let notes = scene.world.keys.dir().join("erasures");
    let aside = scene.world.keys.dir().join("aside");
    fs::rename(&notes, &aside).unwrap();
    fs::create_dir(&notes).unwrap();

    scene.done(ARAM, edit(mine)).await;
    scene.settled().await;
    assert!(scene.keeps(before).await, "the note comes first");

    fs::remove_dir(&notes).unwrap();
    fs::rename(&aside, &notes).unwrap();
    scene.loaded_again().await;
    assert!(scene.notes_erasure_of(before) && !scene.keeps(before).await, "done when loaded");
}

#[tokio::test(start_paused = true)]
async fn who_comes_after_an_erasure_reads_the_place_and_not_the_words() {
    let scene = Scene::open().await;
    let mine = scene.done(ANI, say("a word too much")).await;
    scene.done(ANI, SeatCommand::Withdraw { mine }).await;
    tokio::time::sleep(Duration::from_secs(11)).await;

    let (frames, over) = scene.reader(NIGAR).await.read().await;

    assert_eq!(over, None);
    assert!(!serde_json::to_string(&frames).unwrap().contains("a word too much"));
}
