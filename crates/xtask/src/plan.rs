//! The stages, in order. To add one: a line here.

use crate::count::Runner;
use crate::provide::Services;
use crate::stage::{Stage, Work};
use crate::{doctor, own, web};
use std::process::Command;

/// `cargo xtask check`: what is quick.
pub(crate) fn check() -> Vec<Stage> {
    let mut fast =
        cargo(&["test", "-p", "roundtable-core", "-p", "roundtable-protocol", "-p", "xtask"]);
    fast.env("ROUNDTABLE_WEB", "skip");
    vec![packages(), format(), clippy(), tests("fast tests", &[], fast, Runner::Cargo)]
        .into_iter()
        .chain(front_end())
        .collect()
}

/// `cargo xtask test`: everything.
pub(crate) fn test(services: &Services, database: &str, dirty_before: String) -> Vec<Stage> {
    [
        vec![packages(), pages(), format(), clippy(), binaries(), documentation()],
        vec![cargo_tests(services, database)],
        front_end(),
        vec![browser(services), licences()],
        vec![
            own_check("paths", own::no_machine_paths),
            own_check("generated files", move |root| own::nothing_was_written(root, &dirty_before)),
        ],
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn own_check(
    name: &'static str,
    check: impl FnOnce(&std::path::Path) -> anyhow::Result<()> + 'static,
) -> Stage {
    Stage { name, needs: &[], work: Work::Own(Box::new(check)) }
}

fn tests(
    name: &'static str,
    needs: &'static [&'static str],
    command: Command,
    runner: Runner,
) -> Stage {
    Stage { name, needs, work: Work::Program { command, runner } }
}

fn program(name: &'static str, needs: &'static [&'static str], command: Command) -> Stage {
    tests(name, needs, command, Runner::None)
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).env("CARGO_TERM_COLOR", "never");
    command
}

fn in_web(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir("web").env("NO_COLOR", "1").env("CI", "1");
    command
}

fn packages() -> Stage {
    own_check("web packages", web::install)
}

fn pages() -> Stage {
    Stage { needs: &["web packages"], ..own_check("web build", web::build) }
}

fn format() -> Stage {
    program("format", &[], cargo(&["fmt", "--all", "--check"]))
}

fn clippy() -> Stage {
    let arguments =
        ["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
    program("clippy", &[], cargo(&arguments))
}

fn binaries() -> Stage {
    program(
        "binaries",
        &["web build"],
        cargo(&["build", "-p", "roundtable", "-p", "roundtable-load"]),
    )
}

fn documentation() -> Stage {
    let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items"]);
    // Private items are documented too, so links to them resolve; the help texts of flags are doc
    // comments, and people copy addresses from them.
    let allowed = "-A rustdoc::private_intra_doc_links -A rustdoc::bare_urls";
    doc.env("RUSTDOCFLAGS", format!("-D warnings {allowed}"));
    program("documentation", &[], doc)
}

fn cargo_tests(services: &Services, database: &str) -> Stage {
    let mut command = cargo(&["test", "--workspace", "--no-fail-fast"]);
    command
        .env("ROUNDTABLE_TEST_PG", database)
        .env("ROUNDTABLE_CHROMIUM", &services.chromium)
        .env_remove("DATABASE_URL")
        .env_remove("ROUNDTABLE_UPDATE");
    tests("cargo test", &["binaries"], command, Runner::Cargo)
}

fn front_end() -> Vec<Stage> {
    let needs = &["web packages"];
    vec![
        program("types", needs, in_web("npx", &["--no-install", "tsc", "--noEmit"])),
        program("biome", needs, in_web("npx", &["--no-install", "biome", "ci"])),
        tests("vitest", needs, in_web("npx", &["--no-install", "vitest", "run"]), Runner::Vitest),
    ]
}

fn browser(services: &Services) -> Stage {
    let mut command = in_web("node", &["e2e/run.mjs"]);
    command.env("ROUNDTABLE_CHROMIUM", &services.chromium).env_remove("DATABASE_URL");
    tests("browser", &["web packages", "binaries"], command, Runner::Node)
}

/// Building `cargo-deny` takes longer than all the rest, so it is used where it is.
fn licences() -> Stage {
    let name = "licences";
    if doctor::on_path("cargo-deny").is_none() {
        let why = "cargo-deny is not installed (cargo install --locked cargo-deny). Advisories are \
                   never checked here: their database is on the network";
        return Stage { name, needs: &[], work: Work::Skipped(why) };
    }
    program(name, &[], cargo(&["deny", "--all-features", "check", "licenses", "bans", "sources"]))
}
