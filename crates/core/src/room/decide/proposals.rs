//! Grave acts: proposed by one key, done by two.

use super::{Acting, Decision};
use crate::id::{PhaseIndex, ProposalId};
use crate::keys::{self, Act, KeyFault, PROPOSAL_LIFE, Proposal};
use crate::refusal::Refusal;
use crate::roles::{Side, Stage};
use crate::room::fact::Fact;
use crate::room::state::MessageState;
use crate::room::{MAX_PROPOSALS, Room};
use crate::time::{Span, Timestamp};

impl Room {
    pub(super) fn propose(&self, by: &Acting<'_>, act: Act) -> Result<Decision, Refusal> {
        self.possible(act)?;
        if self.proposals.values().any(|proposal| proposal.act == act) {
            return Err(Refusal::AlreadyProposed);
        }
        if self.proposals.len() >= MAX_PROPOSALS {
            return Err(Refusal::RoomFull {
                limit: u32::try_from(MAX_PROPOSALS).unwrap_or(u32::MAX),
            });
        }
        let proposal = ProposalId(self.proposals_made).next();
        let due = by.now.plus(PROPOSAL_LIFE);
        Ok(Decision::facts([Fact::ProposalMade { proposal, act, by: by.seat, due }]))
    }

    pub(super) fn second(&self, by: &Acting<'_>, id: ProposalId) -> Result<Decision, Refusal> {
        let proposal = self.open_proposal(id, by.now)?;
        let first = self.seat(proposal.by).ok_or(Refusal::NoSuchProposal)?;
        keys::suffice((proposal.by, first.belonging), (by.seat, by.me.belonging)).map_err(
            |fault| match fault {
                KeyFault::SamePerson => Refusal::SamePerson,
                KeyFault::SameSide => Refusal::SameSide,
            },
        )?;
        self.possible(proposal.act)?;
        let seconded = Fact::ProposalSeconded { proposal: id, act: proposal.act, by: by.seat };
        let done = self.done(proposal, by)?;
        Ok(Decision::facts(std::iter::once(seconded).chain(done)))
    }

    pub(super) fn decline(&self, by: &Acting<'_>, id: ProposalId) -> Result<Decision, Refusal> {
        // Its own proposer declines it too: that is how a key is taken back.
        let proposal = self.open_proposal(id, by.now)?;
        Ok(Decision::facts([Fact::ProposalDeclined {
            proposal: id,
            act: proposal.act,
            by: by.seat,
        }]))
    }

    fn open_proposal(&self, id: ProposalId, now: Timestamp) -> Result<&Proposal, Refusal> {
        let proposal = self.proposals.get(&id).ok_or(Refusal::NoSuchProposal)?;
        if proposal.due <= now { Err(Refusal::NoSuchProposal) } else { Ok(proposal) }
    }

    /// Could the act be done now, whoever wants it?
    fn possible(&self, act: Act) -> Result<(), Refusal> {
        match act {
            Act::Open => match self.stage() {
                Stage::Waiting => self.balanced(),
                Stage::Live | Stage::Paused | Stage::Closed => Err(Refusal::AlreadyOpen),
            },
            Act::EndEarly => match self.stage() {
                Stage::Live | Stage::Paused => Ok(()),
                Stage::Waiting => Err(Refusal::NotOpen),
                Stage::Closed => Err(Refusal::RoomClosed),
            },
            Act::RemoveMessage { number, .. } => {
                let message = self.numbered(number)?;
                match message.state {
                    MessageState::Published | MessageState::Hidden { .. } => Ok(()),
                    MessageState::Said
                    | MessageState::Held { .. }
                    | MessageState::Returned { .. }
                    | MessageState::Removed { .. }
                    | MessageState::Withdrawn { .. }
                    | MessageState::Erased => Err(Refusal::TooLate),
                }
            }
        }
    }

    /// Have enough people of each side arrived?
    fn balanced(&self) -> Result<(), Refusal> {
        let need = self.settings.as_ref().map_or(0, |settings| settings.minimum_per_side);
        for side in Side::ALL {
            let have = self.seats().filter(|(_, seat)| seat.belonging.side() == Some(side)).count();
            let have = u16::try_from(have).unwrap_or(u16::MAX);
            if have < need {
                return Err(Refusal::NotBalanced { side, have, need });
            }
        }
        Ok(())
    }

    fn done(&self, proposal: &Proposal, by: &Acting<'_>) -> Result<Vec<Fact>, Refusal> {
        Ok(match proposal.act {
            Act::Open => {
                let settings = self.settings.as_ref().ok_or(Refusal::NotOpen)?;
                let minutes = settings.agenda.first().map_or(0, |phase| phase.minutes);
                let ends = by.now.plus(Span::minutes(u64::from(minutes)));
                vec![Fact::Opened, Fact::PhaseBegan { phase: PhaseIndex(0), ends }]
            }
            Act::EndEarly => vec![Fact::Closed { early: true }],
            Act::RemoveMessage { number, reason } => {
                let message = self.numbered(number)?.names.clone();
                let by = vec![proposal.by, by.seat];
                vec![Fact::MessageRemoved { message, reason, note: None, by }]
            }
        })
    }

    /// Proposals that die because what they are about changes in these facts.
    pub(super) fn dropped_by(&self, facts: &[Fact]) -> Vec<Fact> {
        let answered = |id: &ProposalId| facts.iter().any(|fact| answers(fact, *id));
        self.proposals
            .iter()
            .filter(|(id, _)| !answered(id))
            .filter(|(_, proposal)| facts.iter().any(|fact| changes(fact, proposal)))
            .map(|(id, proposal)| Fact::ProposalDropped { proposal: *id, act: proposal.act })
            .collect()
    }
}

fn answers(fact: &Fact, id: ProposalId) -> bool {
    matches!(
        fact,
        Fact::ProposalSeconded { proposal, .. }
        | Fact::ProposalDeclined { proposal, .. }
        | Fact::ProposalExpired { proposal, .. } if *proposal == id
    )
}

/// Does the fact change what a proposal is about, or who stands behind it?
fn changes(fact: &Fact, proposal: &Proposal) -> bool {
    if let Fact::SeatLeft { seat } | Fact::SeatRoleChanged { seat, .. } = fact {
        return *seat == proposal.by;
    }
    match proposal.act {
        Act::Open => matches!(fact, Fact::Opened),
        Act::EndEarly => matches!(fact, Fact::PhaseBegan { .. } | Fact::Closed { .. }),
        Act::RemoveMessage { number, .. } => {
            let about = fact.message().and_then(|message| message.number) == Some(number);
            let changed = matches!(
                fact,
                Fact::MessageWithdrawn { .. }
                    | Fact::MessageRemoved { .. }
                    | Fact::MessageShown { .. }
            );
            about && changed
        }
    }
}
