//! The built program, from outside. Every file is a subject, every test a sentence.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what it expects by failing"
)]

mod support;

mod chat;
mod hold;
mod hostile_frames;
mod hostile_load;
mod hostile_tickets;
mod invitations;
mod kill;
mod lanes;
mod one_byte;
mod record;
mod rehearsal;
mod restart;
mod resume;
