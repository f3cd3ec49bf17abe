//! The rooms' logs: what one decision leaves behind, and how it is read back.
//!
//! A room's rows are numbered 1, 2, 3 … without a gap. Beside them lie the sealed texts, the places
//! of facts in lanes, the entries of the record, one discardable snapshot, and the head row, which
//! knows where the log ends and when the room wants to be woken.

use crate::error::StoreError;
use async_trait::async_trait;
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::record::Entry;
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{BodyClass, LanePlace, Row};
use roundtable_core::time::Timestamp;

/// Everything that one commit appends to one room: all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Append {
    /// To which room.
    pub room: RoomId,
    /// Where its log must end before; 0 for a room that does not exist yet.
    pub expected: Seq,
    /// The rows `expected + 1 ..`, at least one.
    pub rows: Vec<Row>,
    /// Where their facts stand in the lanes.
    pub places: Vec<LanePlace>,
    /// The texts that they name.
    pub bodies: Vec<SealedBody>,
    /// The record's entries for those facts that count.
    pub entries: Vec<Entry>,
    /// When the room wants to be woken after this.
    pub deadline: Option<Timestamp>,
}

impl Append {
    /// Where the log ends afterwards; an error when the rows are not the dense continuation.
    pub fn head(&self) -> Result<Seq, StoreError> {
        let mut head = self.expected;
        for row in &self.rows {
            if row.room != self.room || row.seq != head.next() {
                return Err(StoreError::invalid("the rows do not continue the room's log"));
            }
            head = row.seq;
        }
        if head == self.expected {
            return Err(StoreError::invalid("an append has at least one row"));
        }
        if self.entries.iter().any(|entry| entry.room != self.room) {
            return Err(StoreError::invalid("an entry belongs to another room"));
        }
        Ok(head)
    }
}

/// A text as it is kept: sealed with a key that lies elsewhere.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedBody {
    /// Its name in the room.
    pub body: BodyId,
    /// Which key sealed it.
    pub class: BodyClass,
    /// From which its own key is derived.
    pub salt: Vec<u8>,
    /// Nonce, ciphertext and tag, as the sealer wrote them.
    pub sealed: Vec<u8>,
}

impl std::fmt::Debug for SealedBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedBody({} {:?} {} bytes)", self.body, self.class, self.sealed.len())
    }
}

/// A room's state at one place of its log, to begin the fold from. May be thrown away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The last row that it includes.
    pub seq: Seq,
    /// The version of its shape; another version is as good as none.
    pub version: u16,
    /// The state.
    pub json: String,
}

/// The logs of all rooms.
#[async_trait]
pub trait RoomLog: Send + Sync {
    /// Durable when it answers `Ok`. [`StoreError::Conflict`] when the head is not `expected`:
    /// then nothing of it landed. Once called, it is carried out even if the caller goes away.
    async fn append(&self, append: Append) -> Result<(), StoreError>;

    /// Where a room's log ends; `None` when there is no such room.
    async fn head(&self, room: RoomId) -> Result<Option<Seq>, StoreError>;

    /// At most `limit` rows after `after`, in order.
    async fn rows(&self, room: RoomId, after: Seq, limit: u32) -> Result<Vec<Row>, StoreError>;

    /// The named rows that exist, in order, each once.
    async fn rows_at(&self, room: RoomId, seqs: &[Seq]) -> Result<Vec<Row>, StoreError>;

    /// At most `limit` places of one lane after `after`, in order.
    async fn lane(
        &self,
        room: RoomId,
        lane: Lane,
        after: Position,
        limit: u32,
    ) -> Result<Vec<LanePlace>, StoreError>;

    /// The named texts that are still there, ordered by name, each once.
    async fn bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<Vec<SealedBody>, StoreError>;

    /// Deletes texts for good. Those that are gone already are no error.
    async fn erase_bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<(), StoreError>;

    /// At most `limit` entries of the room's record after number `after`, in order.
    async fn record(&self, room: RoomId, after: u64, limit: u32) -> Result<Vec<Entry>, StoreError>;

    /// Keeps a snapshot in place of an older one; one that is older than the kept one is dropped.
    async fn save_snapshot(&self, room: RoomId, snapshot: Snapshot) -> Result<(), StoreError>;

    /// The room's snapshot, if it has one.
    async fn snapshot(&self, room: RoomId) -> Result<Option<Snapshot>, StoreError>;

    /// At most `limit` rooms that wanted to be woken at `now` or before, the longest overdue first.
    async fn due_rooms(&self, now: Timestamp, limit: u32) -> Result<Vec<RoomId>, StoreError>;
}
