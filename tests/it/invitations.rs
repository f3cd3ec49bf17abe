//! A link works once, and looking at it costs nothing.

use crate::support::{Setup, TestServer};
use futures_util::future::join_all;
use hyper::StatusCode;
use roundtable_load::http::{delete, get, post};
use roundtable_load::{Link, Seat};
use serde_json::json;

fn link(server: &TestServer) -> Link {
    server.invitation.links.participant[0].parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_hundred_who_redeem_a_link_at_once_one_gets_the_seat() {
    let server = TestServer::start(Setup::default());
    let link = link(&server);
    let answers = join_all((0..100).map(|_| link.try_redeem())).await;
    let (mut seats, mut unknown) = (0, 0);
    for answer in answers.into_iter().map(Result::unwrap) {
        match answer.status {
            StatusCode::CREATED => seats += 1,
            StatusCode::NOT_FOUND if answer.code() == "invitation_unknown" => unknown += 1,
            status => panic!("{status} {}", answer.code()),
        }
    }
    assert_eq!((seats, unknown), (1, 99));
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_an_invitation_consumes_nothing() {
    let server = TestServer::start(Setup::default());
    let link = link(&server);
    for _ in 0..20 {
        let seen = link.look().await.unwrap();
        assert_eq!(seen.status, StatusCode::OK);
        let seen = seen.json();
        assert_eq!((&seen["role"], &seen["practice"]), (&json!("participant"), &json!(true)));
        assert_eq!(seen["sides"].as_array().unwrap().len(), 2);
    }
    link.redeem().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_used_invitation_tells_no_more_than_one_that_never_was() {
    let server = TestServer::start(Setup::default());
    let used = link(&server);
    used.redeem().await.unwrap();
    let never = Link { code: "0".repeat(used.code.len()), ..used.clone() };
    for (one, other) in [
        (used.look().await.unwrap(), never.look().await.unwrap()),
        (used.try_redeem().await.unwrap(), never.try_redeem().await.unwrap()),
    ] {
        assert_eq!((one.status, &one.body), (other.status, &other.body));
        assert_eq!(
            (one.status, one.code().as_str()),
            (StatusCode::NOT_FOUND, "invitation_unknown")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_consent_nobody_is_seated_and_the_link_stays_good() {
    let server = TestServer::start(Setup::default());
    let link = link(&server);
    let body = json!({ "code": link.code, "consents": ["summary"] });
    let answer = post(&link.origin, "/api/invitations/redeem", None, &body).await.unwrap();
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, "consent_missing")
    );
    link.redeem().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_a_link_as_mail_programs_do_redeems_nothing() {
    let server = TestServer::start(Setup::default());
    let link = link(&server);
    for path in ["/join", "/api/invitations/redeem", "/api/invitations/look"] {
        get(&link.origin, path, None).await.unwrap();
    }
    link.redeem().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_is_known_by_its_own_cookie_alone_and_can_be_forgotten() {
    let server = TestServer::start(Setup::default());
    let links = &server.invitation.links.participant;
    let mine: Seat = links[0].parse::<Link>().unwrap().redeem().await.unwrap();
    let other: Seat = links[1].parse::<Link>().unwrap().redeem().await.unwrap();
    let both = format!("{}; {}", mine.cookie, other.cookie);

    for (cookie, status) in [
        (Some(mine.cookie.as_str()), StatusCode::OK),
        (Some(both.as_str()), StatusCode::OK),
        (Some(other.cookie.as_str()), StatusCode::UNAUTHORIZED),
        (None, StatusCode::UNAUTHORIZED),
    ] {
        let answer = get(&mine.origin, &mine.path(""), cookie).await.unwrap();
        assert_eq!(answer.status, status);
        if status == StatusCode::UNAUTHORIZED {
            assert_eq!(answer.code(), "seat_unknown");
        }
    }

    let forgotten = delete(&mine.origin, &mine.path(""), Some(&mine.cookie)).await.unwrap();
    assert_eq!(forgotten.status, StatusCode::NO_CONTENT);
    assert!(forgotten.headers.contains_key("clear-site-data"));
    assert!(mine.ticket().await.is_err(), "the token ended with it");
    other.ticket().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_cookie_is_for_the_page_and_the_server_alone() {
    let server = TestServer::start(Setup::default());
    let answer = link(&server).try_redeem().await.unwrap();
    let cookie = answer.headers["set-cookie"].to_str().unwrap();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(
        cookie.starts_with(&format!("s-{}=", answer.json()["handle"].as_str().unwrap())),
        "{cookie}"
    );
}
