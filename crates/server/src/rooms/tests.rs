//! What a room promises when the log fails, when people read slowly, and when words are erased.
//!
//! [`scene`] is the room and its people; [`log`] tells of appends that go wrong, [`readers`] of
//! connections, [`erasure`] of texts that go, [`seats`] of names. To add one: a sentence in the
//! file of its subject.

mod erasure;
mod log;
mod readers;
mod scene;
mod seats;
