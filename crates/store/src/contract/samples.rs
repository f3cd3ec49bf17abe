//! Things to store. What a test does not name is as plain as it can be.

use crate::directory::Session;
use crate::log::{Append, SealedBody};
use roundtable_core::id::{BodyId, MessageId, Nonce, PhaseIndex, Position, RoomId, SeatNo, Seq};
use roundtable_core::language::Language;
use roundtable_core::record::{Digest, Entry, Opening};
use roundtable_core::room::command::Actor;
use roundtable_core::room::fact::{Content, FACT_VERSION, Fact, Lane, MessageRef};
use roundtable_core::room::row::{BodyClass, LanePlace, Row};
use roundtable_core::session::Kind;
use roundtable_core::session::template::template;
use roundtable_core::time::Timestamp;

/// A room's name.
pub fn room(n: u8) -> RoomId {
    RoomId::from_bytes([n; 16])
}

/// A nonce.
pub fn nonce(text: &str) -> Nonce {
    Nonce::parse(text).unwrap()
}

/// A digest of one byte repeated.
pub fn digest(n: u8) -> Digest {
    Digest([n; 32])
}

/// A row whose facts depend on its place.
pub fn row(room: RoomId, seq: u64) -> Row {
    let by = [Actor::System, Actor::Organizer, Actor::Seat(SeatNo(7))];
    Row {
        room,
        seq: Seq(seq),
        at: at(seq),
        by: by[usize::try_from(seq % 3).unwrap()],
        nonce: (!seq.is_multiple_of(3)).then(|| nonce(&format!("nonce-{seq:08}"))),
        version: FACT_VERSION,
        facts: facts(seq),
        commitments: vec![digest(3); usize::try_from(seq % 3).unwrap()],
    }
}

fn facts(seq: u64) -> Vec<Fact> {
    match seq % 3 {
        0 => vec![Fact::Opened, Fact::PhaseBegan { phase: PhaseIndex(0), ends: at(seq + 60) }],
        1 => vec![said(seq)],
        _ => vec![Fact::PhaseBegan { phase: PhaseIndex(1), ends: at(seq) }],
    }
}

fn said(seq: u64) -> Fact {
    let message = MessageRef {
        id: MessageId(seq),
        author: SeatNo(7),
        nonce: nonce(&format!("nonce-{seq:08}")),
        desk: None,
        number: None,
    };
    let content = Content {
        kind: Kind::Story,
        language: Language::Hy,
        text: BodyId(seq),
        content_note: None,
    };
    Fact::MessageSaid { message, content }
}

fn at(seq: u64) -> Timestamp {
    Timestamp(1_795_000_000_000 + i64::try_from(seq).unwrap())
}

/// A sealed text.
pub fn body(n: u64) -> SealedBody {
    let byte = u8::try_from(n % 251).unwrap();
    SealedBody {
        body: BodyId(n),
        class: if n.is_multiple_of(2) { BodyClass::Words } else { BodyClass::Names },
        salt: vec![byte; 16],
        sealed: (0..=byte).collect(),
    }
}

/// A place in the lane of all.
pub fn place(seq: u64) -> LanePlace {
    LanePlace { lane: Lane::All, position: Position(seq), seq: Seq(seq), fact: 0 }
}

/// An entry of the record; every second one is erased.
pub fn entry(room: RoomId, n: u64) -> Entry {
    let opening = Opening { key: digest(9), payload: "{\"ə\":\"Բարև\"}".to_owned() };
    Entry {
        n,
        room,
        minute: 29_916_666 + i64::try_from(n).unwrap(),
        kind: "phase_began".to_owned(),
        commitment: digest(1),
        head: digest(2),
        opening: (n % 2 == 1).then_some(opening),
    }
}

/// The next `count` rows after `expected`, each with a body, a place and an entry of its number.
pub fn append(room: RoomId, expected: u64, count: u64) -> Append {
    let seqs = || expected + 1..=expected + count;
    Append {
        room,
        expected: Seq(expected),
        rows: seqs().map(|seq| row(room, seq)).collect(),
        places: seqs().map(place).collect(),
        bodies: seqs().map(body).collect(),
        entries: seqs().map(|n| entry(room, n)).collect(),
        deadline: None,
    }
}

/// A practice session.
pub fn session(room: RoomId, created_at: i64) -> Session {
    Session {
        room,
        series: "series-1".to_owned(),
        template: "practice".to_owned(),
        settings: template("practice").unwrap(),
        kid_words: "words-1".to_owned(),
        kid_names: "names-1".to_owned(),
        created_at: Timestamp(created_at),
    }
}
