//! Plays one step after the other.

use super::cast::Cast;
use super::{Options, Summary, tell};
use crate::client::{Answer, Client};
use crate::script::{Act, Script, Step, Who};
use crate::seat::Invitation;
use crate::view::{Standing, View};
use anyhow::{Context, Result};
use roundtable_core::id::{MessageNumber, Nonce};
use roundtable_core::language::Language;
use roundtable_core::roles::Stage as RoomStage;
use roundtable_core::session::Kind;
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
        Ok(Self {
            cast,
            options,
            script,
            said: BTreeMap::new(),
            summary,
        })
    }

    pub(super) fn client(&mut self, who: Who) -> Result<&mut Client> {
        self.cast
            .companions
            .get_mut(&who)
            .with_context(|| format!("{who} is no companion"))
    }

    pub(super) fn anyone(&self) -> Result<&Client> {
        self.cast
            .companions
            .values()
            .next()
            .context("nobody is here")
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
        tell(&format!(
            "   you may now {what}; in {} s a companion does",
            patience.as_secs()
        ));
        self.wait_at_most(patience, self.anyone()?, done).await
    }

    pub(super) async fn wait_at_most(
        &self,
        patience: Duration,
        client: &Client,
        done: impl Fn(&View) -> bool,
    ) -> Result<()> {
        let waiting = client.until("a person does it", |state| done(&state.view));
        tokio::time::timeout(patience, waiting)
            .await
            .unwrap_or(Ok(()))
    }

    /// Plays one step, if its actor is a companion.
    pub(super) async fn play(&mut self, step: &Step) -> Result<()> {
        self.wait_out_a_pause(&step.act).await?;
        match &step.act {
            Act::Approve { label } => self.decide(step.who, label, None).await,
            Act::Return {
                label,
                reason,
                note,
            } => {
                let note = note.in_language(self.language(step.who)).to_owned();
                self.decide(step.who, label, Some((*reason, note))).await
            }
            _ if !self.cast.companions.contains_key(&step.who) => Ok(()),
            Act::Say {
                label,
                kind,
                text,
                content_note,
            } => {
                let text = text.in_language(self.language(step.who)).to_owned();
                self.say(step.who, label, *kind, text, content_note.clone())
                    .await
            }
            Act::Edit {
                label,
                text,
                content_note,
            } => {
                let text = text.in_language(self.language(step.who)).to_owned();
                self.edit(step.who, label, text, content_note.clone()).await
            }
            Act::Withdraw { label } => self.withdraw(step.who, label).await,
            Act::UndoWithdraw { label } => self.undo_withdraw(step.who, label).await,
            Act::Hear { label } => self.hear(step.who, label).await,
            Act::Pause { reason } => {
                self.pause(step.who, WireCommand::Pause { reason: *reason })
                    .await
            }
            Act::Resume => self.resume(step.who).await,
        }
    }

    /// A pause that a person made lasts until a person ends it.
    async fn wait_out_a_pause(&self, act: &Act) -> Result<()> {
        if matches!(act, Act::Resume) || self.cast.people.is_empty() {
            return Ok(());
        }
        self.everybody("the pause is over", |view| view.stage != RoomStage::Paused)
            .await
    }

    pub(super) fn language(&self, who: Who) -> Language {
        self.cast
            .languages
            .get(&who)
            .copied()
            .unwrap_or(self.options.language)
    }

    pub(super) async fn say(
        &mut self,
        who: Who,
        label: &str,
        kind: Kind,
        text: String,
        content_note: Option<String>,
    ) -> Result<()> {
        self.options.pace.typing(&text).await;
        let language = self.language(who);
        let command = WireCommand::Say {
            kind,
            language,
            text: text.clone(),
            content_note,
            insist: false,
        };
        if let Some(nonce) = self.attempt(who, command).await? {
            tell(&format!(
                "{} ({}): {text}",
                self.script.member(who).name,
                language.tag()
            ));
            let client = self.client(who)?;
            client
                .until("its message is known", |state| {
                    state.view.mine.contains_key(&nonce)
                })
                .await?;
            self.said
                .insert(label.to_owned(), Said { who, nonce, text });
        }
        Ok(())
    }

    /// Where one of the script's messages stands, as its author sees it.
    pub(super) fn standing(&self, label: &str) -> Option<Standing> {
        let said = self.said.get(label)?;
        let client = self.cast.companions.get(&said.who)?;
        client
            .state()
            .view
            .mine
            .get(&said.nonce)
            .map(|mine| mine.standing.clone())
    }

    async fn edit(
        &mut self,
        who: Who,
        label: &str,
        text: String,
        content_note: Option<String>,
    ) -> Result<()> {
        let Some(said) = self.said.get(label).cloned() else {
            return Ok(());
        };
        let nonce = said.nonce.clone();
        self.client(who)?
            .until("its message is decided", |s| has_moved(&s.view, &nonce))
            .await?;
        if !matches!(self.standing(label), Some(Standing::Returned(_))) {
            self.skip("nothing was returned");
            return Ok(());
        }
        self.summary.returned += 1;
        self.options.pace.typing(&text).await;
        let command = WireCommand::Edit {
            mine: said.nonce.clone(),
            text: text.clone(),
            content_note,
        };
        if self.attempt(who, command).await?.is_some() {
            tell(&format!(
                "{} changes it: {text}",
                self.script.member(who).name
            ));
            self.said.insert(label.to_owned(), Said { text, ..said });
        }
        Ok(())
    }

    async fn withdraw(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(mine) = self.said.get(label).map(|said| said.nonce.clone()) else {
            return Ok(());
        };
        self.options.pace.reading().await;
        if self
            .attempt(who, WireCommand::Withdraw { mine: mine.clone() })
            .await?
            .is_some()
        {
            tell(&format!("{} takes it back", self.script.member(who).name));
            let withdrawn = |view: &View| view.mine[&mine].standing == Standing::Withdrawn;
            self.client(who)?
                .until("it is withdrawn", |state| withdrawn(&state.view))
                .await?;
        }
        Ok(())
    }

    async fn undo_withdraw(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(mine) = self.said.get(label).map(|said| said.nonce.clone()) else {
            return Ok(());
        };
        self.options.pace.reading().await;
        if self
            .attempt(who, WireCommand::UndoWithdraw { mine: mine.clone() })
            .await?
            .is_some()
        {
            tell(&format!(
                "{} lets it stand after all",
                self.script.member(who).name
            ));
            let stands = |view: &View| view.mine[&mine].standing != Standing::Withdrawn;
            self.client(who)?
                .until("it stands again", |state| stands(&state.view))
                .await?;
        }
        Ok(())
    }

    async fn hear(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(number) = self.published(label).await? else {
            return Ok(());
        };
        self.options.pace.reading().await;
        let there = |view: &View| view.messages.contains_key(&number);
        self.client(who)?
            .until("it sees the message", |state| there(&state.view))
            .await?;
        if self
            .attempt(who, WireCommand::Hear { number })
            .await?
            .is_some()
        {
            tell(&format!("{}: I hear you", self.script.member(who).name));
            self.client(who)?
                .until("it hears", |state| state.view.hears.contains(&number))
                .await?;
        }
        Ok(())
    }

    /// The number of one of the script's messages, once it is in the room; `None` when a person
    /// decided otherwise.
    pub(super) async fn published(&self, label: &str) -> Result<Option<MessageNumber>> {
        let Some(said) = self.said.get(label) else {
            return Ok(None);
        };
        let author = &self.cast.companions[&said.who];
        author
            .until("its message is decided", |state| {
                has_moved(&state.view, &said.nonce)
            })
            .await?;
        let mine = author.state().view.mine[&said.nonce].clone();
        Ok(mine.number.filter(|_| mine.standing == Standing::Published))
    }

    async fn pause(&mut self, who: Who, command: WireCommand) -> Result<()> {
        self.options.pace.reading().await;
        if self.attempt(who, command).await?.is_some() {
            self.summary.pauses += 1;
            self.everybody("the room rests", |view| view.stage == RoomStage::Paused)
                .await?;
            tell(&format!("{} pauses the room", self.script.member(who).name));
        }
        Ok(())
    }

    async fn resume(&mut self, who: Who) -> Result<()> {
        self.options.pace.reading().await;
        if self.anyone()?.view().stage == RoomStage::Paused {
            self.attempt(who, WireCommand::Resume).await?;
            self.everybody("the room goes on", |view| view.stage != RoomStage::Paused)
                .await?;
            tell("the room goes on");
        }
        Ok(())
    }
}

/// The author's message is no longer waiting.
pub(super) fn has_moved(view: &View, mine: &Nonce) -> bool {
    view.mine
        .get(mine)
        .is_some_and(|mine| mine.standing != Standing::Waiting)
}
