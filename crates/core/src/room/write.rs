//! From a decision to what the log keeps: the row, its places in the lanes, its record entries.

use super::Room;
use super::command::Actor;
use super::fact::{FACT_VERSION, Fact};
use super::row::{LanePlace, Row};
use crate::id::Nonce;
use crate::record::{self, Entry};
use crate::roles::Belonging;
use crate::time::Timestamp;

/// Everything about one decision that is appended together, apart from its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The row.
    pub row: Row,
    /// Where each fact stands in each of its lanes.
    pub places: Vec<LanePlace>,
    /// The record's entries for those facts that count.
    pub entries: Vec<Entry>,
}

impl Room {
    /// Writes a decision down, as the row after the room's head. Looks at nothing but its
    /// arguments; `random` is 32 fresh bytes from which the entries' keys are derived.
    pub fn write(
        &self,
        by: Actor,
        nonce: Option<Nonce>,
        now: Timestamp,
        facts: Vec<Fact>,
        random: [u8; 32],
    ) -> Written {
        let at = self.instant(now);
        let entries = self.entries(at, &facts, random);
        let row = Row {
            room: self.id,
            seq: self.head.next(),
            at,
            by,
            nonce,
            version: FACT_VERSION,
            commitments: entries.iter().map(|entry| entry.commitment).collect(),
            facts,
        };
        Written { places: self.places(&row), row, entries }
    }

    fn places(&self, row: &Row) -> Vec<LanePlace> {
        let mut counts = self.lanes.clone();
        let mut places = Vec::new();
        for (fact, index) in row.facts.iter().zip(0..) {
            for lane in fact.lanes() {
                places.push(LanePlace {
                    lane,
                    position: counts.take(lane),
                    seq: row.seq,
                    fact: index,
                });
            }
        }
        places
    }

    fn entries(&self, at: Timestamp, facts: &[Fact], random: [u8; 32]) -> Vec<Entry> {
        let mut chain = self.chain.clone();
        facts
            .iter()
            .filter_map(|fact| {
                record::payload(fact, |seat| self.belonging(seat), self.target(fact))
            })
            .zip(0..)
            .map(|((kind, payload), index)| {
                let key = record::entry_key(&random, index);
                chain.append(self.id, at, kind, payload, key)
            })
            .collect()
    }

    fn belonging(&self, seat: crate::id::SeatNo) -> Belonging {
        self.seats.get(&seat).map(|seat| seat.belonging).unwrap_or_default()
    }

    /// The entry of the hold that a fact about a message points back to.
    fn target(&self, fact: &Fact) -> Option<u64> {
        self.messages.get(&fact.message()?.id)?.entry
    }
}
