//! Facts are for ever: every shape that was ever written stays readable.
//!
//! `tests/golden/facts` holds one frozen file for each fact. A new variant does not compile here
//! until it has a line in the table below, and does not pass until its file lies there. A file that
//! exists is never changed: when it no longer fits, the facts' version goes up instead.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests may fail as the tests do")]

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
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::path::PathBuf;

const SEAT: SeatNo = SeatNo(3);
const FACILITATOR: SeatNo = SeatNo(1);
const OTHER_FACILITATOR: SeatNo = SeatNo(2);
const DUE: Timestamp = Timestamp(1_795_000_003_000);
const NOTE: Option<BodyId> = Some(BodyId(44));

/// From one table: which file a fact belongs to, and a sample of each.
macro_rules! table {
    ($($file:literal: $variant:ident $fields:tt)*) => {
        fn file_of(fact: &Fact) -> &'static str {
            match fact {
                $(Fact::$variant { .. } => $file,)*
            }
        }

        fn samples() -> Vec<Fact> {
            vec![$(Fact::$variant $fields),*]
        }
    };
}

table! {
    "scheduled": Scheduled { settings: template("practice").unwrap() }
    "seat_admitted": SeatAdmitted {
        seat: SEAT,
        role: Role::Participant,
        belonging: Belonging::Undeclared,
        consents: BTreeSet::from([Consent::TakePart, Consent::Summary]),
    }
    "seat_introduced": SeatIntroduced {
        seat: SEAT,
        role: Role::Participant,
        belonging: Belonging::A,
        writes: Language::Hy,
        reads: vec![Language::Hy, Language::En],
        name: BodyId(7),
            before: None,
        }
    "seat_role_changed": SeatRoleChanged { seat: SEAT, role: Role::Observer }
    "seat_left": SeatLeft { seat: SEAT }
    "proposal_made": ProposalMade {
        proposal: ProposalId(1),
        act: Act::Open,
        by: FACILITATOR,
        due: DUE,
    }
    "proposal_seconded": ProposalSeconded {
        proposal: ProposalId(1),
        act: Act::Open,
        by: OTHER_FACILITATOR,
    }
    "proposal_declined": ProposalDeclined {
        proposal: ProposalId(2),
        act: Act::EndEarly,
        by: OTHER_FACILITATOR,
    }
    "proposal_expired": ProposalExpired { proposal: ProposalId(2), act: Act::EndEarly }
    "proposal_dropped": ProposalDropped {
        proposal: ProposalId(3),
        act: Act::RemoveMessage { number: MessageNumber(5), reason: Reason::WholePeople },
    }
    "opened": Opened {}
    "phase_began": PhaseBegan { phase: PhaseIndex(0), ends: DUE }
    "phase_end_moved": PhaseEndMoved { phase: PhaseIndex(2), ends: DUE }
    "paused": Paused { by: FACILITATOR, reason: PauseReason::Rest, left: Span(61_000) }
    "resumed": Resumed { by: OTHER_FACILITATOR, ends: DUE }
    "closed": Closed { early: true }
    "message_said": MessageSaid { message: fresh(), content: content() }
    "message_held": MessageHeld { message: held(), content: content(), why: HoldReason::Phase }
    "message_edited": MessageEdited {
        message: held(),
        content: content(),
        before: vec![BodyId(8), BodyId(9)],
    }
    "hold_decided": HoldDecided {
        message: held(),
        decided: Decided::Returned { reason: Reason::ThirdPerson, note: NOTE },
        by: FACILITATOR,
        due: DUE,
    }
    "hold_decision_undone": HoldDecisionUndone { message: held(), by: FACILITATOR }
    "message_published": MessagePublished { message: published(), content: content() }
    "message_returned": MessageReturned {
        message: held(),
        reason: Reason::Place,
        note: NOTE,
        by: FACILITATOR,
    }
    "message_removed": MessageRemoved {
        message: published(),
        reason: Reason::WholePeople,
        note: NOTE,
        by: vec![FACILITATOR, OTHER_FACILITATOR],
    }
    "message_hidden": MessageHidden {
        message: published(),
        reason: Reason::Graphic,
        note: None,
        by: FACILITATOR,
    }
    "message_shown": MessageShown { message: published(), content: content(), by: FACILITATOR }
    "message_withdrawn": MessageWithdrawn { message: published(), until: DUE }
    "withdrawal_undone": WithdrawalUndone {
        message: published(),
        content: content(),
        again: Standing::Hidden { reason: Reason::Other, note: NOTE, by: FACILITATOR },
    }
    "message_erased": MessageErased { message: published(), bodies: vec![BodyId(8), BodyId(9)] }
    "heard": Heard { message: published(), by: OTHER_FACILITATOR, count: 4 }
    "unheard": Unheard { message: published(), by: OTHER_FACILITATOR, count: 3 }
}

