//! `docs/protocol.md` says what is so: its examples are golden frames, and every event, command,
//! refusal and close code stands in it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use roundtable_core::refusal::Refusal;
use serde_json::Value;
use std::fs::read_to_string;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn page() -> String {
    read_to_string(Path::new(ROOT).join("docs/protocol.md")).unwrap()
}

fn golden(name: &str) -> Value {
    let path = Path::new(ROOT).join("tests/golden/frames").join(format!("{name}.json"));
    let text = read_to_string(&path).unwrap_or_else(|_| panic!("no golden frame {name}"));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_example_is_a_golden_frame() {
    let page = page();
    let mut blocks = page.split("```json").skip(1).peekable();
    assert!(blocks.peek().is_some());
    for block in blocks {
        let (name, rest) = block.split_once('\n').unwrap();
        let name = name.trim().strip_prefix("golden=").unwrap();
        let (json, _) = rest.split_once("```").unwrap();
        assert_eq!(serde_json::from_str::<Value>(json).unwrap(), golden(name), "{name}");
    }
}

#[test]
fn every_event_command_refusal_and_close_code_is_described() {
    let page = page();
    let files = std::fs::read_dir(Path::new(ROOT).join("tests/golden/frames")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let tags = names.filter_map(|name| {
        let name = name.strip_suffix(".json")?.split("--").next()?.to_owned();
        let name = name.strip_prefix("event-").or_else(|| name.strip_prefix("client-"))?;
        Some(name.replace('-', "_"))
    });
    let codes = Refusal::CODES.map(str::to_owned);
    let closing = [
        "not_text",
        "bad_frame",
        "too_big",
        "restarting",
        "bad_hello",
        "bad_ticket",
        "too_slow",
        "replaced",
        "too_fast",
        "fault",
    ];
    for word in tags.chain(codes).chain(closing.map(str::to_owned)) {
        assert!(word == "hello" || page.contains(&format!("`{word}`")), "{word} is not described");
    }
}
