//! System tests: the built program, real sockets, real databases.
//!
//! The tests are in `it/`, one binary: `cargo build -p roundtable -p roundtable-load`, then
//! `cargo test -p system-tests`. `ROUNDTABLE_BIN` and `ROUNDTABLE_LOAD_BIN` name other builds;
//! `ROUNDTABLE_TEST_PG=postgres://…` adds PostgreSQL. `data/` holds the texts that they run on,
//! `golden/` what the core and the protocol wrote.
//!
//! To add a test: a sentence in the file of its subject, or a new file and its line in
//! `it/main.rs`. A test starts its own server with `it/support`, waits for events and never for
//! time, and leaves nothing behind.
