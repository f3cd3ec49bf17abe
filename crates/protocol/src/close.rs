//! How a connection ends: close codes of the websocket, and the reason in a `bye` frame.

use serde::{Deserialize, Serialize};

/// Why the server ends a connection. In the fallback the same code stands in the `bye` frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CloseCode {
    /// 1003: a binary frame.
    NotText,
    /// 1007: not UTF-8, not JSON, or no frame that this protocol knows.
    BadFrame,
    /// 1009: larger than 16 KiB.
    TooBig,
    /// 1012: the server restarts; come back after `retry_ms`.
    Restarting,
    /// 4400: the first frame was not a hello, or speaks another protocol.
    BadHello,
    /// 4401: the ticket is unknown, used, too old or of another room, or the seat was ended.
    BadTicket,
    /// 4408: too slow: what waited was dropped, resume from the last positions.
    TooSlow,
    /// 4409: this seat has two connections already; the older one was closed.
    Replaced,
    /// 4429: went on sending too fast.
    TooFast,
    /// 4500: our fault; resume.
    Fault,
}

impl CloseCode {
    /// The number in the websocket's close frame.
    pub const fn number(self) -> u16 {
        match self {
            Self::NotText => 1003,
            Self::BadFrame => 1007,
            Self::TooBig => 1009,
            Self::Restarting => 1012,
            Self::BadHello => 4400,
            Self::BadTicket => 4401,
            Self::TooSlow => 4408,
            Self::Replaced => 4409,
            Self::TooFast => 4429,
            Self::Fault => 4500,
        }
    }
}
