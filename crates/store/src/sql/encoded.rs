//! An append as cells, made in the caller's task: the writer only sends, and what cannot be
//! written is refused before it can spoil a group.

use super::cells;
use crate::directory::Invitation;
use crate::error::StoreError;
use crate::log::{Append, SealedBody};
use roundtable_core::id::{Nonce, RoomId};
use roundtable_core::record::Entry;
use roundtable_core::room::row::{LanePlace, Row};

/// Everything of one append, ready to bind.
pub(super) struct Encoded {
    pub(super) room: RoomId,
    pub(super) id: String,
    pub(super) base: i64,
    pub(super) head: i64,
    pub(super) deadline: Option<i64>,
    pub(super) rows: Vec<RowCells>,
    pub(super) places: Vec<PlaceCells>,
    pub(super) bodies: Vec<BodyCells>,
    pub(super) entries: Vec<EntryCells>,
}

pub(super) struct RowCells {
    pub(super) seq: i64,
    pub(super) at: i64,
    pub(super) actor: String,
    pub(super) nonce: Option<String>,
    pub(super) version: i64,
    pub(super) facts: String,
    pub(super) commitments: String,
}

pub(super) struct PlaceCells {
    pub(super) lane: String,
    pub(super) position: i64,
    pub(super) seq: i64,
    pub(super) fact: i64,
}

pub(super) struct BodyCells {
    pub(super) body: i64,
    pub(super) class: String,
    pub(super) salt: String,
    pub(super) sealed: String,
}

pub(super) struct EntryCells {
    pub(super) n: i64,
    pub(super) minute: i64,
    pub(super) kind: String,
    pub(super) commitment: String,
    pub(super) head: String,
    pub(super) entry_key: Option<String>,
    pub(super) payload: Option<String>,
}

impl TryFrom<&Append> for Encoded {
    type Error = StoreError;

    fn try_from(append: &Append) -> Result<Self, StoreError> {
        Ok(Self {
            room: append.room,
            id: append.room.to_string(),
            base: cells::integer(append.expected.0)?,
            head: cells::integer(append.head()?.0)?,
            deadline: append.deadline.map(|deadline| deadline.0),
            rows: each(&append.rows)?,
            places: each(&append.places)?,
            bodies: each(&append.bodies)?,
            entries: each(&append.entries)?,
        })
    }
}

pub(super) fn each<'a, From, To>(items: &'a [From]) -> Result<Vec<To>, StoreError>
where
    To: TryFrom<&'a From, Error = StoreError>,
{
    items.iter().map(To::try_from).collect()
}

impl TryFrom<&Row> for RowCells {
    type Error = StoreError;

    fn try_from(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            seq: cells::integer(row.seq.0)?,
            at: row.at.0,
            actor: cells::actor(row.by),
            nonce: row.nonce.as_ref().map(Nonce::as_str).map(str::to_owned),
            version: i64::from(row.version),
            facts: cells::json(&row.facts)?,
            commitments: cells::json(&row.commitments)?,
        })
    }
}

impl TryFrom<&LanePlace> for PlaceCells {
    type Error = StoreError;

    fn try_from(place: &LanePlace) -> Result<Self, StoreError> {
        Ok(Self {
            lane: cells::lane(place.lane),
            position: cells::integer(place.position.0)?,
            seq: cells::integer(place.seq.0)?,
            fact: i64::from(place.fact),
        })
    }
}

impl TryFrom<&SealedBody> for BodyCells {
    type Error = StoreError;

    fn try_from(body: &SealedBody) -> Result<Self, StoreError> {
        Ok(Self {
            body: cells::integer(body.body.0)?,
            class: cells::word(&body.class)?,
            salt: hex::encode(&body.salt),
            sealed: hex::encode(&body.sealed),
        })
    }
}

impl TryFrom<&Entry> for EntryCells {
    type Error = StoreError;

    fn try_from(entry: &Entry) -> Result<Self, StoreError> {
        Ok(Self {
            n: cells::integer(entry.n)?,
            minute: entry.minute,
            kind: entry.kind.clone(),
            commitment: entry.commitment.to_string(),
            head: entry.head.to_string(),
            entry_key: entry.opening.as_ref().map(|opening| opening.key.to_string()),
            payload: entry.opening.as_ref().map(|opening| opening.payload.clone()),
        })
    }
}

/// The cells of one kind of all appends, each with its room's id.
pub(super) fn flat<'a, Cells>(
    appends: &[&'a Encoded],
    cells: impl Fn(&'a Encoded) -> &'a [Cells],
) -> Vec<(&'a str, &'a Cells)> {
    let of_one = |append: &&'a Encoded| {
        let append = *append;
        cells(append).iter().map(move |one| (append.id.as_str(), one)).collect::<Vec<_>>()
    };
    appends.iter().flat_map(of_one).collect()
}

pub(super) struct InvitationCells {
    pub(super) hash: String,
    pub(super) room: String,
    pub(super) role: String,
    pub(super) belonging: String,
    pub(super) uses_left: i64,
    pub(super) expires_at: i64,
    pub(super) revoked: i64,
}

impl TryFrom<&Invitation> for InvitationCells {
    type Error = StoreError;

    fn try_from(invitation: &Invitation) -> Result<Self, StoreError> {
        Ok(Self {
            hash: invitation.hash.to_string(),
            room: invitation.room.to_string(),
            role: cells::word(&invitation.role)?,
            belonging: cells::word(&invitation.belonging)?,
            uses_left: i64::from(invitation.uses_left),
            expires_at: invitation.expires_at.0,
            revoked: i64::from(invitation.revoked),
        })
    }
}
