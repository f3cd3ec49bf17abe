//! The frames on the wire, in JSON: the only crate that knows their shape.
//!
//! [`client`] is what a browser sends, [`server`] what it is answered, [`mod@event`] what a lane may
//! know of a fact, [`close`] how a connection ends. The TypeScript declarations in
//! `web/src/wire.ts` are written from these types by a test, and a stale file is red.
//!
//! To add a frame: a variant in the file of its direction, a golden file in `tests/golden/frames`,
//! a paragraph in `docs/protocol.md`.

pub mod client;
pub mod close;
pub mod event;
pub mod server;
#[cfg(test)]
mod typescript;

pub use client::{ClientFrame, Positions, WireCommand};
pub use close::CloseCode;
pub use event::{Event, Words, event};
pub use server::{ServerFrame, WireLane};

/// The version of the protocol; a client says it in its first frame.
pub const PROTOCOL: u16 = 1;

/// The largest frame that a client may send, in bytes.
pub const MAX_FRAME: usize = 16 * 1_024;

/// Unanswered commands that a seat may have at a time.
pub const MAX_UNANSWERED: usize = 16;
