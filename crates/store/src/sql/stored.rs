//! Rows of the tables as they lie there, and how each is read: column by column, never guessed.

use super::cells::Reading;
use crate::directory::{Invitation, Session, SignIn};
use crate::error::StoreError;
use crate::jobs::{ClaimedJob, Job};
use crate::log::{SealedBody, Snapshot};
use crate::upcast;
use roundtable_core::id::{BodyId, Nonce, Position, RoomId, SeatNo, Seq};
use roundtable_core::record::{Entry, Opening};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_core::time::Timestamp;
use sqlx::FromRow;

#[derive(FromRow)]
pub(super) struct StoredRow {
    seq: i64,
    at: i64,
    actor: String,
    nonce: Option<String>,
    version: i64,
    facts: String,
    commitments: String,
}

impl StoredRow {
    pub(super) fn read(self, room: RoomId) -> Result<Row, StoreError> {
        let key = format!("{room} {}", self.seq);
        let reading = Reading { table: "room_rows", key: &key };
        let version = reading.natural("version", self.version)?;
        let nonce =
            |text: String| Nonce::parse(&text).ok_or_else(|| reading.corrupt("nonce", "no nonce"));
        Ok(Row {
            room,
            seq: Seq(reading.natural("seq", self.seq)?),
            at: Timestamp(self.at),
            by: reading.actor("actor", &self.actor)?,
            nonce: self.nonce.map(nonce).transpose()?,
            version,
            facts: upcast::facts(version, &self.facts)
                .map_err(|error| reading.corrupt("facts", error))?,
            commitments: reading.json("commitments", &self.commitments)?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredPlace {
    position: i64,
    seq: i64,
    fact: i64,
}

impl StoredPlace {
    pub(super) fn read(self, room: RoomId, lane: Lane) -> Result<LanePlace, StoreError> {
        let key = format!("{room} {lane:?} {}", self.position);
        let reading = Reading { table: "room_lanes", key: &key };
        Ok(LanePlace {
            lane,
            position: Position(reading.natural("position", self.position)?),
            seq: Seq(reading.natural("seq", self.seq)?),
            fact: reading.natural("fact", self.fact)?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredBody {
    body: i64,
    class: String,
    salt: String,
    sealed: String,
}

impl StoredBody {
    pub(super) fn read(self, room: RoomId) -> Result<SealedBody, StoreError> {
        let key = format!("{room} {}", self.body);
        let reading = Reading { table: "bodies", key: &key };
        Ok(SealedBody {
            body: BodyId(reading.natural("body", self.body)?),
            class: reading.word("class", &self.class)?,
            salt: reading.bytes("salt", &self.salt)?,
            sealed: reading.bytes("sealed", &self.sealed)?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredEntry {
    n: i64,
    minute: i64,
    kind: String,
    commitment: String,
    head: String,
    entry_key: Option<String>,
    payload: Option<String>,
}

impl StoredEntry {
    pub(super) fn read(self, room: RoomId) -> Result<Entry, StoreError> {
        let key = format!("{room} {}", self.n);
        let reading = Reading { table: "record_entries", key: &key };
        let open = |(key, payload): (String, String)| {
            reading.digest("entry_key", &key).map(|key| Opening { key, payload })
        };
        Ok(Entry {
            n: reading.natural("n", self.n)?,
            room,
            minute: self.minute,
            kind: self.kind,
            commitment: reading.digest("commitment", &self.commitment)?,
            head: reading.digest("head", &self.head)?,
            opening: self.entry_key.zip(self.payload).map(open).transpose()?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredSnapshot {
    seq: i64,
    version: i64,
    json: String,
}

impl StoredSnapshot {
    pub(super) fn read(self, room: RoomId) -> Result<Snapshot, StoreError> {
        let key = room.to_string();
        let reading = Reading { table: "room_snapshots", key: &key };
        Ok(Snapshot {
            seq: Seq(reading.natural("seq", self.seq)?),
            version: reading.natural("version", self.version)?,
            json: self.json,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredSession {
    room: String,
    series: String,
    template: String,
    settings: String,
    kid_words: String,
    kid_names: String,
    created_at: i64,
}

impl StoredSession {
    pub(super) fn read(self) -> Result<Session, StoreError> {
        let reading = Reading { table: "sessions", key: &self.room };
        Ok(Session {
            room: reading.room("room", &self.room)?,
            series: self.series,
            template: self.template,
            settings: reading.json("settings", &self.settings)?,
            kid_words: self.kid_words,
            kid_names: self.kid_names,
            created_at: Timestamp(self.created_at),
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredInvitation {
    hash: String,
    room: String,
    role: String,
    belonging: String,
    uses_left: i64,
    expires_at: i64,
    revoked: i64,
}

impl StoredInvitation {
    pub(super) fn read(self) -> Result<Invitation, StoreError> {
        let reading = Reading { table: "invitations", key: &self.hash };
        Ok(Invitation {
            hash: reading.digest("hash", &self.hash)?,
            room: reading.room("room", &self.room)?,
            role: reading.word("role", &self.role)?,
            belonging: reading.word("belonging", &self.belonging)?,
            uses_left: reading.natural("uses_left", self.uses_left)?,
            expires_at: Timestamp(self.expires_at),
            revoked: reading.flag("revoked", self.revoked)?,
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredSignIn {
    handle: String,
    token_hash: String,
    room: String,
    seat: i64,
    created_at: i64,
    expires_at: i64,
}

impl StoredSignIn {
    pub(super) fn read(self) -> Result<SignIn, StoreError> {
        let key = self.handle.clone();
        let reading = Reading { table: "sign_ins", key: &key };
        Ok(SignIn {
            token_hash: reading.digest("token_hash", &self.token_hash)?,
            handle: self.handle,
            room: reading.room("room", &self.room)?,
            seat: SeatNo(reading.natural("seat", self.seat)?),
            created_at: Timestamp(self.created_at),
            expires_at: Timestamp(self.expires_at),
        })
    }
}

#[derive(FromRow)]
pub(super) struct StoredJob {
    id: String,
    kind: String,
    room: Option<String>,
    payload: String,
    due: i64,
    attempts: i64,
    last_error: Option<String>,
}

impl StoredJob {
    pub(super) fn read(self) -> Result<ClaimedJob, StoreError> {
        let key = self.id.clone();
        let reading = Reading { table: "jobs", key: &key };
        let job = Job {
            id: self.id,
            kind: self.kind,
            room: self.room.map(|room| reading.room("room", &room)).transpose()?,
            payload: self.payload,
            due: Timestamp(self.due),
        };
        let attempts = reading.natural("attempts", self.attempts)?;
        Ok(ClaimedJob { job, attempts, last_error: self.last_error })
    }
}
