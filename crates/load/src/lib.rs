//! Clients of a room, without a browser: for rehearsals and for the system tests.
//!
//! This crate knows the wire and the addresses of the HTTP interface, and nothing of the server.
//! Read in this order: [`http`] asks one thing; [`seat`] turns an invitation into a seat and a
//! seat into tickets; [`wire`] carries frames, over a websocket or over the fallback; [`view`]
//! is what a person would have on her screen; [`client`] is all of it together; [`rehearsal`]
//! plays the session written in `script/`.
//!
//! To let clients do something new: a method in [`client`] if it is one command, a module of its
//! own beside [`rehearsal`] if it is a whole conduct.

pub mod client;
pub mod http;
pub mod rehearsal;
pub mod script;
pub mod seat;
pub mod state;
pub mod view;
pub mod wire;

pub use client::Client;
pub use seat::{Invitation, Link, Links, Seat};
pub use state::{Answer, State};
pub use view::View;
