//! The core stays pure: nothing in it can reach a disk, a socket, a clock or a die.

use std::collections::BTreeSet;

const MANIFEST: &str = include_str!("../Cargo.toml");

/// What the rules may lean on: hashing, shapes and letters. None of these does I/O.
const ALLOWED: [&str; 10] = [
    "hex",
    "hmac",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
    "unicode-properties",
    "unicode-segmentation",
];

/// The lines of one table of the manifest, comments left out.
fn table(header: &str) -> impl Iterator<Item = &'static str> {
    let lines = MANIFEST.lines().map(str::trim).skip_while(move |line| *line != header).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn name(line: &'static str) -> &'static str {
    line.split(['=', '.', ' ']).next().unwrap_or(line)
}

#[test]
fn the_core_depends_on_nothing_that_is_not_listed_here() {
    let found: BTreeSet<&str> = table("[dependencies]").map(name).collect();
    assert_eq!(found, ALLOWED.into_iter().collect());
}

#[test]
fn the_declarations_for_the_wire_are_only_there_when_asked_for() {
    let ts_rs = table("[dependencies]").find(|line| name(line) == "ts-rs").unwrap();
    assert!(ts_rs.contains("optional = true"), "{ts_rs}");
}

#[test]
fn no_other_table_brings_in_a_dependency() {
    let headers = MANIFEST.lines().map(str::trim).filter(|line| line.starts_with('['));
    let tables: Vec<&str> = headers.filter(|line| line.contains("dependencies")).collect();
    assert_eq!(tables, ["[dependencies]", "[dev-dependencies]"]);
}
