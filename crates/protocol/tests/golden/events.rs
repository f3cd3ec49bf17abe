//! A sample of each event, in the lane that it belongs to.

use crate::Sample;
use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{PauseReason, Reason};
use roundtable_core::room::fact::HoldReason;
use roundtable_core::session::Kind;
use roundtable_core::session::template::template;
use roundtable_core::time::{Span, Timestamp};
use roundtable_protocol::event::{Outcome, Said, WireVerdict};
use roundtable_protocol::{Event, ServerFrame, WireLane};

const AT: Timestamp = Timestamp(1_795_460_400_000);
const ENDS: Timestamp = Timestamp(1_795_461_600_000);
const GRACE: Timestamp = Timestamp(1_795_460_403_000);
const UNDO: Timestamp = Timestamp(1_795_460_410_000);

const ANAHIT: SeatNo = SeatNo(1);
const RENA: SeatNo = SeatNo(2);
const LUSINE: SeatNo = SeatNo(3);
const ORKHAN: SeatNo = SeatNo(4);

fn frame(lane: WireLane, pos: u64, event: Event) -> ServerFrame {
    ServerFrame::Event { lane, pos: Position(pos), at: AT, event }
}

fn all(pos: u64, event: Event) -> ServerFrame {
    frame(WireLane::All, pos, event)
}

fn desk(pos: u64, event: Event) -> ServerFrame {
    frame(WireLane::Facilitators, pos, event)
}

fn seat(pos: u64, event: Event) -> ServerFrame {
    frame(WireLane::Seat, pos, event)
}

fn mine() -> Nonce {
    Nonce::parse("m-9b02c6e114").unwrap()
}

fn story_hy() -> Said {
    Said {
        kind: Kind::Story,
        language: Language::Hy,
        text: Some(
            "Երբ ճանապարհը բացվեց, մեկ ժամով վերադարձանք։ Մայրս ուզում էր տեսնել՝ դեռ կա՞ այն թթենին, \
             որ հայրս էր տնկել մեր դարպասի մոտ։\nԹթենին կար։ Դարպասը՝ ոչ։"
                .to_owned(),
        ),
        content_note: Some("տան կորուստ".to_owned()),
    }
}

fn story_az() -> Said {
    Said {
        kind: Kind::Story,
        language: Language::Az,
        text: Some(
            "On iki il qardaşımın məzarına gedə bilmədim. Anam hər payız soruşurdu: otunu kim \
             təmizləyir? Cavabım yox idi."
                .to_owned(),
        ),
        content_note: Some("yaxın adamın itkisi".to_owned()),
    }
}

fn plain_en() -> Said {
    Said {
        kind: Kind::Plain,
        language: Language::En,
        text: Some("Welcome. One person writes, the others read. There is no hurry.".to_owned()),
        content_note: None,
    }
}

pub(crate) fn samples() -> Vec<Sample<ServerFrame>> {
    [people(), course(), messages(), proposals(), on_the_desk(), own_seat(), own_words()].concat()
}

fn people() -> Vec<Sample<ServerFrame>> {
    vec![
        ("event-scheduled", all(1, Event::Scheduled { settings: template("practice").unwrap() })),
        (
            "event-seat-admitted",
            all(
                2,
                Event::SeatAdmitted {
                    seat: ANAHIT,
                    role: Role::Facilitator,
                    belonging: Some(Belonging::A),
                },
            ),
        ),
        (
            "event-seat-admitted--participant",
            all(4, Event::SeatAdmitted { seat: LUSINE, role: Role::Participant, belonging: None }),
        ),
        (
            "event-seat-introduced",
            all(
                6,
                Event::SeatIntroduced {
                    seat: LUSINE,
                    role: Role::Participant,
                    belonging: None,
                    name: Some("Լուսինե".to_owned()),
                    writes: Language::Hy,
                },
            ),
        ),
        (
            "event-seat-introduced--facilitator",
            all(
                5,
                Event::SeatIntroduced {
                    seat: RENA,
                    role: Role::Facilitator,
                    belonging: Some(Belonging::B),
                    name: Some("Rəna".to_owned()),
                    writes: Language::Az,
                },
            ),
        ),
        (
            "event-seat-role-changed",
            all(8, Event::SeatRoleChanged { seat: ORKHAN, role: Role::Observer }),
        ),
        ("event-seat-left", all(9, Event::SeatLeft { seat: ORKHAN })),
    ]
}

