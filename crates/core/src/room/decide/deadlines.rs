//! What falls due by itself. One tick settles the first thing that is due; the shell ticks again
//! while something is.

use super::Decision;
use crate::id::{MessageId, ProposalId};
use crate::room::Room;
use crate::room::fact::{Decided, Fact};
use crate::room::state::{Due, MessageState, PendingDecision};
use crate::time::Timestamp;

impl Room {
    pub(super) fn tick(&self, now: Timestamp) -> Decision {
        match self.due.first() {
            Some((at, due)) if *at <= now => Decision::facts(match due {
                Due::Decision(id) => self.take_effect(*id),
                Due::Erasure(id) => self.erase(*id),
                Due::Proposal(id) => self.expire(*id),
            }),
            Some(_) | None => Decision::nothing(),
        }
    }

    fn take_effect(&self, id: MessageId) -> Option<Fact> {
        let message = self.messages.get(&id)?;
        let MessageState::Held { pending: Some(PendingDecision { decided, by, .. }), .. } =
            &message.state
        else {
            return None;
        };
        let names = message.names.clone();
        Some(match decided {
            Decided::Approved => Fact::MessagePublished {
                message: self.published(&names),
                content: message.content.clone(),
            },
            Decided::Returned { reason, note } => {
                Fact::MessageReturned { message: names, reason: *reason, note: *note, by: *by }
            }
            Decided::Removed { reason, note } => {
                Fact::MessageRemoved { message: names, reason: *reason, note: *note, by: vec![*by] }
            }
        })
    }

    fn erase(&self, id: MessageId) -> Option<Fact> {
        let message = self.messages.get(&id)?;
        Some(Fact::MessageErased { message: message.names.clone(), bodies: message.bodies() })
    }

    fn expire(&self, id: ProposalId) -> Option<Fact> {
        let proposal = self.proposals.get(&id)?;
        Some(Fact::ProposalExpired { proposal: id, act: proposal.act })
    }
}
