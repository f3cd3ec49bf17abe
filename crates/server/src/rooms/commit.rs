//! Decide, append, tell: the only place where time enters a room and the only one that appends.
//!
//! The order is the promise: durable before visible. Commands that wait are decided together, each
//! on the state after the one before, and land in one append; when it fails, the working state is
//! dropped and read anew, and what the log says decides.

use super::connection::Connection;
use super::handle::{Answer, Trouble};
use super::load;
use super::task::RoomTask;
use crate::random;
use crate::telemetry::metric;
use roundtable_core::id::{BodyId, Nonce};
use roundtable_core::refusal::Refusal;
use roundtable_core::room::command::{Actor, Command, SeatCommand};
use roundtable_core::room::fact::Fact;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_protocol::ServerFrame;
use roundtable_store::{Append, SealedBody, StoreError};
use std::collections::HashMap;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// Times that a batch is decided anew when its append fails.
const TRIES: usize = 4;
/// Rows between snapshots.
const SNAPSHOT_EVERY: u64 = 512;
/// When to come back to a room that cannot take a command now, in milliseconds.
const RETRY_MS: u32 = 1_000;

/// A command on its way through a batch.
pub(super) struct Pending {
    pub(super) by: Actor,
    pub(super) nonce: Option<Nonce>,
    pub(super) command: Command,
    pub(super) reply: Reply,
}

pub(super) enum Reply {
    Connection(Connection),
    Organizer(oneshot::Sender<Answer>),
    Nobody,
}

/// What a batch appends.
#[derive(Default)]
struct Draft {
    rows: Vec<(Row, Vec<LanePlace>)>,
    append: Vec<Append>,
    texts: HashMap<BodyId, String>,
    answers: Vec<Result<Vec<Fact>, Refusal>>,
}

impl RoomTask {
    pub(super) async fn commit(&mut self, mut commands: Vec<Pending>) -> Result<(), Trouble> {
        for _ in 0..TRIES {
            let draft = self.draft(&mut commands)?;
            let Some(append) = draft.append.first() else {
                Self::reply(commands, draft.answers);
                return Ok(());
            };
            let started = Instant::now();
            let appended = self.world.store.append(append.clone()).await;
            metrics::histogram!(metric::COMMIT_SECONDS).record(started.elapsed().as_secs_f64());
            match appended {
                Ok(()) => {
                    Self::reply(commands, draft.answers);
                    return self.landed(draft.rows, draft.texts).await;
                }
                Err(error) => self.reload(&error, &mut commands).await?,
            }
        }
        let busy = commands.iter().map(|_| Err(Refusal::Busy { retry_ms: RETRY_MS })).collect();
        Self::reply(commands, busy);
        Ok(())
    }

    /// Decides everything that waits, and what is due, on a working state that includes the
    /// earlier ones. The state runs ahead of the log until the append lands.
    fn draft(&mut self, commands: &mut [Pending]) -> Result<Draft, Trouble> {
        let mut draft = Draft::default();
        let now = self.world.clock.now();
        let before = self.loaded.room.head();
        let mut append = Append {
            room: self.loaded.room.id(),
            expected: before,
            rows: Vec::new(),
            places: Vec::new(),
            bodies: Vec::new(),
            entries: Vec::new(),
            deadline: None,
        };
        while self.loaded.room.next_deadline().is_some_and(|due| due <= now) {
            let ticked =
                self.decide(Actor::System, None, &Command::Tick, &mut draft, &mut append)?;
            if ticked.is_ok_and(|facts| facts.is_empty()) {
                break;
            }
        }
        for pending in commands {
            self.mark_taken_name(&mut pending.command);
            let (by, nonce) = (pending.by, pending.nonce.clone());
            let answer = self.decide(by, nonce, &pending.command, &mut draft, &mut append)?;
            draft.answers.push(answer);
        }
        if !append.rows.is_empty() {
            append.deadline = self.loaded.room.next_deadline();
            draft.append.push(append);
        }
        Ok(draft)
    }

