//! The rules of Roundtable, and nothing else: no I/O, no clock, no randomness, no async.
//!
//! Read in this order: [`id`], [`time`], [`text`] and [`language`] are the small words;
//! [`roles`] says who may do what; [`room`] is the decider; [`keys`] are grave acts that wait
//! for a second person; [`session`] holds templates and settings; [`moderation`] is what the
//! shell found in a text; [`record`] is the account that either side can check;
//! [`refusal`] is every way to say no.
//!
//! The contract of the decider:
//!
//! ```text
//! room.decide(actor, command, now) -> Result<Decision, Refusal>   looks at nothing but its arguments
//! room.apply(&row)                                                it happened; never fails
//! room.next_deadline() -> Option<Timestamp>                       when `Command::Tick` is due
//! ```

pub mod id;
pub mod keys;
pub mod language;
pub mod moderation;
pub mod record;
pub mod refusal;
pub mod roles;
pub mod room;
pub mod session;
pub mod text;
pub mod time;

#[cfg(feature = "testing")]
pub mod testing;
