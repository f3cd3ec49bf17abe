//! The inventory of log lines: reads the source and holds every one of them to the rules, so that
//! no line can come to carry what somebody wrote or who they are.
//!
//! The words of a line are fixed (no `{}`), its fields are on the list, no field is printed with
//! `Debug` (which may show what an error holds), and an instrumented function skips its arguments.

use super::FIELDS;
use std::fs;
use std::path::{Path, PathBuf};

const MACROS: [&str; 12] = [
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "event",
    "span",
    "trace_span",
    "debug_span",
    "info_span",
    "warn_span",
    "error_span",
];

/// What is wrong with the log lines of a source text.
fn faults(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in MACROS {
        let call = format!("{name}!(");
        for (at, _) in source.match_indices(&call) {
            let before = source[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                let arguments = arguments(&source[at + call.len()..]);
                let wrong = arguments.iter().filter_map(|argument| fault(argument));
                found.extend(wrong.map(|fault| format!("{call}…): {fault}")));
            }
        }
    }
    if source.contains("instrument]") {
        found.push("instrument must say skip_all".to_owned());
    }
    for (at, attribute) in source.match_indices("instrument(") {
        let inside = arguments(&source[at + attribute.len()..]);
        if source[..at].ends_with(['[', ':']) && !inside.iter().any(|a| a == "skip_all") {
            found.push("instrument(…) must say skip_all".to_owned());
        }
    }
    found
}

/// What is wrong with one argument of a log macro.
fn fault(argument: &str) -> Option<String> {
    if argument.starts_with('"') {
        let literal = argument.replace("{{", "").replace("}}", "");
        return literal.contains('{').then(|| format!("{argument} has a hole"));
    }
    let is_path = argument.contains("Level::");
    let is_option = ["target:", "parent:", "name:"].iter().any(|o| argument.starts_with(o));
    if is_path || is_option || argument.is_empty() {
        return None;
    }
    let (name, value) =
        argument.split_once('=').map_or((argument, argument), |(n, v)| (n.trim(), v.trim()));
    if value.starts_with('?') {
        return Some(format!("{argument} is printed with Debug"));
    }
    let name = name.trim_start_matches('%');
    let name = name.rsplit('.').next().unwrap_or(name);
    (!FIELDS.contains(&name)).then(|| format!("the field {name} is not on the list"))
}

/// The arguments of a call whose opening bracket was just passed, split at its own commas.
fn arguments(rest: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    let mut arguments = vec![String::new()];
    for c in rest.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = arguments.last_mut() {
            last.push(c);
        }
    }
    arguments.into_iter().map(|argument| argument.trim().to_owned()).collect()
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let deeper = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    entries.flat_map(deeper).filter(|path| path.extension().is_some_and(|e| e == "rs")).collect()
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn promise_5_no_log_line_can_carry_a_text_a_name_an_address_or_a_token() {
    for dir in ["core/src", "protocol/src", "store/src", "server/src"] {
        for path in sources(&crates().join(dir)) {
            if path.ends_with("telemetry/inventory.rs") {
                continue; // holds the bad examples below
            }
            let faults = faults(&fs::read_to_string(&path).unwrap());
            assert!(faults.is_empty(), "{}: {}", path.display(), faults.join("; "));
        }
    }
}

#[test]
fn the_rules_find_what_they_are_for() {
    let good = r#"
        tracing::info!(room = %id, count, "a room was loaded");
        warn!(error = %fault, ms = started.elapsed().as_millis(), "the append failed, (again)");
        let span = info_span!("request", method = %request.method(), route);
        #[tracing::instrument(level = "debug", skip_all, fields(room = %room))]
    "#;
    assert_eq!(faults(good), Vec::<String>::new());
    for bad in [
        r#"info!("said {text}")"#,
        r#"tracing::debug!("{}", message.text)"#,
        "info!(text = %message.text, \"said\")",
        "info!(name, \"joined\")",
        "warn!(%address, \"too many\")",
        "error!(error = ?fault, \"failed\")",
        "error!(?error, \"failed\")",
        "debug!(%seat.name, \"x\")",
        "info_span!(\"request\", token = %token)",
        "#[tracing::instrument]",
        "#[tracing::instrument(level = \"info\")]",
    ] {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
}

#[test]
fn every_field_is_explained_to_the_operator() {
    let document = fs::read_to_string(crates().join("../docs/operate.md")).unwrap();
    for field in FIELDS {
        assert!(document.contains(&format!("`{field}`")), "docs/operate.md explains no `{field}`");
    }
}
