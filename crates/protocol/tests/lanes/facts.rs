//! Samples of every fact: with and without the names that a message may lack.

use crate::kit::names;
use roundtable_core::id::{
    BodyId, MessageId, MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo,
};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{Consent, PauseReason, Reason};
use roundtable_core::room::fact::{Content, Decided, Fact, HoldReason, MessageRef, Standing};
use roundtable_core::session::Kind;
use roundtable_core::session::template::template;
use roundtable_core::time::{Span, Timestamp};
use std::collections::BTreeSet;

pub(crate) const AUTHOR: SeatNo = SeatNo(3);
const FACILITATOR: SeatNo = SeatNo(1);
const OTHER: SeatNo = SeatNo(4);
const DUE: Timestamp = Timestamp(1_795_460_403_000);

names! {
    kinds: Fact {
        Scheduled => "scheduled",
        SeatAdmitted => "seat_admitted",
        SeatIntroduced => "seat_introduced",
        SeatRoleChanged => "seat_role_changed",
        SeatLeft => "seat_left",
        ProposalMade => "proposal_made",
        ProposalSeconded => "proposal_seconded",
        ProposalDeclined => "proposal_declined",
        ProposalExpired => "proposal_expired",
        ProposalDropped => "proposal_dropped",
        Opened => "opened",
        PhaseBegan => "phase_began",
        PhaseEndMoved => "phase_end_moved",
        Paused => "paused",
        Resumed => "resumed",
        Closed => "closed",
        MessageSaid => "message_said",
        MessageHeld => "message_held",
        MessageEdited => "message_edited",
        HoldDecided => "hold_decided",
        HoldDecisionUndone => "hold_decision_undone",
        MessagePublished => "message_published",
        MessageReturned => "message_returned",
        MessageRemoved => "message_removed",
        MessageHidden => "message_hidden",
        MessageShown => "message_shown",
        MessageWithdrawn => "message_withdrawn",
        WithdrawalUndone => "withdrawal_undone",
        MessageErased => "message_erased",
        Heard => "heard",
        Unheard => "unheard",
    }
}

/// A message that is being read at the desk.
fn waiting() -> MessageRef {
    named(Some(23), None)
}

/// A message that waited and is in the room now.
fn let_in() -> MessageRef {
    named(Some(23), Some(12))
}

/// A message that never waited.
fn straight() -> MessageRef {
    named(None, Some(12))
}

fn named(desk: Option<u64>, number: Option<u64>) -> MessageRef {
    MessageRef {
        id: MessageId(14),
        author: AUTHOR,
        nonce: Nonce::parse("m-9b02c6e114").unwrap(),
        desk: desk.map(Position),
        number: number.map(MessageNumber),
    }
}

fn content() -> Content {
    Content {
        kind: Kind::Story,
        language: Language::Hy,
        text: BodyId(5),
        content_note: Some(BodyId(6)),
    }
}

fn withdrawal_undone(message: MessageRef, again: Standing) -> Fact {
    Fact::WithdrawalUndone { message, content: content(), again }
}

pub(crate) fn samples() -> Vec<Fact> {
    [people(), proposals(), course(), desk(), room(), second_thoughts()].concat()
}

pub(crate) fn held() -> Fact {
    Fact::MessageHeld { message: waiting(), content: content(), why: HoldReason::Phase }
}

/// A participant of side A arrives, and says how to be called.
pub(crate) fn participants() -> Vec<Fact> {
    vec![admitted(Role::Participant, Belonging::A), introduced(Role::Participant, Belonging::A)]
}

fn admitted(role: Role, belonging: Belonging) -> Fact {
    let consents = BTreeSet::from([Consent::TakePart]);
    Fact::SeatAdmitted { seat: AUTHOR, role, belonging, consents }
}

fn introduced(role: Role, belonging: Belonging) -> Fact {
    Fact::SeatIntroduced {
        seat: AUTHOR,
        role,
        belonging,
        writes: Language::Hy,
        reads: vec![Language::Hy, Language::En],
        name: BodyId(2),
        before: None,
    }
}

