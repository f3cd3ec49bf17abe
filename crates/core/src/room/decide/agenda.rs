//! The agenda in motion: phases, pause, the end.

use super::{Acting, Decision};
use crate::id::PhaseIndex;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::room::command::PauseReason;
use crate::room::fact::Fact;
use crate::room::state::{Live, StageState};
use crate::time::{Span, Timestamp};

/// The furthest that the soft end of a phase can be moved from now.
const LONGEST_PHASE: Span = Span::minutes(240);

impl Room {
    pub(super) fn pause(&self, by: &Acting<'_>, reason: PauseReason) -> Result<Decision, Refusal> {
        let live = self.live().ok_or(Refusal::NotOpen)?;
        let left = live.ends.since(by.now);
        Ok(Decision::facts([Fact::Paused { by: by.seat, reason, left }]))
    }

    pub(super) fn resume(&self, by: &Acting<'_>) -> Result<Decision, Refusal> {
        match &self.stage {
            StageState::Paused { left, .. } => {
                Ok(Decision::facts([Fact::Resumed { by: by.seat, ends: by.now.plus(*left) }]))
            }
            StageState::Waiting | StageState::Live(_) | StageState::Closed => Err(Refusal::NotOpen),
        }
    }

    pub(super) fn next_phase(
        &self,
        by: &Acting<'_>,
        from: PhaseIndex,
    ) -> Result<Decision, Refusal> {
        self.running(from)?;
        self.begin(from.next(), by.now)
    }

    pub(super) fn previous_phase(
        &self,
        by: &Acting<'_>,
        from: PhaseIndex,
    ) -> Result<Decision, Refusal> {
        self.running(from)?;
        let before = from.0.checked_sub(1).ok_or(Refusal::NoSuchPhase)?;
        self.begin(PhaseIndex(before), by.now)
    }

    fn begin(&self, phase: PhaseIndex, now: Timestamp) -> Result<Decision, Refusal> {
        let agenda = self.settings.as_ref().map(|settings| settings.agenda.as_slice());
        let begun =
            agenda.unwrap_or_default().get(usize::from(phase.0)).ok_or(Refusal::NoSuchPhase)?;
        let ends = now.plus(Span::minutes(u64::from(begun.minutes)));
        Ok(Decision::facts([Fact::PhaseBegan { phase, ends }]))
    }

    pub(super) fn move_phase_end(
        &self,
        by: &Acting<'_>,
        from: PhaseIndex,
        minutes: i16,
    ) -> Result<Decision, Refusal> {
        let live = self.running(from)?;
        let moved = Timestamp(live.ends.0.saturating_add(i64::from(minutes) * 60_000));
        let ends = moved.clamp(by.now, by.now.plus(LONGEST_PHASE));
        Ok(Decision::facts([Fact::PhaseEndMoved { phase: from, ends }]))
    }

    pub(super) fn close(&self) -> Result<Decision, Refusal> {
        let live = self.live().ok_or(Refusal::NotOpen)?;
        let phases = self.settings.as_ref().map_or(0, |settings| settings.agenda.len());
        if usize::from(live.phase.0) + 1 < phases {
            return Err(Refusal::NeedsSecondKey);
        }
        Ok(Decision::facts([Fact::Closed { early: false }]))
    }

    /// The phase that runs, if it is the one that the facilitator saw.
    fn running(&self, seen: PhaseIndex) -> Result<&Live, Refusal> {
        let live = self.live().ok_or(Refusal::NotOpen)?;
        if live.phase == seen {
            Ok(live)
        } else {
            Err(Refusal::PhaseHasChanged { now: live.phase })
        }
    }
}
