//! Everything that one client was told, folded as it comes.

use crate::view::View;
use crate::wire::Received;
use roundtable_core::id::{Nonce, Position, SeatNo};
use roundtable_core::refusal::Refusal;
use roundtable_core::time::Timestamp;
use roundtable_protocol::{CloseCode, Event, Positions, ServerFrame, WireLane};
use std::collections::BTreeMap;

/// The answer to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is durable.
    Done,
    /// A rule said no.
    Refused(Refusal),
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// The reason in the `bye` frame.
    pub why: Option<CloseCode>,
    /// When to come back, as the `bye` frame says.
    pub retry_ms: Option<u64>,
    /// The number in the websocket's close frame.
    pub code: Option<u16>,
}

/// An event as it came.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields of the frame, by the same names")]
pub struct Seen {
    pub lane: WireLane,
    pub pos: Position,
    pub at: Timestamp,
    pub event: Event,
}

/// Everything that a client was told.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What the events add up to.
    pub view: View,
    /// The last position seen in each lane.
    pub positions: Positions,
    /// Every event, in the order of arrival.
    pub seen: Vec<Seen>,
    /// What should not have been: doubled events and gaps.
    pub faults: Vec<String>,
    /// The answers to commands.
    pub answers: BTreeMap<Nonce, Answer>,
    /// Who is connected, and how many observers.
    pub present: (Vec<SeatNo>, u32),
    /// Everything missed has arrived.
    pub caught_up: bool,
    /// A goodbye that came before the end.
    pub bye: Option<End>,
    /// The connection is over.
    pub ended: Option<End>,
}

impl State {
    pub(crate) fn take(&mut self, received: Received) {
        match received {
            Received::Frame(frame) => self.frame(*frame),
            Received::Closed(code) => {
                self.ended = Some(End { code, ..self.bye.unwrap_or_default() });
            }
        }
    }

    fn frame(&mut self, frame: ServerFrame) {
        match frame {
            ServerFrame::Welcome { .. } => {}
            ServerFrame::Event { lane, pos, at, event } => {
                self.event(Seen { lane, pos, at, event });
            }
            ServerFrame::CaughtUp => self.caught_up = true,
            ServerFrame::Done { nonce } => drop(self.answers.insert(nonce, Answer::Done)),
            ServerFrame::Refused { nonce, refusal } => {
                self.answers.insert(nonce, Answer::Refused(refusal));
            }
            ServerFrame::Presence { here, observers } => self.present = (here, observers),
            ServerFrame::Bye { why, retry_ms } => {
                self.bye = Some(End { why: Some(why), retry_ms, code: None });
            }
        }
    }

    fn event(&mut self, seen: Seen) {
        let (lane, pos) = (seen.lane, seen.pos);
        let last = match lane {
            WireLane::All => &mut self.positions.all,
            WireLane::Facilitators => &mut self.positions.facilitators,
            WireLane::Interpreters => &mut self.positions.interpreters,
            WireLane::Seat => &mut self.positions.seat,
        };
        if pos != last.next() {
            self.faults.push(format!("{lane:?}: after {last} came {pos}"));
        }
        if pos > *last {
            *last = pos;
            self.view.fold(seen.event.clone());
        }
        self.seen.push(seen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(pos: u64) -> ServerFrame {
        let at = roundtable_core::time::Timestamp(0);
        ServerFrame::Event { lane: WireLane::All, pos: Position(pos), at, event: Event::Opened }
    }

    #[test]
    fn a_doubled_event_and_a_gap_are_faults() {
        let mut state = State::default();
        state.frame(opened(1));
        assert!(state.faults.is_empty());
        state.frame(opened(1));
        state.frame(opened(3));
        assert_eq!(state.faults, ["All: after 1 came 1", "All: after 1 came 3"]);
    }

    #[test]
    fn the_goodbye_explains_the_end() {
        let mut state = State::default();
        state.frame(ServerFrame::Bye { why: CloseCode::Restarting, retry_ms: Some(500) });
        state.take(Received::Closed(Some(1012)));
        let end = End { why: Some(CloseCode::Restarting), retry_ms: Some(500), code: Some(1012) };
        assert_eq!(state.ended, Some(end));
    }
}