fn people() -> Vec<Fact> {
    vec![
        Fact::Scheduled { settings: template("practice").unwrap() },
        admitted(Role::Participant, Belonging::A),
        admitted(Role::Facilitator, Belonging::B),
        introduced(Role::Participant, Belonging::A),
        introduced(Role::Observer, Belonging::ThirdParty),
        Fact::SeatRoleChanged { seat: AUTHOR, role: Role::Observer },
        Fact::SeatLeft { seat: AUTHOR },
    ]
}

fn proposals() -> Vec<Fact> {
    let (proposal, act, by) = (ProposalId(1), Act::Open, FACILITATOR);
    vec![
        Fact::ProposalMade { proposal, act, by, due: DUE },
        Fact::ProposalSeconded { proposal, act, by },
        Fact::ProposalDeclined { proposal, act, by },
        Fact::ProposalExpired { proposal, act },
        Fact::ProposalDropped { proposal, act },
    ]
}

fn course() -> Vec<Fact> {
    let (phase, by) = (PhaseIndex(2), FACILITATOR);
    vec![
        Fact::Opened,
        Fact::PhaseBegan { phase, ends: DUE },
        Fact::PhaseEndMoved { phase, ends: DUE },
        Fact::Paused { by, reason: PauseReason::Rest, left: Span::minutes(5) },
        Fact::Resumed { by, ends: DUE },
        Fact::Closed { early: false },
    ]
}

fn desk() -> Vec<Fact> {
    let (reason, note, by) = (Reason::Place, Some(BodyId(7)), FACILITATOR);
    let decided = |decided| Fact::HoldDecided { message: waiting(), decided, by, due: DUE };
    vec![
        Fact::MessageSaid { message: waiting(), content: content() },
        held(),
        Fact::MessageEdited { message: waiting(), content: content(), before: vec![BodyId(5)] },
        decided(Decided::Approved),
        decided(Decided::Returned { reason, note }),
        decided(Decided::Removed { reason, note: None }),
        Fact::HoldDecisionUndone { message: waiting(), by },
        Fact::MessageReturned { message: waiting(), reason, note, by },
        Fact::MessageRemoved { message: waiting(), reason, note, by: vec![by] },
    ]
}

fn room() -> Vec<Fact> {
    let (reason, note, by) = (Reason::Place, None, FACILITATOR);
    [straight(), let_in()]
        .into_iter()
        .flat_map(|message| {
            let m = || message.clone();
            vec![
                Fact::MessagePublished { message: m(), content: content() },
                Fact::MessageHidden { message: m(), reason, note, by },
                Fact::MessageShown { message: m(), content: content(), by },
                Fact::MessageRemoved { message: m(), reason, note, by: vec![by, SeatNo(2)] },
                Fact::Heard { message: m(), by: OTHER, count: 1 },
                Fact::Unheard { message: m(), by: OTHER, count: 0 },
            ]
        })
        .collect()
}

fn second_thoughts() -> Vec<Fact> {
    let (reason, note, by) = (Reason::Place, Some(BodyId(7)), FACILITATOR);
    let withdrawn = |message| Fact::MessageWithdrawn { message, until: DUE };
    let erased = |message| Fact::MessageErased { message, bodies: vec![BodyId(5)] };
    vec![
        withdrawn(waiting()),
        withdrawn(straight()),
        withdrawn(let_in()),
        withdrawal_undone(waiting(), Standing::Held { why: HoldReason::Phase }),
        withdrawal_undone(waiting(), Standing::Returned { reason, note, by }),
        withdrawal_undone(straight(), Standing::Published),
        withdrawal_undone(let_in(), Standing::Published),
        withdrawal_undone(straight(), Standing::Hidden { reason, note, by }),
        withdrawal_undone(let_in(), Standing::Hidden { reason, note, by }),
        withdrawal_undone(waiting(), Standing::Removed { reason, note, by: vec![by] }),
        withdrawal_undone(let_in(), Standing::Removed { reason, note, by: vec![by, SeatNo(2)] }),
        erased(waiting()),
        erased(let_in()),
    ]
}
