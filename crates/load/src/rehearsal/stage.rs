//! Plays one step after the other.

use super::cast::Cast;
use super::{Options, Summary, tell};
use crate::client::Client;
use crate::script::{Act, Script, Step, Who};
use crate::seat::Invitation;
use crate::state::Answer;
use crate::view::{Standing, View};
use anyhow::{Context, Result};
use roundtable_core::id::{MessageNumber, Nonce};
use roundtable_core::language::Language;
use roundtable_core::roles::Stage as RoomStage;
use roundtable_protocol::WireCommand;
use std::collections::BTreeMap;
use std::time::Duration;

/// A message of the script that was said.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) who: Who,
    pub(super) nonce: Nonce,
    pub(super) text: String,
}

/// A rehearsal in progress.
pub(super) struct Stage<'a> {
    pub(super) cast: Cast,
    pub(super) options: &'a Options,
    pub(super) script: &'a Script,
    pub(super) said: BTreeMap<String, Said>,
    pub(super) summary: Summary,
}

impl<'a> Stage<'a> {
    /// Everybody takes her place.
    pub(super) async fn set(
        invitation: &Invitation,
        options: &'a Options,
        script: &'a Script,
    ) -> Result<Self> {
        let cast = Cast::gather(invitation, &options.leave, options.language, script).await?;
        let summary = Summary {
            companions: cast.companions.len(),
            left_to_people: cast.people.len(),
            ..Summary::default()
        };
        Ok(Self { cast, options, script, said: BTreeMap::new(), summary })
    }

    pub(super) fn client(&mut self, who: Who) -> Result<&mut Client> {
        self.cast.companions.get_mut(&who).with_context(|| format!("{who} is no companion"))
    }

    pub(super) fn anyone(&self) -> Result<&Client> {
        self.cast.companions.values().next().context("nobody is here")
    }

    /// The companion who does what a facilitator must.
    pub(super) fn leader(&self) -> Option<Who> {
        self.cast.facilitators().first().copied()
    }

    /// Waits until every companion sees it.
    pub(super) async fn everybody(&self, what: &str, holds: impl Fn(&View) -> bool) -> Result<()> {
        for client in self.cast.companions.values() {
            client.until(what, |state| holds(&state.view)).await?;
        }
        Ok(())
    }

    /// Sends a command. With people in the room a refusal is news; without, an error.
    pub(super) async fn attempt(
        &mut self,
        who: Who,
        command: WireCommand,
    ) -> Result<Option<Nonce>> {
        let alone = self.cast.people.is_empty();
        let client = self.client(who)?;
        if alone {
            return client.act(command).await.map(Some);
        }
        match client.ask(command).await? {
            (nonce, Answer::Done) => Ok(Some(nonce)),
            (_, Answer::Refused(refusal)) => {
                self.skip(&format!("{who} could not: {refusal}"));
                Ok(None)
            }
        }
    }

    pub(super) fn skip(&mut self, why: &str) {
        self.summary.skipped += 1;
        tell(&format!("   (skipped: {why})"));
    }

    /// When a person facilitates: gives her time to do it herself.
    pub(super) async fn leave_to_facilitator(
        &self,
        what: &str,
        done: impl Fn(&View) -> bool,
    ) -> Result<()> {
        if !self.cast.person_facilitates() {
            self.options.pace.reading().await;
            return Ok(());
        }
        let patience = self.options.pace.patience_with_people();
        tell(&format!("   you may now {what}; in {} s a companion does", patience.as_secs()));
        self.wait_at_most(patience, self.anyone()?, done).await
    }

    pub(super) async fn wait_at_most(
        &self,
        patience: Duration,
        client: &Client,
        done: impl Fn(&View) -> bool,
    ) -> Result<()> {
        let waiting = client.until("a person does it", |state| done(&state.view));
        tokio::time::timeout(patience, waiting).await.unwrap_or(Ok(()))
    }

    /// Plays one step, if its actor is a companion.
    pub(super) async fn play(&mut self, step: &Step) -> Result<()> {
        self.wait_out_a_pause(&step.act).await?;
        match &step.act {
            Act::Approve { label } => self.decide(step.who, label, None).await,
            Act::Return { label, reason, note } => {
                let note = note.in_language(self.language(step.who)).to_owned();
                self.decide(step.who, label, Some((*reason, note))).await
            }
            Act::Resume => self.resume_or_leave(step.who).await,
            _ if !self.cast.companions.contains_key(&step.who) => Ok(()),
            Act::Say { label, kind, text, content_note } => {
                let text = text.in_language(self.language(step.who)).to_owned();
                self.say(step.who, label, *kind, text, content_note.clone()).await
            }
            Act::Edit { label, text, content_note } => {
                let text = text.in_language(self.language(step.who)).to_owned();
                self.edit(step.who, label, text, content_note.clone()).await
            }
            Act::Withdraw { label } => self.withdraw(step.who, label).await,
            Act::UndoWithdraw { label } => self.undo_withdraw(step.who, label).await,
            Act::Hear { label } => self.hear(step.who, label).await,
            Act::Pause { reason } => {
                self.pause(step.who, WireCommand::Pause { reason: *reason }).await
            }
        }
    }

    /// Ends a pause; a person whose part it is gets her time first.
    async fn resume_or_leave(&mut self, who: Who) -> Result<()> {
        if self.cast.companions.contains_key(&who) {
            return self.resume(who).await;
        }
        let over = |view: &View| view.stage != RoomStage::Paused;
        self.leave_to_facilitator("let the room go on", over).await?;
        match self.leader() {
            Some(leader) => self.resume(leader).await,
            None => Ok(()),
        }
    }

    /// A pause that a person made lasts until a person ends it.
    async fn wait_out_a_pause(&self, act: &Act) -> Result<()> {
        if matches!(act, Act::Resume) || self.cast.people.is_empty() {
            return Ok(());
        }
        self.everybody("the pause is over", |view| view.stage != RoomStage::Paused).await
    }

    pub(super) fn language(&self, who: Who) -> Language {
        self.cast.languages.get(&who).copied().unwrap_or(self.options.language)
    }

    /// Where one of the script's messages stands, as its author sees it.
    pub(super) fn standing(&self, label: &str) -> Option<Standing> {
        let said = self.said.get(label)?;
        let client = self.cast.companions.get(&said.who)?;
        client.state().view.mine.get(&said.nonce).map(|mine| mine.standing.clone())
    }

    /// The number of one of the script's messages, once it is in the room; `None` when a person
    /// decided otherwise.
    pub(super) async fn published(&self, label: &str) -> Result<Option<MessageNumber>> {
        let Some(said) = self.said.get(label) else {
            return Ok(None);
        };
        let author = &self.cast.companions[&said.who];
        author.until("its message is decided", |state| has_moved(&state.view, &said.nonce)).await?;
        let mine = author.state().view.mine[&said.nonce].clone();
        Ok(mine.number.filter(|_| mine.standing == Standing::Published))
    }
}

/// The author's message is no longer waiting.
pub(super) fn has_moved(view: &View, mine: &Nonce) -> bool {
    view.mine.get(mine).is_some_and(|mine| mine.standing != Standing::Waiting)
}
