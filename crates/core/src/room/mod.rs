//! The room: the decider of everything that happens in a session.
//!
//! [`command`] is what somebody wants, [`fact`] what happened, [`Room::decide`] leads from one to
//! the other, [`Room::apply`] folds facts into the smallest state that `decide` needs, which never
//! holds a text. [`row`] is a decision as the log keeps it; [`readers`] says which seat may read
//! which lane and which text.
//!
//! To add something that can happen: a command, a fact with its lanes, a function in the file of
//! its family under `decide/`, its arm in `apply`. No match here has a wildcard arm, so the
//! compiler names the places.

pub mod command;
pub mod fact;
pub mod readers;
pub mod row;

mod apply;
mod decide;
mod state;
mod write;

pub use decide::Decision;
pub use state::{Message, MessageState, PendingDecision, Seat};
pub use write::Written;

use crate::id::{
    BodyId, MessageId, MessageNumber, Nonce, Position, ProposalId, RoomId, SeatNo, Seq,
};
use crate::keys::Proposal;
use crate::record::Chain;
use crate::roles::Stage;
use crate::session::{Phase, Settings};
use crate::time::Timestamp;
use fact::Lane;
use readers::Holder;
use serde::{Deserialize, Serialize};
use state::{Due, Live, StageState};
use std::collections::{BTreeMap, BTreeSet};

/// The version of the snapshot's shape; another one is discarded and the log folded anew.
pub const SNAPSHOT_VERSION: u16 = 1;

/// Messages that one room holds, held and returned ones included.
pub const MAX_MESSAGES: usize = 20_000;
/// Seats that one room gives out.
pub const MAX_SEATS: usize = 200;
/// Messages of one author that may wait at a time.
pub const MAX_WAITING: usize = 8;
/// Proposals that may wait at a time.
pub const MAX_PROPOSALS: usize = 8;
/// Rows after which only acts of facilitators and withdrawals are still taken.
pub const MAX_ROWS: u64 = 200_000;

/// Everything that `decide` needs, and no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    id: RoomId,
    head: Seq,
    last_at: Timestamp,
    settings: Option<Settings>,
    stage: StageState,
    seats: BTreeMap<SeatNo, Seat>,
    messages: BTreeMap<MessageId, Message>,
    numbers: BTreeMap<MessageNumber, MessageId>,
    desk: BTreeMap<Position, MessageId>,
    nonces: BTreeMap<SeatNo, BTreeMap<Nonce, MessageId>>,
    proposals: BTreeMap<ProposalId, Proposal>,
    proposals_made: u32,
    holders: BTreeMap<BodyId, Holder>,
    bodies: BodyId,
    lanes: LaneCounts,
    chain: Chain,
    due: BTreeSet<(Timestamp, Due)>,
}

/// How far each lane has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneCounts {
    all: Position,
    facilitators: Position,
    interpreters: Position,
    seats: BTreeMap<SeatNo, Position>,
}

impl LaneCounts {
    /// The last place taken in a lane; 0 when it is empty.
    pub fn of(&self, lane: Lane) -> Position {
        match lane {
            Lane::All => self.all,
            Lane::Facilitators => self.facilitators,
            Lane::Interpreters => self.interpreters,
            Lane::Seat(seat) => self.seats.get(&seat).copied().unwrap_or_default(),
        }
    }

    /// Takes the next place in a lane.
    fn take(&mut self, lane: Lane) -> Position {
        let counter = match lane {
            Lane::All => &mut self.all,
            Lane::Facilitators => &mut self.facilitators,
            Lane::Interpreters => &mut self.interpreters,
            Lane::Seat(seat) => self.seats.entry(seat).or_default(),
        };
        *counter = counter.next();
        *counter
    }
}

impl Room {
    /// A room in which nothing has happened yet.
    pub fn new(id: RoomId) -> Self {
        Self {
            id,
            head: Seq(0),
            last_at: Timestamp(i64::MIN),
            settings: None,
            stage: StageState::Waiting,
            seats: BTreeMap::new(),
            messages: BTreeMap::new(),
            numbers: BTreeMap::new(),
            desk: BTreeMap::new(),
            nonces: BTreeMap::new(),
            proposals: BTreeMap::new(),
            proposals_made: 0,
            holders: BTreeMap::new(),
            bodies: BodyId(0),
            lanes: LaneCounts::default(),
            chain: Chain::start(),
            due: BTreeSet::new(),
        }
    }

    /// Its name.
    pub const fn id(&self) -> RoomId {
        self.id
    }

    /// The last row folded in.
    pub const fn head(&self) -> Seq {
        self.head
    }

    /// Where the record stands.
    pub const fn chain(&self) -> &Chain {
        &self.chain
    }

    /// How far each lane has come.
    pub const fn lanes(&self) -> &LaneCounts {
        &self.lanes
    }

    /// What the session agreed on; `None` until it is scheduled.
    pub const fn settings(&self) -> Option<&Settings> {
        self.settings.as_ref()
    }

    /// Where the room is.
    pub const fn stage(&self) -> Stage {
        match self.stage {
            StageState::Waiting => Stage::Waiting,
            StageState::Live(_) => Stage::Live,
            StageState::Paused { .. } => Stage::Paused,
            StageState::Closed => Stage::Closed,
        }
    }

    /// A seat that somebody has; one that was given up is none.
    pub fn seat(&self, seat: SeatNo) -> Option<&Seat> {
        self.seats.get(&seat).filter(|seat| !seat.left)
    }

    /// Every seat that somebody has.
    pub fn seats(&self) -> impl Iterator<Item = (SeatNo, &Seat)> {
        self.seats.iter().filter(|(_, seat)| !seat.left).map(|(number, seat)| (*number, seat))
    }

    /// Where the names lie of everybody who ever had a seat: a name stays with the words said
    /// under it, also when the seat was given up.
    pub fn names(&self) -> impl Iterator<Item = (SeatNo, BodyId)> {
        let named = |seat: &Seat| seat.introduced.as_ref().map(|introduced| introduced.name);
        self.seats.iter().filter_map(move |(number, seat)| Some((*number, named(seat)?)))
    }

    /// A message by its internal name.
    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.get(&id)
    }

    /// Every message, in the order in which they were said.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.messages.values()
    }

    /// Proposals that wait.
    pub fn proposals(&self) -> impl Iterator<Item = (ProposalId, &Proposal)> {
        self.proposals.iter().map(|(id, proposal)| (*id, proposal))
    }

    /// When [`command::Command::Tick`] is due next.
    pub fn next_deadline(&self) -> Option<Timestamp> {
        self.due.first().map(|(at, _)| *at)
    }

    /// The instant of a decision: never before the one before it, whatever the clock says.
    pub fn instant(&self, now: Timestamp) -> Timestamp {
        now.max(self.last_at)
    }

    fn live(&self) -> Option<&Live> {
        match &self.stage {
            StageState::Live(live) | StageState::Paused { live, .. } => Some(live),
            StageState::Waiting | StageState::Closed => None,
        }
    }

    /// The phase that runs, or rests in a pause.
    pub fn phase(&self) -> Option<&Phase> {
        let live = self.live()?;
        self.settings.as_ref()?.agenda.get(usize::from(live.phase.0))
    }
}
