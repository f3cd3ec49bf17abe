//! Opening, phases, closing: what needs a facilitator's key or hand.
//!
//! What a person may want to try herself is left to her for a while.

use super::stage::Stage;
use super::tell;
use crate::script::Part;
use anyhow::{Context, Result, bail};
use roundtable_core::id::PhaseIndex;
use roundtable_core::keys::Act;
use roundtable_core::roles::Stage as RoomStage;
use roundtable_protocol::WireCommand;

impl Stage<'_> {
    /// Two keys open the room. A person's proposal is seconded; nobody's is made for her.
    pub(super) async fn open(&mut self) -> Result<()> {
        match (self.cast.facilitators().as_slice(), self.cast.person_facilitates()) {
            ([first, second, ..], false) => {
                let (first, second) = (*first, *second);
                self.client(first)?.act(WireCommand::Propose { act: Act::Open }).await?;
                self.second(second).await?;
            }
            ([key, ..], true) => {
                tell("waiting until you propose to open");
                self.second(*key).await?;
            }
            ([_], false) => bail!("opening needs two keys, and there is one facilitator"),
            ([], _) => tell("waiting until the facilitators open the room"),
        }
        self.everybody("the room is open", |view| view.stage == RoomStage::Live).await?;
        tell("the room is open");
        Ok(())
    }

    async fn second(&mut self, who: crate::script::Who) -> Result<()> {
        let client = self.client(who)?;
        let proposal = client
            .until_some("the opening is proposed", |state| state.view.waiting_proposal(Act::Open))
            .await?;
        client.act(WireCommand::Second { proposal }).await?;
        Ok(())
    }

    /// Moves on to a phase, unless a person does.
    pub(super) async fn begin_phase(&mut self, index: usize, part: &Part) -> Result<()> {
        let phase = PhaseIndex(u16::try_from(index)?);
        if index > 0 {
            self.leave_to_facilitator("move on to the next phase", |view| {
                view.phase >= Some(phase)
            })
            .await?;
            let from = PhaseIndex(phase.0 - 1);
            if self.anyone()?.view().phase == Some(from) && self.leader().is_some() {
                self.lead(WireCommand::NextPhase { from }).await?;
            }
        }
        self.everybody("the phase begins", |view| view.phase >= Some(phase)).await?;
        tell(&format!("— {} —", part.phase));
        Ok(())
    }

    /// Ends the meeting in its last phase, unless a person does.
    pub(super) async fn close(&mut self) -> Result<()> {
        self.leave_to_facilitator("close the meeting", |view| view.stage == RoomStage::Closed)
            .await?;
        if self.anyone()?.view().stage != RoomStage::Closed && self.leader().is_some() {
            self.lead(WireCommand::Close).await?;
        }
        self.everybody("the meeting is closed", |view| view.stage == RoomStage::Closed).await?;
        tell("the meeting is closed");
        Ok(())
    }

    /// A command of the companion who leads.
    pub(super) async fn lead(&mut self, command: WireCommand) -> Result<()> {
        let leader = self.leader().context("no companion has a key")?;
        self.attempt(leader, command).await?;
        Ok(())
    }
}
