//! Between the parts, and after the last.

use super::Summary;
use super::stage::Stage;
use crate::script::Who;
use crate::view::{Shown, Standing, View};
use anyhow::{Result, bail};
use roundtable_core::roles::Role;
use roundtable_core::session::Kind;

impl Stage<'_> {
    /// Those whom the script does not know say a line of the Declaration when people arrive; and
    /// nothing is left waiting at the end of a part.
    pub(super) async fn end_of_part(&mut self, index: usize) -> Result<()> {
        if self.script.parts[index].phase == "arriving" {
            self.fill().await?;
        }
        self.clear_the_desk().await?;
        let labels: Vec<String> = self.said.keys().cloned().collect();
        for label in labels {
            self.published(&label).await?;
        }
        Ok(())
    }

    async fn fill(&mut self) -> Result<()> {
        let participants = self.cast.companions.keys().filter(|who| who.role == Role::Participant);
        let unknown: Vec<Who> =
            participants.filter(|who| !self.script.knows(**who)).copied().collect();
        for who in unknown {
            let text = self.script.filler[&self.language(who)].clone();
            self.say(who, &who.to_string(), Kind::Plain, text, None).await?;
        }
        Ok(())
    }

    /// Compares what everybody saw, and counts it.
    pub(super) async fn summary(mut self) -> Result<Summary> {
        let reference = self.anyone()?.view();
        self.everybody("it sees what the others see", |view| view.messages == reference.messages)
            .await?;
        self.check_words(&reference)?;
        for (who, client) in &self.cast.companions {
            if let Some(fault) = client.state().faults.first() {
                bail!("{who} was sent something twice or missed something: {fault}");
            }
        }
        if let Some(leader) = self.leader() {
            self.summary.held = self.client(leader)?.view().desk.len();
        }
        let shown = |wanted| reference.messages.values().filter(|m| m.shown == wanted).count();
        self.summary.messages = shown(Shown::Published);
        self.summary.withdrawn = shown(Shown::Withdrawn);
        self.summary.heard = reference.messages.values().map(|message| message.heard).sum();
        Ok(self.summary)
    }

    /// Every line of the script that was published stands there byte for byte. Where people take
    /// part, they may have decided otherwise.
    fn check_words(&self, room: &View) -> Result<()> {
        for (label, said) in &self.said {
            let mine = self.cast.companions[&said.who].view().mine[&said.nonce].clone();
            let shown = mine.number.and_then(|number| room.messages.get(&number));
            let text = shown.and_then(|message| message.said.text.as_deref());
            let expected = match mine.standing {
                Standing::Published => text == Some(said.text.as_str()),
                Standing::Withdrawn | Standing::Erased => text.is_none(),
                Standing::Waiting
                | Standing::Returned(_)
                | Standing::Removed(_)
                | Standing::Hidden(_) => false,
            };
            if !expected && self.cast.people.is_empty() {
                bail!(
                    "{label} of {} ended as {:?} with the text {text:?}",
                    said.who,
                    mine.standing
                );
            }
        }
        Ok(())
    }
}