fn fresh() -> MessageRef {
    let nonce = Nonce::parse("nonce-0001").unwrap();
    MessageRef { id: MessageId(12), author: SEAT, nonce, desk: None, number: None }
}

fn held() -> MessageRef {
    MessageRef { desk: Some(Position(21)), ..fresh() }
}

fn published() -> MessageRef {
    MessageRef { number: Some(MessageNumber(5)), ..held() }
}

fn content() -> Content {
    Content {
        kind: Kind::Story,
        language: Language::Hy,
        text: BodyId(8),
        content_note: Some(BodyId(9)),
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/facts")
}

fn frozen(name: &str, fact: &Fact) -> String {
    let path = folder().join(format!("{name}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|_| {
        let today = serde_json::to_string_pretty(fact).unwrap();
        panic!(
            "tests/golden/facts/{name}.json is missing; if this is its shape, freeze it:\n{today}"
        )
    })
}

#[test]
fn every_frozen_fact_is_read_as_it_was_meant_and_written_as_it_was() {
    for fact in samples() {
        let name = file_of(&fact);
        let json = frozen(name, &fact);
        assert_eq!(serde_json::from_str::<Fact>(&json).unwrap(), fact, "{name}");
        let frozen: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_value(&fact).unwrap(), frozen, "{name}");
        assert_eq!(frozen["fact"], name, "the file bears the fact's name");
    }
}

#[test]
fn every_fact_has_one_sample_and_no_file_is_left_over() {
    let samples = samples();
    let names: BTreeSet<_> = samples.iter().map(file_of).collect();
    assert_eq!(names.len(), samples.len());
    let files: BTreeSet<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files, names.iter().map(|name| format!("{name}.json")).collect());
}

/// Variants inside facts, frozen as they are.
fn stays<T: DeserializeOwned + Serialize>(frozen: &[&str]) {
    for json in frozen {
        let value: T = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), *json);
    }
}

#[test]
fn the_variants_inside_are_read_and_written_as_they_were() {
    stays::<HoldReason>(&[
        r#"{"because":"phase"}"#,
        r#"{"because":"rule","rule":"r","rule_set":"s-1","span":[0,4]}"#,
        r#"{"because":"insisted","rule":"r","rule_set":"s-1","span":[0,4]}"#,
        r#"{"because":"returned"}"#,
    ]);
    stays::<Decided>(&[
        r#"{"verdict":"approved"}"#,
        r#"{"verdict":"returned","reason":"place","note":44}"#,
        r#"{"verdict":"removed","reason":"off_topic"}"#,
    ]);
    stays::<Standing>(&[
        r#"{"standing":"held","why":{"because":"phase"}}"#,
        r#"{"standing":"returned","reason":"other","note":44,"by":1}"#,
        r#"{"standing":"published"}"#,
        r#"{"standing":"hidden","reason":"graphic","by":1}"#,
        r#"{"standing":"removed","reason":"graphic","note":44,"by":[1,2]}"#,
    ]);
}

#[test]
fn a_field_that_came_later_may_be_absent() {
    let old = r#"{"fact":"message_hidden","message":{"id":1,"author":3,"nonce":"nonce-0001"},
        "reason":"other","by":1}"#;
    let fact: Fact = serde_json::from_str(old).unwrap();
    assert_eq!(file_of(&fact), "message_hidden");
}
