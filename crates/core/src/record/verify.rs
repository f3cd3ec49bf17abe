//! The offline verifier: text in, verdict out.
//!
//! A record file is one JSON object a line: each entry in order, then one line
//! `{"entries":N,"head":"…","room":"…"}`. A line must be written exactly as the program writes it, so
//! that no byte can change unseen. Without a head from elsewhere (a witness), a record that was cut
//! and closed again with its own head cannot be told from a shorter one: compare the head with the
//! one that somebody else kept.

use super::{Chain, Digest, Entry, commit};
use crate::id::RoomId;
use serde::{Deserialize, Serialize};

/// The last line of a record file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// Entries before this line.
    pub entries: u64,
    /// The head after the last of them.
    pub head: Digest,
    /// Whose record.
    pub room: RoomId,
}

/// What a whole record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The last line.
    pub seal: Seal,
    /// Entries whose payload was erased; the chain holds all the same.
    pub erased: u64,
}

/// What is wrong, and in which line (from 1).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordFault {
    /// Not a line that the program writes.
    #[error("line {line} is not written as a record is")]
    Unreadable {
        /// Which line.
        line: usize,
    },
    /// Entries are missing, doubled, in another order, or of another room.
    #[error("line {line} is not the entry that follows the one before it")]
    OutOfOrder {
        /// Which line.
        line: usize,
    },
    /// Entry and head do not belong together.
    #[error("line {line} does not lead to the head that it states")]
    WrongHead {
        /// Which line.
        line: usize,
    },
    /// The payload is not the one that was committed to.
    #[error("line {line} shows a payload that is not the one committed to")]
    WrongPayload {
        /// Which line.
        line: usize,
    },
    /// The last line is missing or does not fit.
    #[error("the last line does not close this record")]
    NotSealed,
    /// The record is whole, but not the one that the witness kept the head of.
    #[error("the record ends in {found}, the witness has another head")]
    OtherHead {
        /// The head in the file.
        found: Digest,
    },
}

/// Writes a record file.
pub fn write(room: RoomId, entries: &[Entry], chain: &Chain) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    for entry in entries {
        text.push_str(&serde_json::to_string(entry)?);
        text.push('\n');
    }
    text.push_str(&serde_json::to_string(&Seal { entries: chain.length, head: chain.head, room })?);
    text.push('\n');
    Ok(text)
}

/// Checks a record file, and its head against a witness's if there is one.
pub fn verify(text: &str, witness: Option<Digest>) -> Result<Verified, RecordFault> {
    let body = text.strip_suffix('\n').ok_or(RecordFault::NotSealed)?;
    let lines: Vec<&str> = body.split('\n').collect();
    let (last, entries) = lines.split_last().ok_or(RecordFault::NotSealed)?;
    let seal: Seal = exact(last).ok_or(RecordFault::NotSealed)?;
    let mut chain = Chain::start();
    let mut erased = 0;
    for (index, text) in entries.iter().enumerate() {
        let line = index + 1;
        let entry: Entry = exact(text).ok_or(RecordFault::Unreadable { line })?;
        step(&mut chain, &entry, seal.room, line)?;
        erased += u64::from(entry.opening.is_none());
    }
    if (seal.entries, seal.head) != (chain.length, chain.head) {
        return Err(RecordFault::NotSealed);
    }
    match witness {
        Some(head) if head != seal.head => Err(RecordFault::OtherHead { found: seal.head }),
        Some(_) | None => Ok(Verified { seal, erased }),
    }
}

fn step(chain: &mut Chain, entry: &Entry, room: RoomId, line: usize) -> Result<(), RecordFault> {
    if entry.n != chain.length + 1 || entry.room != room {
        return Err(RecordFault::OutOfOrder { line });
    }
    chain.fold(room, entry.minute, &entry.kind, entry.commitment);
    if chain.head != entry.head {
        return Err(RecordFault::WrongHead { line });
    }
    match &entry.opening {
        Some(opening) if commit(&opening.key, opening.payload.as_bytes()) != entry.commitment => {
            Err(RecordFault::WrongPayload { line })
        }
        Some(_) | None => Ok(()),
    }
}

/// Reads a line only if writing it again gives the same bytes.
fn exact<T: Serialize + for<'de> Deserialize<'de>>(line: &str) -> Option<T> {
    let value: T = serde_json::from_str(line).ok()?;
    (serde_json::to_string(&value).ok()? == line).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::entry_key;
    use crate::time::Timestamp;

    const ROOM: RoomId = RoomId::from_bytes([9; 16]);

    fn record(n: u32) -> (Vec<Entry>, Chain) {
        let mut chain = Chain::start();
        let entries = (0..n)
            .map(|i| {
                let key = entry_key(&[5; 32], i);
                chain.append(
                    ROOM,
                    Timestamp(i64::from(i) * 60_000),
                    "paused",
                    format!("{{\"i\":{i}}}"),
                    key,
                )
            })
            .collect();
        (entries, chain)
    }

    fn file(n: u32) -> String {
        let (entries, chain) = record(n);
        write(ROOM, &entries, &chain).unwrap()
    }

    #[test]
    fn promise_7_an_honest_record_verifies_also_an_empty_one() {
        assert_eq!(verify(&file(5), None).unwrap().seal.entries, 5);
        assert_eq!(verify(&file(0), None).unwrap().seal.entries, 0);
    }

    #[test]
    fn promise_7_every_flipped_byte_is_found() {
        let honest = file(4);
        for at in 0..honest.len() {
            let mut bytes = honest.clone().into_bytes();
            bytes[at] ^= 1;
            let found = String::from_utf8(bytes).map_or(true, |text| verify(&text, None).is_err());
            assert!(found, "byte {at}");
        }
    }

    #[test]
    fn promise_7_a_dropped_doubled_or_moved_entry_is_found() {
        let honest = file(4);
        let lines: Vec<&str> = honest.lines().collect();
        for order in
            [vec![0, 2, 3, 4], vec![0, 0, 1, 2, 3, 4], vec![1, 0, 2, 3, 4], vec![0, 1, 2, 3]]
        {
            let text: String = order.into_iter().flat_map(|i| [lines[i], "\n"]).collect();
            assert!(verify(&text, None).is_err());
        }
    }

    #[test]
    fn promise_7_a_record_still_verifies_after_any_erasure() {
        let (mut entries, chain) = record(4);
        entries[1].opening = None;
        entries[3].opening = None;
        let verified = verify(&write(ROOM, &entries, &chain).unwrap(), None).unwrap();
        assert_eq!(verified.erased, 2);
    }

    #[test]
    fn promise_7_a_witness_finds_a_record_that_was_cut_and_closed_again() {
        let (_, whole) = record(4);
        let cut = file(3);
        assert!(verify(&cut, None).is_ok(), "alone it looks whole");
        assert!(matches!(verify(&cut, Some(whole.head)), Err(RecordFault::OtherHead { .. })));
    }
}
