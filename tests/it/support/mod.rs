//! What the tests stand on: a server of their own, a table with people, texts, chance.

pub(crate) mod attack;
pub(crate) mod chance;
pub(crate) mod database;
pub(crate) mod record;
pub(crate) mod server;
pub(crate) mod table;
pub(crate) mod texts;

pub(crate) use database::Database;
pub(crate) use server::{Setup, TestServer};
pub(crate) use table::Table;
