//! Writes `web/src/wire.ts` from the types of this crate. Stale is red;
//! `ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol` writes it anew.

use crate::{client, close, event, server};
use roundtable_core::{id, keys, language, refusal, roles, room, session, text, time};
use std::fmt::Write as _;
use ts_rs::{Config, TS};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/src/wire.ts");

fn declare<T: TS + 'static>(out: &mut String, config: &Config) {
    writeln!(out, "export {}", T::decl(config)).unwrap();
}

macro_rules! declarations {
    ($out:expr, $config:expr, $($t:ty),* $(,)?) => { $(declare::<$t>($out, $config);)* };
}

fn declarations() -> String {
    let mut out = String::from(
        "// Written by `ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol` from the Rust types. Do not edit.\n\n",
    );
    let config = Config::default();
    declarations!(
        &mut out,
        &config,
        time::Timestamp,
        time::Span,
        id::SeatNo,
        id::MessageNumber,
        id::Position,
        id::ProposalId,
        id::PhaseIndex,
        id::Nonce,
        language::Language,
        roles::Role,
        roles::Side,
        roles::Belonging,
        roles::Intent,
        roles::Stage,
        session::Kind,
        session::Mode,
        session::Writers,
        session::Screened,
        session::Phase,
        session::Settings,
        keys::Act,
        room::command::Consent,
        room::command::Reason,
        room::command::PauseReason,
        room::fact::HoldReason,
        text::TextFault,
        refusal::Refusal,
        client::Positions,
        client::WireCommand,
        client::ClientFrame,
        event::Said,
        event::Outcome,
        event::WireVerdict,
        event::Event,
        close::CloseCode,
        server::WireLane,
        server::ServerFrame,
    );
    let codes = refusal::Refusal::CODES.map(|code| format!("\"{code}\"")).join(", ");
    writeln!(out, "export const REFUSAL_CODES = [{codes}] as const;").unwrap();
    out
}

#[test]
fn the_typescript_declarations_are_up_to_date() {
    let fresh = declarations();
    if std::env::var_os("ROUNDTABLE_UPDATE").is_some() {
        std::fs::write(PATH, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        committed == fresh,
        "web/src/wire.ts is stale: ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol"
    );
}
