//! `kill -9` at full speed: what was acknowledged is there.

use crate::support::chance::Chance;
use crate::support::record::{a_flipped_byte_is_found, the_record_verifies};
use crate::support::table::{ARRIVING, say};
use crate::support::{Database, Setup, Table};
use anyhow::Result;
use futures_util::future::join_all;
use roundtable_core::id::Nonce;
use roundtable_load::view::Standing;
use roundtable_load::{Answer, Client, State};
use std::collections::BTreeSet;

const MESSAGES: usize = 2_000;
const SPEAKERS: usize = 4;

/// What a client had told before it began to speak.
struct Before {
    told: usize,
    answered: BTreeSet<Nonce>,
}

impl Before {
    fn of(client: &Client) -> Self {
        Self { told: client.told(), answered: client.state().answers.keys().cloned().collect() }
    }

    /// The messages that a client knows to be durable.
    fn acknowledged_since(&self, client: &Client) -> Vec<Nonce> {
        let state = client.state();
        let done = state.answers.iter().filter(|(_, answer)| **answer == Answer::Done);
        done.map(|(nonce, _)| nonce.clone())
            .filter(|nonce| !self.answered.contains(nonce))
            .collect()
    }
}

/// Says what is left to say, up to 16 in flight, until all is said or the line breaks. What broke
/// while it was being sent lies in the outbox, and counts as said.
async fn speak(client: &mut Client, before: &Before) -> Result<()> {
    while client.told() - before.told < MESSAGES / SPEAKERS {
        let next = client.told() - before.told;
        client.tell(say(&format!("{next}"))).await?;
    }
    client.all_answered().await
}

/// Everything acknowledged stands in the history of its author and in that of everybody.
async fn all_acknowledged_is_there(table: &Table, acknowledged: &[Vec<Nonce>]) {
    let views = table.views_from_the_beginning().await;
    let authors = &views[table.facilitators.len()..];
    for (view, nonces) in authors.iter().zip(acknowledged) {
        for mine in nonces.iter().filter_map(|nonce| view.mine.get(nonce)) {
            assert_eq!(mine.standing, Standing::Published);
            assert!(views[0].messages.contains_key(&mine.number.unwrap()));
        }
        let missing = nonces.iter().filter(|nonce| !view.mine.contains_key(*nonce)).count();
        assert_eq!(missing, 0, "acknowledged and lost");
    }
    for view in &views {
        assert_eq!(view.messages, views[0].messages, "one order for all");
    }
}

/// Every speaker's messages stand in the order in which she said them, each once.
fn each_speakers_order_is_kept(table: &Table) {
    let view = table.observers[0].view();
    for speaker in &table.participants {
        let own = view.messages.values().filter(|message| message.seat == speaker.seat.seat);
        let said: Vec<usize> =
            own.map(|message| message.said.text.as_ref().unwrap().parse().unwrap()).collect();
        assert!(
            said.iter().copied().eq(0..MESSAGES / SPEAKERS),
            "seat {}: {said:?}",
            speaker.seat.seat
        );
    }
}

async fn killed_at_full_speed_it_loses_nothing_acknowledged(database: Database) {
    let mut table = Table::in_phase(ARRIVING, Setup { database, ..Setup::default() }).await;
    let mut chance = Chance::seeded(9);
    let before: Vec<_> = table.participants.iter().map(Before::of).collect();
    for round in 1..=3 {
        let threshold = round * MESSAGES / 4 + chance.below(MESSAGES / 8);
        let speaking = table
            .participants
            .iter_mut()
            .zip(&before)
            .map(|(client, before)| speak(client, before));
        let killing = async {
            let enough = |state: &State| state.view.messages.len() >= threshold;
            table.facilitators[0].until("enough is said", enough).await.unwrap();
            table.server.kill();
        };
        let (spoken, ()) = tokio::join!(join_all(speaking), killing);
        assert!(spoken.iter().all(Result::is_err), "the server was killed in the middle");
        let speakers = before.iter().zip(&table.participants);
        let acknowledged: Vec<_> =
            speakers.map(|(before, client)| before.acknowledged_since(client)).collect();
        assert!(acknowledged.iter().all(|messages| !messages.is_empty()));
        table.server.start_again();
        all_acknowledged_is_there(&table, &acknowledged).await;
        table.come_back().await;
    }
    let speaking =
        table.participants.iter_mut().zip(&before).map(|(client, before)| speak(client, before));
    join_all(speaking).await.into_iter().for_each(|spoken| spoken.unwrap());

    table.all_see_messages(MESSAGES).await;
    each_speakers_order_is_kept(&table);
    assert_eq!(table.views(), table.views_from_the_beginning().await);
    let record = the_record_verifies(&mut table).await;
    a_flipped_byte_is_found(&table.server, &record, &mut chance, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_killed_at_full_speed_it_loses_nothing_acknowledged_on_sqlite() {
    killed_at_full_speed_it_loses_nothing_acknowledged(Database::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_killed_at_full_speed_it_loses_nothing_acknowledged_on_postgresql() {
    if let Some(database) = Database::postgres("it_kill").await {
        killed_at_full_speed_it_loses_nothing_acknowledged(database).await;
    }
}
