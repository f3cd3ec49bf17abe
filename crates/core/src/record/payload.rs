//! Which facts count, and what the record keeps of them: codes, never a seat and never a text.

use crate::id::SeatNo;
use crate::roles::Belonging;
use crate::room::fact::{Decided, Fact};
use serde_json::{Value, json};

/// The name and the payload of a fact that counts; `None` for one that does not.
///
/// `belongs` tells where an acting seat stands, which is all the record says about who acted;
/// `target` is the entry of the hold that a message's later entries point back to.
pub fn payload(
    fact: &Fact,
    belongs: impl Fn(SeatNo) -> Belonging,
    target: Option<u64>,
) -> Option<(&'static str, String)> {
    let keys = |seats: &[SeatNo]| seats.iter().map(|seat| belongs(*seat)).collect::<Vec<_>>();
    let (kind, value) = match fact {
        Fact::Scheduled { settings } => ("scheduled", json!({ "settings": settings })),
        Fact::ProposalMade { act, by, .. } => {
            ("proposal_made", json!({ "act": act, "key": belongs(*by) }))
        }
        Fact::ProposalSeconded { act, by, .. } => {
            ("proposal_seconded", json!({ "act": act, "key": belongs(*by) }))
        }
        Fact::ProposalDeclined { act, by, .. } => {
            ("proposal_declined", json!({ "act": act, "key": belongs(*by) }))
        }
        Fact::ProposalExpired { act, .. } => ("proposal_expired", json!({ "act": act })),
        Fact::ProposalDropped { act, .. } => ("proposal_dropped", json!({ "act": act })),
        Fact::Opened => ("opened", json!({})),
        Fact::PhaseBegan { phase, .. } => ("phase_began", json!({ "phase": phase })),
        Fact::PhaseEndMoved { phase, .. } => ("phase_end_moved", json!({ "phase": phase })),
        Fact::Paused { by, reason, .. } => {
            ("paused", json!({ "key": belongs(*by), "reason": reason }))
        }
        Fact::Resumed { by, .. } => ("resumed", json!({ "key": belongs(*by) })),
        Fact::Closed { early } => ("closed", json!({ "early": early })),
        Fact::MessageHeld { why, .. } => ("message_held", json!({ "why": why })),
        Fact::HoldDecided { decided, by, .. } => {
            ("hold_decided", decided_value(decided, belongs(*by), target))
        }
        Fact::HoldDecisionUndone { by, .. } => {
            ("hold_decision_undone", json!({ "key": belongs(*by), "target": target }))
        }
        Fact::MessageReturned { reason, by, .. } => {
            ("message_returned", json!({ "key": belongs(*by), "reason": reason, "target": target }))
        }
        Fact::MessageRemoved { reason, by, message, .. } => (
            "message_removed",
            json!({ "keys": keys(by), "published": message.number, "reason": reason, "target": target }),
        ),
        Fact::MessageHidden { reason, by, message, .. } => (
            "message_hidden",
            json!({ "key": belongs(*by), "published": message.number, "reason": reason }),
        ),
        Fact::MessageShown { by, message, .. } => {
            ("message_shown", json!({ "key": belongs(*by), "published": message.number }))
        }
        Fact::MessageErased { message, .. } => {
            ("message_erased", json!({ "published": message.number, "target": target }))
        }
        // What people say, hear and change of their own is theirs, and who came is a contact graph.
        Fact::SeatAdmitted { .. }
        | Fact::SeatIntroduced { .. }
        | Fact::SeatRoleChanged { .. }
        | Fact::SeatLeft { .. }
        | Fact::MessageSaid { .. }
        | Fact::MessageEdited { .. }
        | Fact::MessagePublished { .. }
        | Fact::MessageWithdrawn { .. }
        | Fact::WithdrawalUndone { .. }
        | Fact::Heard { .. }
        | Fact::Unheard { .. } => return None,
    };
    Some((kind, value.to_string()))
}

fn decided_value(decided: &Decided, key: Belonging, target: Option<u64>) -> Value {
    let (verdict, reason) = match decided {
        Decided::Approved => ("approved", None),
        Decided::Returned { reason, .. } => ("returned", Some(reason)),
        Decided::Removed { reason, .. } => ("removed", Some(reason)),
    };
    json!({ "key": key, "reason": reason, "target": target, "verdict": verdict })
}

/// Which kind a counting fact has, without its payload: what `apply` needs to fold the chain.
pub(crate) fn kind(fact: &Fact) -> Option<&'static str> {
    payload(fact, |_| Belonging::Undeclared, None).map(|(kind, _)| kind)
}
