//! The server: everything of Roundtable that touches the world.
//!
//! The rules live in `roundtable-core`; here are the clock, randomness, files, sockets and tasks
//! around them. The leaf modules below know one subject each and nothing of rooms. To add one:
//! a file, a line here, and its tests beside the code.

pub mod assets;
pub mod clock;
pub mod commands;
pub mod commands_in;
pub mod config;
pub mod control;
pub mod cookies;
pub mod headers;
pub mod hello;
pub mod http;
pub mod keys_folder;
pub mod lifecycle;
pub mod limits;
pub mod operator;
pub mod origin;
pub mod random;
pub mod rooms;
pub mod seal;
pub mod sessions;
pub mod state;
pub mod stream;
pub mod telemetry;
pub mod tickets;
pub mod vault;
pub mod ws;
