//! Who may not come in.

use crate::support::attack::{to_the_end, with_ticket};
use crate::support::table::redeem;
use crate::support::{Setup, Table, TestServer};
use futures_util::SinkExt;
use hyper::{Method, StatusCode};
use roundtable_load::Seat;
use roundtable_load::http::{authority, page_request, post, send};
use roundtable_load::wire::{hello, socket, text, upgrade};
use roundtable_protocol::{CloseCode, Positions};
use serde_json::json;
use std::time::Duration;
use tokio_tungstenite::tungstenite::{self, http::HeaderValue};

async fn assert_refused(seat: &Seat, ticket: &str, what: &str) {
    let mut bare = with_ticket(seat, ticket).await;
    let (frames, code) = to_the_end(&mut bare).await;
    assert_eq!(code, Some(CloseCode::BadTicket.number()), "{what}");
    assert!(!format!("{frames:?}").contains("Welcome"), "{what}");
    let body = serde_json::to_value(hello(ticket.to_owned(), Positions::default())).unwrap();
    let answer = post(&seat.origin, "/api/stream", None, &body).await.unwrap();
    let refused = answer.status == StatusCode::UNAUTHORIZED
        || answer.body.windows(12).any(|window| window == b"\"bad_ticket\"");
    assert!(refused, "{what} over the fallback: {} {:?}", answer.status, answer.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_is_good_once_for_its_own_server_and_for_nothing_else() {
    let server = TestServer::start(Setup::default());
    let elsewhere = TestServer::start(Setup::default());
    let seat = redeem(&server.invitation.links.participant[0]).await;
    let stranger = redeem(&elsewhere.invitation.links.participant[0]).await;

    let used = seat.ticket().await.unwrap();
    drop(
        roundtable_load::Client::connect(seat.clone(), roundtable_load::wire::Way::Socket)
            .await
            .unwrap(),
    );
    let mut first = with_ticket(&seat, &used).await;
    assert!(futures_util::StreamExt::next(&mut first).await.is_some());
    assert_refused(&seat, &used, "used").await;

    let other_room = stranger.ticket().await.unwrap();
    assert_refused(&seat, &other_room, "of another room").await;
    let good = seat.ticket().await.unwrap();
    let cut = &good[..good.len() - 2];
    assert_refused(&seat, cut, "cut short").await;
    let swapped = good.replacen('.', ".e", 1);
    assert_refused(&seat, &swapped, "changed").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_older_than_a_minute_is_stale() {
    let server = TestServer::start(Setup::default());
    let seat = redeem(&server.invitation.links.participant[0]).await;
    let ticket = seat.ticket().await.unwrap();
    tokio::time::sleep(Duration::from_secs(67)).await; // a ticket's minute and its leeway, by the clock of the server
    assert_refused(&seat, &ticket, "stale").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_in_the_address_is_no_ticket() {
    let server = TestServer::start(Setup::default());
    let seat = redeem(&server.invitation.links.participant[0]).await;
    let ticket = seat.ticket().await.unwrap();
    let mut request = upgrade(&seat.origin).unwrap();
    let address = format!("ws://{}/api/ws?ticket={ticket}", authority(&seat.origin).unwrap());
    *request.uri_mut() = address.parse().unwrap();
    if let Ok(mut bare) = socket(&seat.origin, request).await {
        bare.send(text(&hello(String::new(), Positions::default())).unwrap()).await.unwrap();
        let (frames, code) = to_the_end(&mut bare).await;
        assert_eq!(code, Some(CloseCode::BadTicket.number()));
        assert!(!format!("{frames:?}").contains("Welcome"));
    }
    assert!(!server.log().contains(&ticket), "and it is in no log");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_fallback_takes_commands_of_its_own_seat_and_stream_alone() {
    let table = Table::gather(Setup::default()).await;
    let [one, other] = [&table.participants[0].seat, &table.participants[1].seat];
    let body = json!({ "stream": "nobody", "commands": [{ "nonce": "n-00000001", "command": { "do": "leave" } }] });
    let answers = [
        post(&one.origin, &one.path("/commands"), Some(&one.cookie), &body).await.unwrap(),
        post(&one.origin, &one.path("/commands"), Some(&other.cookie), &body).await.unwrap(),
        post(&one.origin, &one.path("/commands"), None, &body).await.unwrap(),
    ];
    let got = answers.map(|answer| (answer.status, answer.code()));
    let expected = [
        (StatusCode::NOT_FOUND, "stream_unknown".to_owned()),
        (StatusCode::UNAUTHORIZED, "seat_unknown".to_owned()),
        (StatusCode::UNAUTHORIZED, "seat_unknown".to_owned()),
    ];
    assert_eq!(got, expected);
}

fn status_of(error: &tungstenite::Error) -> Option<StatusCode> {
    if let tungstenite::Error::Http(response) = error { Some(response.status()) } else { None }
}

/// Origins that look right to somebody in a hurry.
fn wrong_origins(origin: &str) -> Vec<Option<String>> {
    let address = authority(origin).unwrap();
    let (host, port) = address.rsplit_once(':').unwrap();
    let next = port.parse::<u16>().unwrap().wrapping_add(1).to_string();
    let some = |text: String| Some(text);
    vec![
        None,
        some(String::new()),
        some("null".to_owned()),
        some(format!("https://{address}")),
        some(format!("http://{host}")),
        some(format!("http://{host}:{next}")),
        some(format!("{origin}/")),
        some(format!("{origin}/join")),
        some(format!("{origin}?x")),
        some(format!("{origin}.evil.example")),
        some(format!("http://evil.example/{origin}")),
        some(format!("http://evil.example#{origin}")),
        some(format!("http://{address}@evil.example")),
        some(format!("http://you@{address}")),
        some(format!("http://{host}.:{port}")),
        some(origin.replacen("http", "HTTP", 1)),
        some(format!("{origin} {origin}")),
        some(format!("{origin}, http://evil.example")),
        some(format!("ws://{address}")),
        some(format!("file://{address}")),
        some(address.to_owned()),
        some(format!("http://[::1]:{port}")),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_another_origin_is_refused_before_the_upgrade() {
    let server = TestServer::start(Setup::default());
    let origin = server.origin();
    let wrong = wrong_origins(origin);
    assert!(wrong.len() >= 15);
    for wrong in wrong {
        let mut request = upgrade(origin).unwrap();
        request.headers_mut().remove("origin");
        if let Some(wrong) = &wrong {
            request.headers_mut().insert("origin", HeaderValue::from_str(wrong).unwrap());
        }
        let refused = socket(origin, request).await.expect_err("no upgrade");
        let status = refused.chain().find_map(|cause| cause.downcast_ref()).and_then(status_of);
        assert_eq!(status, Some(StatusCode::FORBIDDEN), "{wrong:?}");
    }
    socket(origin, upgrade(origin).unwrap()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_another_origin_can_post_nothing() {
    let server = TestServer::start(Setup::default());
    let origin = server.origin();
    let link: roundtable_load::Link = server.invitation.links.participant[0].parse().unwrap();
    let body = json!({ "code": link.code, "consents": ["take_part"] });
    for wrong in wrong_origins(origin) {
        let mut request =
            page_request(Method::POST, origin, "/api/invitations/redeem", None, &body).unwrap();
        request.headers_mut().remove("origin");
        if let Some(wrong) = &wrong {
            request.headers_mut().insert("origin", wrong.parse().unwrap());
        }
        let answer = send(origin, request).await.unwrap();
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{wrong:?}");
    }
    link.redeem().await.unwrap();
}
