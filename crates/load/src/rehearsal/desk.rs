//! What waits for a facilitator.

use super::stage::{Stage, has_moved};
use super::tell;
use crate::script::Who;
use crate::view::{Held, Standing, View};
use anyhow::Result;
use roundtable_core::id::Position;
use roundtable_core::room::command::Reason;
use roundtable_protocol::WireCommand;

impl Stage<'_> {
    /// A facilitator decides about a message that waits: back to its author with a reason and a note, or
    /// into the room. A person gets her time; then a companion does it in her place.
    pub(super) async fn decide(
        &mut self,
        who: Who,
        label: &str,
        back: Option<(Reason, String)>,
    ) -> Result<()> {
        let Some(said) = self.said.get(label).cloned() else {
            return Ok(());
        };
        self.options.pace.reading().await;
        let decider =
            if self.cast.companions.contains_key(&who) { Some(who) } else { self.leader() };
        if self.cast.people.contains(&who) {
            let author = &self.cast.companions[&said.who];
            let patience = self.options.pace.patience_with_people();
            tell(&format!(
                "   a message waits for you; in {} s a companion decides",
                patience.as_secs()
            ));
            self.wait_at_most(patience, author, |view| has_moved(view, &said.nonce)).await?;
        }
        let waits = self.standing(label) == Some(Standing::Waiting);
        let Some(decider) = decider.filter(|_| waits) else {
            return Ok(());
        };
        let seat = self.cast.companions[&said.who].seat.seat;
        let this = |held: &Held| {
            held.seat == seat
                && held.said.as_ref().is_some_and(|s| s.text.as_deref() == Some(&said.text))
        };
        let desk = self
            .client(decider)?
            .until_some("the message is on the desk", |state| on_desk(&state.view, &this))
            .await?;
        let verb = if back.is_some() { "returns" } else { "approves" };
        let command = match back {
            Some((reason, note)) => WireCommand::Return { desk, reason, note: Some(note) },
            None => WireCommand::Approve { desk },
        };
        if self.attempt(decider, command).await?.is_some() {
            tell(&format!("{} {verb} a message", self.script.member(decider).name));
        }
        Ok(())
    }

    /// Approves what people wrote and nobody has decided.
    pub(super) async fn clear_the_desk(&mut self) -> Result<()> {
        let Some(leader) = self.leader() else {
            return Ok(());
        };
        if self.waiting(leader)?.is_empty() {
            return Ok(());
        }
        self.leave_to_facilitator("decide what waits", |view| !view.desk.values().any(Held::waits))
            .await?;
        for desk in self.waiting(leader)? {
            self.attempt(leader, WireCommand::Approve { desk }).await?;
        }
        Ok(())
    }

    fn waiting(&mut self, leader: Who) -> Result<Vec<Position>> {
        let view = self.client(leader)?.view();
        Ok(view.desk.iter().filter(|(_, held)| held.waits()).map(|(desk, _)| *desk).collect())
    }
}

fn on_desk(view: &View, this: &impl Fn(&Held) -> bool) -> Option<Position> {
    view.desk.iter().find(|(_, held)| this(held)).map(|(desk, _)| *desk)
}
