//! Names of things. All are plain values: the shell draws the random ones.
//!
//! To add one: a newtype here, its width and who sees it in the docstring.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A room's name: 128 random bits, written as 32 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoomId([u8; 16]);

impl RoomId {
    /// From 16 bytes that the shell drew.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The 16 bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads 32 hex digits; anything else is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }
}

impl fmt::Display for RoomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for RoomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RoomId({self})")
    }
}

impl Serialize for RoomId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RoomId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("a room id is 32 hex digits"))
    }
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "typescript", ts(type = "number"))] pub $inner);

        impl $name {
            /// The next one.
            #[must_use]
            pub const fn next(self) -> Self {
                Self(self.0 + 1)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number! {
    /// A place in a room's log: 1, 2, 3 … without a gap. Never on the wire.
    Seq(u64)
}
number! {
    /// A seat's number in its session, from 1.
    SeatNo(u16)
}
number! {
    /// A message's internal name: dense over all that was said, held or not. Never on the wire.
    MessageId(u64)
}
number! {
    /// A published message's number, by which everybody names it: 1, 2, 3 … in order of publication.
    MessageNumber(u64)
}
number! {
    /// A place in one lane: 1, 2, 3 … dense, so that a client resumes by it and learns nothing else.
    Position(u64)
}
number! {
    /// Where a text lies outside the log. Never on the wire.
    BodyId(u64)
}
number! {
    /// A proposal's number in its room.
    ProposalId(u32)
}
number! {
    /// A phase's place in the agenda, from 0.
    PhaseIndex(u16)
}

/// The name that a client gives to one command, so that sending it again is harmless:
/// 8 to 64 characters of `A-Z a-z 0-9 - _`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Nonce(String);

impl Nonce {
    /// `None` when length or characters are wrong.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (8..=64).contains(&text.len());
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        (fits && plain).then(|| Self(text.to_owned()))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Nonce {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom("a nonce is 8 to 64 of A-Z a-z 0-9 - _"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_id_reads_back_what_it_writes_and_refuses_the_rest() {
        let id = RoomId::from_bytes([7; 16]);
        assert_eq!(RoomId::parse(&id.to_string()), Some(id));
        assert_eq!(RoomId::parse("07"), None);
        assert_eq!(RoomId::parse(&"zz".repeat(16)), None);
    }

    #[test]
    fn a_nonce_is_short_plain_ascii() {
        assert!(Nonce::parse("abcd-EFG_1").is_some());
        assert!(Nonce::parse("short").is_none());
        assert!(Nonce::parse("with space").is_none());
        assert!(Nonce::parse(&"a".repeat(65)).is_none());
        assert!(serde_json::from_str::<Nonce>("\"Ժամանակը\"").is_err());
    }
}
