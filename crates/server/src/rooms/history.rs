//! What a connection missed: a range of each of its lanes, merged in the order of the log.

use super::connection::{Outgoing, encode};
use super::fanout::frame;
use super::handle::{JoinedLane, RoomHandle, Trouble};
use crate::vault::Vault;
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_protocol::Words;
use roundtable_store::Store;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

/// Places read from each lane at a time.
const PAGE: u32 = 200;

/// Reads on, page by page, up to the heads that the room stated at joining.
pub struct History {
    store: Arc<dyn Store>,
    vault: Arc<Vault>,
    handle: RoomHandle,
    room: RoomId,
    lanes: Vec<Range>,
}

struct Range {
    lane: Lane,
    after: Position,
    until: Position,
}

struct Shown {
    texts: HashMap<BodyId, String>,
    allowed: HashSet<(Lane, BodyId)>,
}

struct InLane<'a> {
    shown: &'a Shown,
    lane: Lane,
}

impl Words for InLane<'_> {
    fn word(&self, body: BodyId) -> Option<String> {
        let allowed = self.shown.allowed.contains(&(self.lane, body));
        if allowed { self.shown.texts.get(&body).cloned() } else { None }
    }
}

impl History {
    /// From where the client stands to where the room stood when it joined.
    pub fn new(
        store: Arc<dyn Store>,
        vault: Arc<Vault>,
        handle: RoomHandle,
        room: RoomId,
        lanes: &[JoinedLane],
        seen: impl Fn(Lane) -> Position,
    ) -> Self {
        let range = |joined: &JoinedLane| Range {
            lane: joined.lane,
            after: seen(joined.lane).max(joined.after).min(joined.head),
            until: joined.head,
        };
        Self { store, vault, handle, room, lanes: lanes.iter().map(range).collect() }
    }

    /// The next page in order; empty when all was read.
    pub async fn next_page(&mut self) -> Result<Vec<Outgoing>, Trouble> {
        let places = self.next_places().await?;
        let seqs: Vec<Seq> = places.iter().map(|place| place.seq).collect();
        let rows = self.store.rows_at(self.room, &seqs).await.map_err(|_| Trouble::Fault)?;
        let rows: BTreeMap<Seq, Row> = rows.into_iter().map(|row| (row.seq, row)).collect();
        let shown = self.open(&places, &rows).await?;
        let mut page = Vec::with_capacity(places.len());
        for place in &places {
            let row = rows.get(&place.seq).ok_or(Trouble::Fault)?;
            let words = InLane { shown: &shown, lane: place.lane };
            if let Some(frame) = frame(row, place, &words) {
                let at = Some((place.lane, place.position));
                page.push(Outgoing { text: encode(&frame), place: at });
            }
        }
        Ok(page)
    }

    /// A page of every lane, merged by the log's order, cut where the shortest page ends: beyond
    /// that another lane may still have something earlier.
    async fn next_places(&mut self) -> Result<Vec<LanePlace>, Trouble> {
        let mut merged = Vec::new();
        let mut horizon: Option<(Seq, u16)> = None;
        for range in self.lanes.iter().filter(|range| range.after < range.until) {
            let read = self.store.lane(self.room, range.lane, range.after, PAGE).await;
            let mut places = read.map_err(|_| Trouble::Fault)?;
            places.retain(|place| place.position <= range.until);
            let last = places.last().ok_or(Trouble::Fault)?;
            if last.position < range.until {
                let end = (last.seq, last.fact);
                horizon = Some(horizon.map_or(end, |known| known.min(end)));
            }
            merged.extend(places);
        }
        merged.retain(|place| horizon.is_none_or(|end| (place.seq, place.fact) <= end));
        merged.sort_by_key(|place| (place.seq, place.fact, place.lane));
        for range in &mut self.lanes {
            let read = merged.iter().filter(|place| place.lane == range.lane);
            range.after = read.map(|place| place.position).max().unwrap_or(range.after);
        }
        Ok(merged)
    }

    async fn open(
        &self,
        places: &[LanePlace],
        rows: &BTreeMap<Seq, Row>,
    ) -> Result<Shown, Trouble> {
        let mut asked = Vec::new();
        for place in places {
            let fact = rows.get(&place.seq).and_then(|row| row.facts.get(usize::from(place.fact)));
            asked.extend(
                fact.into_iter()
                    .flat_map(roundtable_core::room::fact::Fact::bodies)
                    .map(|body| (place.lane, body)),
            );
        }
        let answers = self.handle.may_show(asked.clone()).await?;
        let allowed: HashSet<_> =
            asked.into_iter().zip(answers).filter(|(_, yes)| *yes).map(|(a, _)| a).collect();
        let bodies: HashSet<BodyId> = allowed.iter().map(|(_, body)| *body).collect();
        let bodies: Vec<BodyId> = bodies.into_iter().collect();
        let sealed = self.store.bodies(self.room, &bodies).await.map_err(|_| Trouble::Fault)?;
        let mut texts = HashMap::new();
        for sealed in sealed {
            texts.insert(sealed.body, self.vault.unseal(&sealed).map_err(|_| Trouble::Fault)?);
        }
        Ok(Shown { texts, allowed })
    }
}