fn course() -> Vec<Sample<ServerFrame>> {
    let phase = PhaseIndex(2);
    vec![
        ("event-opened", all(10, Event::Opened)),
        ("event-phase-began", all(11, Event::PhaseBegan { phase, ends: ENDS })),
        (
            "event-phase-end-moved",
            all(12, Event::PhaseEndMoved { phase, ends: ENDS.plus(Span::minutes(5)) }),
        ),
        (
            "event-paused",
            all(
                13,
                Event::Paused { by: ANAHIT, reason: PauseReason::Rest, left: Span::minutes(12) },
            ),
        ),
        ("event-resumed", all(14, Event::Resumed { by: RENA, ends: ENDS })),
        ("event-closed", all(40, Event::Closed { early: false })),
    ]
}

fn messages() -> Vec<Sample<ServerFrame>> {
    let number = MessageNumber(12);
    vec![
        ("event-message", all(15, Event::Message { number, seat: LUSINE, said: story_hy() })),
        (
            "event-message--az",
            all(16, Event::Message { number: MessageNumber(13), seat: ORKHAN, said: story_az() }),
        ),
        (
            "event-message--en",
            all(17, Event::Message { number: MessageNumber(14), seat: ANAHIT, said: plain_en() }),
        ),
        (
            "event-message--erased",
            all(
                15,
                Event::Message {
                    number,
                    seat: LUSINE,
                    said: Said { text: None, content_note: None, ..story_hy() },
                },
            ),
        ),
        ("event-message-hidden", all(18, Event::MessageHidden { number })),
        ("event-message-removed", all(19, Event::MessageRemoved { number })),
        ("event-message-withdrawn", all(20, Event::MessageWithdrawn { number })),
        ("event-heard", all(21, Event::Heard { number, count: 5 })),
    ]
}

fn proposals() -> Vec<Sample<ServerFrame>> {
    let (proposal, due) = (ProposalId(1), AT.plus(Span::minutes(10)));
    let remove = Act::RemoveMessage { number: MessageNumber(12), reason: Reason::Place };
    vec![
        (
            "event-seat-belongs",
            desk(1, Event::SeatBelongs { seat: LUSINE, belonging: Belonging::A }),
        ),
        (
            "event-proposal-made",
            desk(2, Event::ProposalMade { proposal, act: Act::Open, by: ANAHIT, due }),
        ),
        (
            "event-proposal-made--remove-message",
            desk(9, Event::ProposalMade { proposal: ProposalId(2), act: remove, by: RENA, due }),
        ),
        ("event-proposal-seconded", desk(3, Event::ProposalSeconded { proposal, by: RENA })),
        ("event-proposal-declined", desk(3, Event::ProposalDeclined { proposal, by: RENA })),
        ("event-proposal-expired", desk(3, Event::ProposalExpired { proposal })),
        ("event-proposal-dropped", desk(3, Event::ProposalDropped { proposal })),
    ]
}

