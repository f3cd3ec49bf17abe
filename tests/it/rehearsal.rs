//! The rehearsal, as a person starts it.

use crate::support::server::program;
use crate::support::table::{connect, redeem};
use crate::support::{Setup, TestServer};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Stage};
use roundtable_load::wire::Way;
use roundtable_protocol::WireCommand;
use serde_json::{Value, json};
use std::process::{Child, Command, Output, Stdio};

/// Starts companions at full speed.
fn start(server: &TestServer, arguments: &[&str]) -> Child {
    let links = server.scratch("links.json");
    std::fs::write(&links, serde_json::to_string(&server.invitation).unwrap()).unwrap();
    let mut command = Command::new(program("roundtable-load", "ROUNDTABLE_LOAD_BIN"));
    command.arg("rehearse").arg(links).args(["--pace", "fast", "--json"]).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn rehearse(server: &TestServer, arguments: &[&str]) -> Output {
    start(server, arguments).wait_with_output().unwrap()
}

fn summary(output: &Output) -> Value {
    let progress = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{progress}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn companions_play_the_whole_session_to_its_end() {
    let server = TestServer::start(Setup { rate_limits: true, ..Setup::default() });
    let summary = summary(&rehearse(&server, &[]));
    let count = |name: &str| summary[name].as_u64().unwrap();
    assert_eq!((count("companions"), count("left_to_people"), count("skipped")), (9, 0, 0));
    assert_eq!(
        (count("held"), count("returned"), count("withdrawn"), count("pauses")),
        (4, 2, 2, 2)
    );
    assert!(count("messages") > 30, "{summary}");
}

#[test]
fn companions_facilitate_in_any_of_the_languages_and_more_people_than_the_script_knows_take_part() {
    let setup = Setup { rate_limits: true, participants: 6, ..Setup::default() };
    let summary = summary(&rehearse(&TestServer::start(setup), &["--language", "hy"]));
    assert_eq!((&summary["companions"], &summary["skipped"]), (&json!(11), &json!(0)));
}

#[test]
fn a_rehearsal_whose_links_were_used_ends_with_an_error_that_says_which() {
    let server = TestServer::start(Setup::default());
    assert!(rehearse(&server, &[]).status.success());
    let output = rehearse(&server, &[]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        error.contains("the link of Facilitator 1") && error.contains("invitation_unknown"),
        "{error}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_facilitator_practises_alone_and_what_she_leaves_undone_a_companion_does() {
    let server = TestServer::start(Setup { rate_limits: true, ..Setup::default() });
    let mut person =
        connect(redeem(&server.invitation.links.facilitator[0]).await, Way::Socket).await;
    person.introduce("Somebody", Belonging::A, Language::En).await.unwrap();
    let companions = start(&server, &["--leave", "facilitator=1"]);
    person.until("all are here", |state| state.view.people.len() == 9).await.unwrap();
    let named =
        |state: &roundtable_load::State| state.view.people.values().all(|p| p.name.is_some());
    person.until("all have a name", named).await.unwrap();

    person.act(WireCommand::Propose { act: Act::Open }).await.unwrap();
    person.until("a companion seconds it", |s| s.view.stage == Stage::Live).await.unwrap();
    let output =
        tokio::task::spawn_blocking(|| companions.wait_with_output().unwrap()).await.unwrap();

    let summary = summary(&output);
    assert_eq!((&summary["companions"], &summary["left_to_people"]), (&json!(8), &json!(1)));
    person.until("it is closed", |state| state.view.stage == Stage::Closed).await.unwrap();
}
