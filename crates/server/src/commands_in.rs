//! Frames from a client, the same way for websocket and fallback: limits, parsing, screening,
//! offering to the room.

use crate::limits::ConnectionLimits;
use crate::rooms::{Connection, RoomHandle};
use crate::telemetry::metric;
use roundtable_core::id::Nonce;
use roundtable_core::refusal::Refusal;
use roundtable_protocol::{ClientFrame, CloseCode, MAX_UNANSWERED, ServerFrame, WireCommand};

/// Refusals for sending too fast before the connection ends.
const PATIENCE: u32 = 60;
/// When to come back, in milliseconds.
const RETRY_MS: u32 = 500;

/// What comes in over one connection.
pub struct Intake {
    room: RoomHandle,
    connection: Connection,
    limits: ConnectionLimits,
    limited: bool,
    too_fast: u32,
}

impl Intake {
    /// For one connection that has joined. `limited` is off only for load tests in practice.
    pub fn new(
        room: RoomHandle,
        connection: Connection,
        limits: ConnectionLimits,
        limited: bool,
    ) -> Self {
        Self { room, connection, limits, limited, too_fast: 0 }
    }

    /// A text frame. A broken one ends the connection; a command that a rule refuses is answered.
    pub fn frame(&mut self, text: &str) -> Result<(), CloseCode> {
        match serde_json::from_str(text) {
            Ok(ClientFrame::Do { nonce, command }) => self.command(nonce, command),
            Ok(ClientFrame::Hello { .. }) | Err(_) => Err(CloseCode::BadFrame),
        }
    }

    /// A ping or pong of the client's own making.
    pub fn control(&mut self) -> Result<(), CloseCode> {
        if !self.limited || self.limits.control() { Ok(()) } else { Err(CloseCode::TooFast) }
    }

    /// A command.
    pub fn command(&mut self, nonce: Nonce, command: WireCommand) -> Result<(), CloseCode> {
        let within = !self.limited || self.limits.frame();
        if !within || !self.connection.ask(MAX_UNANSWERED) {
            metrics::counter!(metric::LIMITED, "limit" => "frames").increment(1);
            self.too_fast += 1;
            if self.too_fast > PATIENCE {
                return Err(CloseCode::TooFast);
            }
            self.refuse(nonce, Refusal::TooFast { retry_ms: RETRY_MS });
            return Ok(());
        }
        self.too_fast = 0;
        let offered = command.parse().and_then(|command| {
            let seat = self.connection.seat();
            self.room
                .submit(seat, nonce.clone(), command, self.connection.clone())
                .map_err(|_| Refusal::Busy { retry_ms: RETRY_MS })
        });
        if let Err(refusal) = offered {
            self.connection.answered(&ServerFrame::Refused { nonce, refusal });
        }
        Ok(())
    }

    fn refuse(&self, nonce: Nonce, refusal: Refusal) {
        self.connection.send_frame(&ServerFrame::Refused { nonce, refusal });
    }
}