fn on_the_desk() -> Vec<Sample<ServerFrame>> {
    let (at, number) = (Position(23), MessageNumber(12));
    let decided = |verdict, reason, note: Option<&str>| Event::DeskDecided {
        desk: at,
        verdict,
        reason,
        note: note.map(str::to_owned),
        by: RENA,
        due: GRACE,
    };
    let done = |outcome, number| Event::DeskDone { desk: at, outcome, number };
    let insisted = HoldReason::Insisted {
        rule: "threat.direct".to_owned(),
        rule_set: "none".to_owned(),
        span: (0, 14),
    };
    let note = "Կարո՞ղ եք սա ասել առանց հարևանի անվան։ Ձեր գրածը պահված է։";
    vec![
        (
            "event-held",
            desk(
                23,
                Event::Held {
                    desk: at,
                    seat: LUSINE,
                    said: story_hy(),
                    why: Some(HoldReason::Phase),
                },
            ),
        ),
        (
            "event-held--edited",
            desk(24, Event::Held { desk: at, seat: LUSINE, said: story_hy(), why: None }),
        ),
        (
            "event-held--insisted",
            desk(
                25,
                Event::Held {
                    desk: Position(25),
                    seat: ORKHAN,
                    said: story_az(),
                    why: Some(insisted),
                },
            ),
        ),
        ("event-desk-decided", desk(26, decided(WireVerdict::Approved, None, None))),
        (
            "event-desk-decided--returned",
            desk(26, decided(WireVerdict::Returned, Some(Reason::ThirdPerson), Some(note))),
        ),
        ("event-desk-undone", desk(27, Event::DeskUndone { desk: at, by: RENA })),
        ("event-desk-done", desk(28, done(Outcome::Published, Some(number)))),
        ("event-desk-done--returned", desk(28, done(Outcome::Returned, None))),
        (
            "event-hidden-by",
            desk(29, Event::HiddenBy { number, reason: Reason::Place, note: None, by: ANAHIT }),
        ),
        ("event-shown-by", desk(30, Event::ShownBy { number, by: ANAHIT })),
    ]
}

fn own_seat() -> Vec<Sample<ServerFrame>> {
    let admitted = Event::YouAre {
        seat: LUSINE,
        role: Role::Participant,
        belonging: Belonging::Undeclared,
        name: None,
        writes: None,
        reads: vec![],
    };
    let introduced = Event::YouAre {
        seat: LUSINE,
        role: Role::Participant,
        belonging: Belonging::A,
        name: Some("Լուսինե".to_owned()),
        writes: Some(Language::Hy),
        reads: vec![Language::Hy, Language::En],
    };
    let number = MessageNumber(12);
    vec![
        ("event-you-are", seat(2, introduced)),
        ("event-you-are--admitted", seat(1, admitted)),
        ("event-heard-by", seat(8, Event::HeardBy { number, by: ORKHAN, on: true })),
        ("event-you-hear", seat(9, Event::YouHear { number: MessageNumber(13), on: true })),
        ("event-you-hear--off", seat(10, Event::YouHear { number: MessageNumber(13), on: false })),
    ]
}

fn own_words() -> Vec<Sample<ServerFrame>> {
    let number = MessageNumber(12);
    let note = Some("Կարո՞ղ եք սա ասել առանց հարևանի անվան։ Ձեր գրածը պահված է։".to_owned());
    vec![
        (
            "event-mine-waiting",
            seat(
                3,
                Event::MineWaiting { mine: mine(), said: story_hy(), why: Some(HoldReason::Phase) },
            ),
        ),
        (
            "event-mine-waiting--edited",
            seat(4, Event::MineWaiting { mine: mine(), said: story_hy(), why: None }),
        ),
        (
            "event-mine-published",
            seat(5, Event::MinePublished { mine: mine(), number, said: story_hy() }),
        ),
        (
            "event-mine-returned",
            seat(
                5,
                Event::MineReturned {
                    mine: mine(),
                    reason: Reason::ThirdPerson,
                    note: note.clone(),
                    by: RENA,
                },
            ),
        ),
        (
            "event-mine-removed",
            seat(
                5,
                Event::MineRemoved {
                    mine: mine(),
                    number: None,
                    reason: Reason::WholePeople,
                    note: None,
                    by: vec![RENA],
                },
            ),
        ),
        (
            "event-mine-removed--published",
            seat(
                6,
                Event::MineRemoved {
                    mine: mine(),
                    number: Some(number),
                    reason: Reason::Place,
                    note: None,
                    by: vec![ANAHIT, RENA],
                },
            ),
        ),
        (
            "event-mine-hidden",
            seat(
                6,
                Event::MineHidden { mine: mine(), number, reason: Reason::Place, note, by: ANAHIT },
            ),
        ),
        (
            "event-mine-withdrawn",
            seat(7, Event::MineWithdrawn { mine: mine(), number: Some(number), until: UNDO }),
        ),
        ("event-mine-erased", seat(11, Event::MineErased { mine: mine() })),
    ]
}