    fn decide(
        &mut self,
        by: Actor,
        nonce: Option<Nonce>,
        command: &Command,
        draft: &mut Draft,
        append: &mut Append,
    ) -> Result<Result<Vec<Fact>, Refusal>, Trouble> {
        let now = self.world.clock.now();
        let decision = match self.loaded.room.decide(command, now) {
            Ok(decision) if decision.facts.is_empty() => return Ok(Ok(Vec::new())),
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for body in decision.bodies {
            append.bodies.push(self.seal(&body)?);
            draft.texts.insert(body.id, body.text);
        }
        let facts = decision.facts.clone();
        let written = self.loaded.room.write(by, nonce, now, decision.facts, random::bytes());
        self.loaded.room.apply(&written.row);
        self.keep_names(&facts, &draft.texts);
        append.rows.push(written.row.clone());
        append.places.extend(written.places.iter().copied());
        append.entries.extend(written.entries);
        draft.rows.push((written.row, written.places));
        Ok(Ok(facts))
    }

    fn seal(&self, body: &roundtable_core::room::row::Body) -> Result<SealedBody, Trouble> {
        self.loaded.vault.seal(body).map_err(|error| {
            tracing::error!(room = %self.loaded.room.id(), error = %error, "a text could not be sealed");
            Trouble::Fault
        })
    }

    /// The room knows no names: whether one is taken is compared here, among those in memory.
    fn mark_taken_name(&self, command: &mut Command) {
        let Command::FromSeat { seat, command: SeatCommand::Introduce { name, taken, .. }, .. } =
            command
        else {
            return;
        };
        let wanted = skeleton(name.as_str());
        *taken = self
            .loaded
            .names
            .iter()
            .any(|(other, known)| other != seat && skeleton(known) == wanted);
    }

    fn keep_names(&mut self, facts: &[Fact], texts: &HashMap<BodyId, String>) {
        for fact in facts {
            if let Fact::SeatIntroduced { seat, name, .. } = fact
                && let Some(text) = texts.get(name)
            {
                self.loaded.names.insert(*seat, text.clone());
            }
        }
    }

    /// The append did not land, or nobody knows: the log decides. Its tail is folded and published,
    /// then the commands are decided anew; one that had landed is answered by its nonce.
    async fn reload(
        &mut self,
        error: &StoreError,
        commands: &mut Vec<Pending>,
    ) -> Result<(), Trouble> {
        tracing::warn!(room = %self.loaded.room.id(), error = %error, "an append failed; reading the log anew");
        if matches!(error, StoreError::Ambiguous(_)) {
            // A command without a nonce might be done twice: it is not tried again.
            for pending in commands.iter_mut().filter(|pending| pending.nonce.is_none()) {
                answer(
                    std::mem::replace(&mut pending.reply, Reply::Nobody),
                    Err(Refusal::Busy { retry_ms: RETRY_MS }),
                );
            }
            commands.retain(|pending| pending.nonce.is_some());
        }
        match load::load(&self.world, self.loaded.room.id()).await {
            // Everybody resumes from their own positions, so nothing that landed is missed.
            Ok(loaded) => {
                self.loaded = loaded;
                self.fanout.fall_behind();
                Ok(())
            }
            Err(error) => {
                tracing::error!(room = %self.loaded.room.id(), error = %error, "the log could not be read anew");
                Err(Trouble::Fault)
            }
        }
    }

    fn reply(commands: Vec<Pending>, answers: Vec<Result<Vec<Fact>, Refusal>>) {
        for (pending, result) in commands.into_iter().zip(answers) {
            let name = if result.is_ok() { "done" } else { "refused" };
            metrics::counter!(metric::COMMANDS, "answer" => name).increment(1);
            if let (Reply::Connection(connection), Some(nonce)) = (&pending.reply, &pending.nonce) {
                connection.answered(&match result {
                    Ok(_) => ServerFrame::Done { nonce: nonce.clone() },
                    Err(refusal) => ServerFrame::Refused { nonce: nonce.clone(), refusal },
                });
            } else {
                answer(pending.reply, result);
            }
        }
    }

    async fn landed(
        &mut self,
        rows: Vec<(Row, Vec<LanePlace>)>,
        mut texts: HashMap<BodyId, String>,
    ) -> Result<(), Trouble> {
        self.fetch_texts(&rows, &mut texts).await?;
        self.fanout.publish(&self.loaded.room, &rows, &texts);
        let facts = || rows.iter().flat_map(|(row, _)| &row.facts);
        if facts().any(|fact| matches!(fact, Fact::SeatLeft { .. })) {
            self.fanout.close_seats(&self.loaded.room);
            self.presence_soon();
        }
        let erased: Vec<BodyId> = facts().flat_map(Fact::erased).collect();
        load::erase(&self.world, self.loaded.room.id(), erased).await;
        self.snapshot().await;
        Ok(())
    }

    /// Texts that were written earlier and are shown only now, such as an approved message's.
    async fn fetch_texts(
        &self,
        rows: &[(Row, Vec<LanePlace>)],
        texts: &mut HashMap<BodyId, String>,
    ) -> Result<(), Trouble> {
        let named = rows.iter().flat_map(|(row, _)| &row.facts).flat_map(Fact::bodies);
        let missing: Vec<BodyId> = named.filter(|body| !texts.contains_key(body)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let sealed = self.world.store.bodies(self.loaded.room.id(), &missing).await;
        for sealed in sealed.map_err(|_| Trouble::Fault)? {
            let text = self.loaded.vault.unseal(&sealed).map_err(|_| Trouble::Fault)?;
            texts.insert(sealed.body, text);
        }
        Ok(())
    }

    async fn snapshot(&mut self) {
        let head = self.loaded.room.head().0;
        if head < self.snapshot_at + SNAPSHOT_EVERY {
            return;
        }
        self.snapshot_at = head;
        if let Err(error) = load::save_snapshot(&self.world, &self.loaded.room).await {
            tracing::warn!(room = %self.loaded.room.id(), error = %error, "a snapshot could not be kept");
        }
    }
}

fn answer(reply: Reply, result: Result<Vec<Fact>, Refusal>) {
    match reply {
        Reply::Organizer(sender) => {
            let _whoever_asked_went = sender.send(result.map_err(Trouble::Refused));
        }
        Reply::Connection(_) | Reply::Nobody => {}
    }
}
/// Names that a reader would take for one another.
fn skeleton(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
