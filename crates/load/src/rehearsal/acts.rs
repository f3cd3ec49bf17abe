//! What a companion does when it is her turn, each with the delay of a person.

use super::stage::{Said, Stage, has_moved};
use super::tell;
use crate::script::Who;
use crate::view::{Standing, View};
use anyhow::Result;
use roundtable_core::roles::Stage as RoomStage;
use roundtable_core::session::Kind;
use roundtable_protocol::WireCommand;

impl Stage<'_> {
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
        let command =
            WireCommand::Say { kind, language, text: text.clone(), content_note, insist: false };
        if let Some(nonce) = self.attempt(who, command).await? {
            tell(&format!("{} ({}): {text}", self.script.member(who).name, language.tag()));
            let client = self.client(who)?;
            client
                .until("its message is known", |state| state.view.mine.contains_key(&nonce))
                .await?;
            self.said.insert(label.to_owned(), Said { who, nonce, text });
        }
        Ok(())
    }

    pub(super) async fn edit(
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
        self.client(who)?.until("its message is decided", |s| has_moved(&s.view, &nonce)).await?;
        if !matches!(self.standing(label), Some(Standing::Returned(_))) {
            self.skip("nothing was returned");
            return Ok(());
        }
        self.summary.returned += 1;
        self.options.pace.typing(&text).await;
        let command =
            WireCommand::Edit { mine: said.nonce.clone(), text: text.clone(), content_note };
        if self.attempt(who, command).await?.is_some() {
            tell(&format!("{} changes it: {text}", self.script.member(who).name));
            let mine = said.nonce.clone();
            self.said.insert(label.to_owned(), Said { text, ..said });
            let returned = |view: &View| matches!(view.mine[&mine].standing, Standing::Returned(_));
            self.client(who)?.until("it waits again", |state| !returned(&state.view)).await?;
        }
        Ok(())
    }

    pub(super) async fn withdraw(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(mine) = self.said.get(label).map(|said| said.nonce.clone()) else {
            return Ok(());
        };
        self.options.pace.reading().await;
        if self.attempt(who, WireCommand::Withdraw { mine: mine.clone() }).await?.is_some() {
            tell(&format!("{} takes it back", self.script.member(who).name));
            let withdrawn = |view: &View| view.mine[&mine].standing == Standing::Withdrawn;
            self.client(who)?.until("it is withdrawn", |state| withdrawn(&state.view)).await?;
        }
        Ok(())
    }

    pub(super) async fn undo_withdraw(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(mine) = self.said.get(label).map(|said| said.nonce.clone()) else {
            return Ok(());
        };
        self.options.pace.reading().await;
        if self.attempt(who, WireCommand::UndoWithdraw { mine: mine.clone() }).await?.is_some() {
            tell(&format!("{} lets it stand after all", self.script.member(who).name));
            let stands = |view: &View| view.mine[&mine].standing != Standing::Withdrawn;
            self.client(who)?.until("it stands again", |state| stands(&state.view)).await?;
        }
        Ok(())
    }

    pub(super) async fn hear(&mut self, who: Who, label: &str) -> Result<()> {
        let Some(number) = self.published(label).await? else {
            return Ok(());
        };
        self.options.pace.reading().await;
        let there = |view: &View| view.messages.contains_key(&number);
        self.client(who)?.until("it sees the message", |state| there(&state.view)).await?;
        if self.attempt(who, WireCommand::Hear { number }).await?.is_some() {
            tell(&format!("{}: I hear you", self.script.member(who).name));
            self.client(who)?.until("it hears", |state| state.view.hears.contains(&number)).await?;
        }
        Ok(())
    }

    pub(super) async fn pause(&mut self, who: Who, command: WireCommand) -> Result<()> {
        self.options.pace.reading().await;
        if self.attempt(who, command).await?.is_some() {
            self.summary.pauses += 1;
            self.everybody("the room rests", |view| view.stage == RoomStage::Paused).await?;
            tell(&format!("{} pauses the room", self.script.member(who).name));
        }
        Ok(())
    }

    pub(super) async fn resume(&mut self, who: Who) -> Result<()> {
        self.options.pace.reading().await;
        if self.anyone()?.view().stage == RoomStage::Paused {
            self.attempt(who, WireCommand::Resume).await?;
            self.everybody("the room goes on", |view| view.stage != RoomStage::Paused).await?;
            tell("the room goes on");
        }
        Ok(())
    }
}
