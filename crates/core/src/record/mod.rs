//! The record: a hash-chained account of what was done, which either side can verify offline and
//! which still verifies after erasure.
//!
//! Each entry commits to a payload with a key of its own: `c = HMAC-SHA256(key, payload)`. The chain
//! holds only commitments, so that deleting the key and the payload leaves it whole, and a short
//! payload cannot be guessed back:
//!
//! ```text
//! leaf = SHA-256(0x00 ‖ len(n) n ‖ len(room) room ‖ len(minute) minute ‖ len(kind) kind ‖ len(c) c)
//! head = SHA-256(0x01 ‖ previous head ‖ leaf)
//! ```
//!
//! with the domain bytes of RFC 6962, lengths as 32-bit big-endian, numbers in decimal. The first
//! previous head is 32 zero bytes. To let another fact count: its arm in [`payload()`].

mod payload;
pub mod verify;

pub(crate) use payload::kind;
pub use payload::payload;

use crate::id::RoomId;
use crate::time::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// 32 bytes, written as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Reads 64 hex digits; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("64 hex digits"))
    }
}

/// What a commitment commits to, and the key that opens it. Erasure deletes it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The entry's own key.
    pub key: Digest,
    /// JSON: codes only, no seat and no text.
    pub payload: String,
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opening({} bytes)", self.payload.len())
    }
}

/// One entry of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Dense, from 1.
    pub n: u64,
    /// Whose record.
    pub room: RoomId,
    /// The whole minute since 1970-01-01T00:00Z.
    pub minute: i64,
    /// The fact's name.
    pub kind: String,
    /// HMAC-SHA256(key, payload).
    pub commitment: Digest,
    /// The chain's head after this entry.
    pub head: Digest,
    /// Absent after erasure.
    pub opening: Option<Opening>,
}

/// Where the record of a room stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// Entries so far.
    pub length: u64,
    /// The head after the last of them.
    pub head: Digest,
}

impl Chain {
    /// The empty record.
    pub const fn start() -> Self {
        Self { length: 0, head: Digest([0; 32]) }
    }

    /// Adds an entry and returns it.
    pub fn append(
        &mut self,
        room: RoomId,
        at: Timestamp,
        kind: &str,
        payload: String,
        key: Digest,
    ) -> Entry {
        let commitment = commit(&key, payload.as_bytes());
        self.fold(room, at.minute(), kind, commitment);
        Entry {
            n: self.length,
            room,
            minute: at.minute(),
            kind: kind.to_owned(),
            commitment,
            head: self.head,
            opening: Some(Opening { key, payload }),
        }
    }

    /// Moves the head over one commitment.
    pub fn fold(&mut self, room: RoomId, minute: i64, kind: &str, commitment: Digest) {
        self.length += 1;
        let mut leaf = Sha256::new();
        leaf.update([0x00]);
        for part in [self.length.to_string(), room.to_string(), minute.to_string(), kind.to_owned()]
        {
            prefixed(&mut leaf, part.as_bytes());
        }
        prefixed(&mut leaf, &commitment.0);
        let head = Sha256::new()
            .chain_update([0x01])
            .chain_update(self.head.0)
            .chain_update(leaf.finalize());
        self.head = Digest(head.finalize().into());
    }
}

fn prefixed(hash: &mut Sha256, part: &[u8]) {
    hash.update(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
    hash.update(part);
}

/// HMAC-SHA256 (RFC 2104) of a payload with an entry's key.
pub fn commit(key: &Digest, payload: &[u8]) -> Digest {
    mac(&key.0, payload)
}

/// The key of a decision's entry number `index`, derived from the decision's 32 random bytes.
pub fn entry_key(random: &[u8; 32], index: u32) -> Digest {
    mac(random, &index.to_be_bytes())
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn mac(key: &[u8], message: &[u8]) -> Digest {
    let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("any length");
    Digest(mac.chain_update(message).finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commitment_is_hmac_sha256_as_in_rfc_4231_case_2() {
        // Case 2 has a key shorter than 32 bytes, so the private function is held to it.
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert_eq!(mac(b"Jefe", b"what do ya want for nothing?").to_string(), expected);
    }

    #[test]
    fn a_chain_moves_with_every_part_of_an_entry() {
        let room = RoomId::from_bytes([1; 16]);
        let other = RoomId::from_bytes([2; 16]);
        let c = Digest([7; 32]);
        let head = |room, minute, kind, c| {
            let mut chain = Chain::start();
            chain.fold(room, minute, kind, c);
            chain.head
        };
        let base = head(room, 5, "opened", c);
        for changed in [
            head(other, 5, "opened", c),
            head(room, 6, "opened", c),
            head(room, 5, "closed", c),
            head(room, 5, "opened", Digest([8; 32])),
        ] {
            assert_ne!(base, changed);
        }
    }

    #[test]
    fn keys_of_one_decision_differ() {
        assert_ne!(entry_key(&[3; 32], 0), entry_key(&[3; 32], 1));
    }
}
