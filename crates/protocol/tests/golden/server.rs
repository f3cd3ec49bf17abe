//! A sample of each frame that the server sends, but for events; each refusal has its own.

use crate::Sample;
use roundtable_core::id::{Nonce, PhaseIndex, Position, SeatNo};
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Intent, Role, Side, Stage};
use roundtable_core::session::Kind;
use roundtable_core::text::TextFault;
use roundtable_core::time::Timestamp;
use roundtable_protocol::{CloseCode, PROTOCOL, Positions, ServerFrame};

fn nonce() -> Nonce {
    Nonce::parse("c-4f1d8a52b7").unwrap()
}

fn welcome(role: Role, stream: Option<&str>) -> ServerFrame {
    let desk = if role == Role::Facilitator { 23 } else { 0 };
    ServerFrame::Welcome {
        protocol: PROTOCOL,
        now: Timestamp(1_795_460_400_000),
        seat: SeatNo(3),
        role,
        heads: Positions {
            all: Position(41),
            facilitators: Position(desk),
            interpreters: Position(0),
            seat: Position(7),
        },
        stream: stream.map(str::to_owned),
    }
}

pub(crate) fn samples() -> Vec<Sample<ServerFrame>> {
    frames().into_iter().chain(room_refusals()).chain(other_refusals()).collect()
}

fn frames() -> Vec<Sample<ServerFrame>> {
    vec![
        ("welcome", welcome(Role::Participant, None)),
        ("welcome--facilitator", welcome(Role::Facilitator, None)),
        ("welcome--stream", welcome(Role::Participant, Some("5b1c77f02ad94e6e8d3b90c6a1f4e752"))),
        ("caught-up", ServerFrame::CaughtUp),
        ("done", ServerFrame::Done { nonce: nonce() }),
        (
            "presence",
            ServerFrame::Presence {
                here: vec![SeatNo(1), SeatNo(2), SeatNo(3), SeatNo(4)],
                observers: 2,
            },
        ),
        ("bye", ServerFrame::Bye { why: CloseCode::Restarting, retry_ms: Some(1_500) }),
        ("bye--replaced", ServerFrame::Bye { why: CloseCode::Replaced, retry_ms: None }),
    ]
}

fn refused(name: &'static str, refusal: Refusal) -> Sample<ServerFrame> {
    (name, ServerFrame::Refused { nonce: nonce(), refusal })
}

fn room_refusals() -> Vec<Sample<ServerFrame>> {
    let not_permitted =
        Refusal::NotPermitted { role: Role::Observer, intent: Intent::Say, stage: Stage::Live };
    vec![
        refused("refused-not-permitted", not_permitted),
        refused("refused-room-paused", Refusal::RoomPaused),
        refused("refused-not-open", Refusal::NotOpen),
        refused("refused-room-closed", Refusal::RoomClosed),
        refused("refused-already-open", Refusal::AlreadyOpen),
        refused("refused-no-such-seat", Refusal::NoSuchSeat),
        refused("refused-not-introduced", Refusal::NotIntroduced),
        refused("refused-only-facilitators-write", Refusal::OnlyFacilitatorsWrite),
        refused(
            "refused-kind-not-here",
            Refusal::KindNotHere { kinds: vec![Kind::Plain, Kind::Reflection] },
        ),
        refused(
            "refused-bad-text",
            Refusal::BadText { fault: TextFault::TooLong { limit: 2_000 } },
        ),
        refused(
            "refused-bad-text--forbidden",
            Refusal::BadText { fault: TextFault::Forbidden { code_point: 0x202E } },
        ),
        refused(
            "refused-reconsider",
            Refusal::Reconsider { rule: "threat.direct".to_owned(), span: (0, 14) },
        ),
        refused("refused-no-such-message", Refusal::NoSuchMessage),
        refused("refused-too-late", Refusal::TooLate),
        refused("refused-already-decided", Refusal::AlreadyDecided { by: SeatNo(2) }),
        refused("refused-own-message", Refusal::OwnMessage),
    ]
}

fn other_refusals() -> Vec<Sample<ServerFrame>> {
    vec![
        refused("refused-no-such-proposal", Refusal::NoSuchProposal),
        refused("refused-already-proposed", Refusal::AlreadyProposed),
        refused("refused-same-person", Refusal::SamePerson),
        refused("refused-same-side", Refusal::SameSide),
        refused("refused-not-balanced", Refusal::NotBalanced { side: Side::B, have: 2, need: 3 }),
        refused("refused-side-is-fixed", Refusal::SideIsFixed),
        refused("refused-keys-are-fixed", Refusal::KeysAreFixed),
        refused("refused-name-taken", Refusal::NameTaken),
        refused("refused-phase-has-changed", Refusal::PhaseHasChanged { now: PhaseIndex(3) }),
        refused("refused-no-such-phase", Refusal::NoSuchPhase),
        refused("refused-needs-second-key", Refusal::NeedsSecondKey),
        refused("refused-room-full", Refusal::RoomFull { limit: 100_000 }),
        refused("refused-too-many-waiting", Refusal::TooManyWaiting { limit: 5 }),
        refused("refused-busy", Refusal::Busy { retry_ms: 250 }),
        refused("refused-too-fast", Refusal::TooFast { retry_ms: 1_000 }),
        refused("refused-bad-command", Refusal::BadCommand),
    ]
}
