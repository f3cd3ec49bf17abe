//! Every frame that this protocol knows, frozen as a file in `tests/golden/frames`.
//!
//! The browser's reducer reads the same files, so that Rust and TypeScript cannot drift apart.
//! A frozen frame is a promise: `ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol` writes the
//! files that are missing and never overwrites one.
//!
//! To add a frame: its name in `golden/names.rs`, a sample in `golden/server.rs`,
//! `golden/events.rs` or `golden/client.rs`. A second sample of the same variant has a name that
//! goes on after two dashes, such as `event-message--az`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "golden/client.rs"]
mod client;
#[path = "golden/events.rs"]
mod events;
#[path = "kit/mod.rs"]
mod kit;
#[path = "golden/names.rs"]
mod names;
#[path = "golden/server.rs"]
mod server;

use roundtable_protocol::{ClientFrame, ServerFrame};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/frames");

/// A frame, and the name of its file without `.json`.
pub(crate) type Sample<T> = (&'static str, T);

fn path(name: &str) -> PathBuf {
    PathBuf::from(FOLDER).join(format!("{name}.json"))
}

/// The frozen frame; written from the sample first when updates are asked for and it is missing.
fn frozen<T: Serialize>(name: &str, sample: &T) -> Value {
    let path = path(name);
    if std::env::var_os("ROUNDTABLE_UPDATE").is_some() && !path.exists() {
        let mut json = serde_json::to_string_pretty(sample).unwrap();
        json.push('\n');
        std::fs::write(&path, json).unwrap();
    }
    let text = std::fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("no golden file for {name}: ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol")
    });
    serde_json::from_str(&text).unwrap()
}

fn holds<T: Serialize + DeserializeOwned>(samples: &[Sample<T>], name_of: impl Fn(&T) -> String) {
    for (name, sample) in samples {
        let json = frozen(name, sample);
        let frame: T = serde_json::from_value(json.clone())
            .unwrap_or_else(|error| panic!("{name} cannot be read any more: {error}"));
        assert_eq!(serde_json::to_value(&frame).unwrap(), json, "{name} is written otherwise now");
        let variant = name.split("--").next().unwrap();
        assert_eq!(name_of(&frame), variant, "{name} holds another frame than its name says");
    }
}

fn assert_complete<T>(samples: &[Sample<T>], names: &[String]) {
    let have: BTreeSet<_> = samples.iter().map(|(name, _)| *name).collect();
    for name in names {
        assert!(have.contains(name.as_str()), "no sample for {name}");
    }
}

#[test]
fn every_frame_of_the_server_reads_and_writes_as_it_was_frozen() {
    let samples: Vec<_> = server::samples().into_iter().chain(events::samples()).collect();
    assert_complete(&samples, &names::server_names());
    holds(&samples, names::of_server);
}

#[test]
fn every_frame_of_a_client_reads_and_writes_as_it_was_frozen() {
    let samples = client::samples();
    assert_complete(&samples, &names::client_names());
    holds(&samples, names::of_client);
}

#[test]
fn no_golden_file_is_without_its_frame() {
    let server = server::samples().into_iter().chain(events::samples()).map(|(name, _)| name);
    let client = client::samples().into_iter().map(|(name, _)| name);
    let known: BTreeSet<_> = server.chain(client).map(path).collect();
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let named = known.iter().any(|known| known.file_name() == path.file_name());
        assert!(named, "{} belongs to no sample", path.display());
    }
}

#[test]
fn a_client_may_leave_out_what_has_a_default() {
    for short in [
        r#"{"type":"hello","protocol":1,"ticket":"t"}"#,
        r#"{"type":"hello","protocol":1,"ticket":"t","resume":{"all":3},"added_later":true}"#,
        r#"{"type":"do","nonce":"n-00000001","command":{"do":"return","desk":1,"reason":"other"}}"#,
    ] {
        assert!(serde_json::from_str::<ClientFrame>(short).is_ok(), "{short}");
    }
    let welcome = r#"{"type":"bye","why":"fault"}"#;
    assert!(serde_json::from_str::<ServerFrame>(welcome).is_ok());
}

#[test]
fn what_is_no_frame_is_an_error_and_never_a_guess() {
    for broken in [
        r#"{"type":"do","nonce":"short","command":{"do":"leave"}}"#,
        r#"{"type":"do","nonce":"n-00000001","command":{"do":"publish"}}"#,
        r#"{"type":"shout"}"#,
        r#"{"nonce":"n-00000001"}"#,
        "[]",
        "",
    ] {
        assert!(serde_json::from_str::<ClientFrame>(broken).is_err(), "{broken}");
    }
}
