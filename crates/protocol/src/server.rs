//! What the server sends.

use crate::client::Positions;
use crate::close::CloseCode;
use crate::event::Event;
use roundtable_core::id::{Nonce, Position, SeatNo};
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::Role;
use roundtable_core::room::fact::Lane;
use roundtable_core::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A lane as the client knows it: its own seat needs no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the lanes of core, by the same names")]
pub enum WireLane {
    All,
    Facilitators,
    Interpreters,
    Seat,
}

impl From<Lane> for WireLane {
    fn from(lane: Lane) -> Self {
        match lane {
            Lane::All => Self::All,
            Lane::Facilitators => Self::Facilitators,
            Lane::Interpreters => Self::Interpreters,
            Lane::Seat(_) => Self::Seat,
        }
    }
}

/// A frame from the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame {
    /// The answer to a hello.
    Welcome {
        /// The protocol that the server speaks.
        protocol: u16,
        /// The server's clock, to set soft timers by.
        now: Timestamp,
        /// Whose connection this is.
        seat: SeatNo,
        /// What the seat is for.
        role: Role,
        /// Where the lanes stand: events up to here follow at once.
        heads: Positions,
        /// In the fallback: names this stream in the commands that belong to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stream: Option<String>,
    },
    /// Something happened.
    Event {
        /// In which lane.
        lane: WireLane,
        /// Where in the lane; the next one has the next number.
        pos: Position,
        /// When.
        at: Timestamp,
        /// What.
        event: Event,
    },
    /// All that was missed has been sent; what follows is new.
    CaughtUp,
    /// The command with this nonce is durable.
    Done {
        /// Which.
        nonce: Nonce,
    },
    /// A rule said no to it; nothing happened.
    Refused {
        /// Which.
        nonce: Nonce,
        /// Why.
        refusal: Refusal,
    },
    /// Who is connected now; at most once a second. Observers are a count.
    Presence {
        /// The seats, without observers.
        here: Vec<SeatNo>,
        /// Observers.
        observers: u32,
    },
    /// The connection ends.
    Bye {
        /// Why.
        why: CloseCode,
        /// When to come back, in milliseconds; nothing means: not by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(type = "number | null"))]
        retry_ms: Option<u64>,
    },
}
