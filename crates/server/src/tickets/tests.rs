use super::*;
use crate::keys_folder::{KeyKind, Kid, Secret};
use serde_json::{Value, json};

const ROOM: RoomId = RoomId::from_bytes([4; 16]);
const START: Timestamp = Timestamp(1_700_000_000_000);
const NOW: Timestamp = Timestamp(START.0 + 60_000);
const KEY: [u8; 32] = [7; 32];

fn signing_key(id: u8, secret: [u8; 32]) -> SigningKey {
    let kid = Kid::new(KeyKind::Signing, [id; 16]);
    SigningKey { kid, secret: Secret::from_bytes(secret), made: START }
}

fn tickets() -> Tickets {
    Tickets::new(&[signing_key(1, KEY)], START)
}

fn issue(tickets: &Tickets) -> String {
    tickets.issue(NOW, "00112233aabbccdd", ROOM, SeatNo(3)).unwrap().token
}

/// URL-safe base64 without padding.
fn b64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let digits = |chunk: &[u8]| {
        let word = chunk.iter().fold(0_u32, |word, b| word << 8 | u32::from(*b))
            << (8 * (3 - chunk.len()));
        (0..=chunk.len())
            .map(|n| char::from(DIGITS[(word >> (18 - 6 * n) & 63) as usize]))
            .collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}

/// A token with any header and payload, rightly signed with `key`.
fn forge_bytes(key: [u8; 32], header: &[u8], payload: &[u8]) -> String {
    hs256::install();
    let message = format!("{}.{}", b64(header), b64(payload));
    let key = EncodingKey::from_secret(&key);
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
    format!("{message}.{signature}")
}

fn good_header() -> Value {
    json!({"typ": TYPE, "alg": "HS256", "kid": signing_key(1, KEY).kid.to_string()})
}

fn good_claims() -> Value {
    let now = NOW.0 / 1_000;
    json!({"iss": ISSUER, "aud": AUDIENCE, "sub": "00112233aabbccdd", "room": ROOM, "seat": 3,
        "born": NOW.0, "nbf": now, "exp": now + 60, "jti": "1"})
}

fn forge(header: &Value, claims: &Value) -> String {
    forge_bytes(KEY, header.to_string().as_bytes(), claims.to_string().as_bytes())
}

/// The good one with some members replaced, or left out where the new value is null.
fn with(mut good: Value, changes: &Value) -> Value {
    let members = good.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            members.remove(name);
        } else {
            members.insert(name.clone(), value.clone());
        }
    }
    good
}

fn refused(token: &str, fault: TicketFault, why: &str) {
    assert_eq!(tickets().redeem(NOW, token), Err(fault), "{why}");
}

#[test]
fn a_ticket_names_handle_room_and_seat_and_is_good_once() {
    let tickets = tickets();
    let token = issue(&tickets);
    let claims = tickets.redeem(NOW, &token).unwrap();
    assert_eq!(
        (claims.handle.as_str(), claims.room, claims.seat),
        ("00112233aabbccdd", ROOM, SeatNo(3))
    );
    assert_eq!(tickets.redeem(NOW, &token), Err(TicketFault::Used));
}

#[test]
fn promise_5_a_ticket_holds_no_name_role_or_side() {
    let members: Vec<String> = good_claims().as_object().unwrap().keys().cloned().collect();
    assert_eq!(members, ["aud", "born", "exp", "iss", "jti", "nbf", "room", "seat", "sub"]);
    assert!(
        tickets().redeem(NOW, &forge(&good_header(), &good_claims())).is_ok(),
        "the forge forges"
    );
    for extra in [json!({"role": "facilitator"}), json!({"side": "a"}), json!({"name": "Ani"})] {
        refused(
            &forge(&good_header(), &with(good_claims(), &extra)),
            TicketFault::NotOurs,
            "extra",
        );
    }
}

#[test]
fn another_algorithm_or_none_is_refused() {
    for alg in [
        "none", "None", "NONE", "nOnE", "", "HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA",
        "hs256",
    ] {
        let header = with(good_header(), &json!({"alg": alg}));
        let signed = forge(&header, &good_claims());
        refused(&signed, TicketFault::NotOurs, alg);
        let unsigned = format!("{}.", signed.rsplit_once('.').unwrap().0);
        refused(&unsigned, TicketFault::NotOurs, alg);
    }
    refused(
        &forge(&with(good_header(), &json!({"alg": null})), &good_claims()),
        TicketFault::NotOurs,
        "no alg",
    );
    refused(
        &forge(&with(good_header(), &json!({"alg": 1})), &good_claims()),
        TicketFault::NotOurs,
        "number",
    );
}

#[test]
fn another_key_or_a_missing_cut_or_padded_signature_is_refused() {
    let good = issue(&tickets());
    let (message, signature) = good.rsplit_once('.').unwrap();
    refused(&format!("{message}."), TicketFault::NotOurs, "empty");
    refused(message, TicketFault::NotOurs, "two parts");
    refused(&format!("{good}."), TicketFault::NotOurs, "four parts");
    refused(&format!("{good}="), TicketFault::NotOurs, "padding");
    refused(&format!("{message}.AAAA"), TicketFault::NotOurs, "short");
    refused(
        &format!("{message}.{}", &signature[..signature.len() - 1]),
        TicketFault::NotOurs,
        "cut",
    );
    let other = forge_bytes(
        [8; 32],
        good_header().to_string().as_bytes(),
        good_claims().to_string().as_bytes(),
    );
    refused(&other, TicketFault::NotOurs, "another key");
    let empty = DecodingKey::from_secret(b"");
    assert!(jsonwebtoken::decode::<Claims>(&good, &empty, &validation()).is_err(), "an empty key");
}

#[test]
fn changing_any_one_character_is_refused() {
    let good = issue(&tickets());
    for at in 0..good.len() {
        let changed = if good.as_bytes()[at] == b'A' { "B" } else { "A" };
        let token = format!("{}{changed}{}", &good[..at], &good[at + 1..]);
        refused(&token, TicketFault::NotOurs, &format!("character {at}"));
    }
}

#[test]
fn another_kind_of_token_is_refused() {
    for typ in ["JWT", "rt-invite+jwt", "RT-TICKET+JWT", "rt-ticket+jwt ", ""] {
        refused(
            &forge(&with(good_header(), &json!({"typ": typ})), &good_claims()),
            TicketFault::NotOurs,
            typ,
        );
    }
    refused(
        &forge(&with(good_header(), &json!({"typ": null})), &good_claims()),
        TicketFault::NotOurs,
        "no typ",
    );
}

#[test]
fn a_kid_that_is_not_on_the_list_opens_nothing() {
    let long = "k".repeat(900);
    for kid in
        ["", "../../etc/passwd", "/dev/null", "' OR 1=1 --", "signing-00", "\u{0}", long.as_str()]
    {
        refused(
            &forge(&with(good_header(), &json!({"kid": kid})), &good_claims()),
            TicketFault::NotOurs,
            kid,
        );
    }
    refused(
        &forge(&with(good_header(), &json!({"kid": null})), &good_claims()),
        TicketFault::NotOurs,
        "none",
    );
    refused(
        &forge(&with(good_header(), &json!({"kid": ["x"]})), &good_claims()),
        TicketFault::NotOurs,
        "list",
    );
}

#[test]
fn a_header_that_points_elsewhere_is_not_followed() {
    let jwk = json!({"kty": "oct", "k": "AAAA"});
    for extra in [
        json!({"jku": "https://evil.example/keys"}),
        json!({"x5u": "https://evil.example/cert"}),
        json!({"x5c": ["AAAA"]}),
        json!({"jwk": jwk}),
        json!({"crit": ["exp"]}),
        json!({"cty": "JWT"}),
        json!({"zip": "DEF"}),
        json!({"b64": false}),
    ] {
        refused(
            &forge(&with(good_header(), &extra), &good_claims()),
            TicketFault::NotOurs,
            &extra.to_string(),
        );
    }
}

#[test]
fn every_claim_is_needed_and_of_its_type() {
    for name in ["iss", "aud", "sub", "room", "seat", "born", "nbf", "exp", "jti"] {
        for wrong in [json!(null), json!({"x": 1}), json!(-1), json!([AUDIENCE]), json!(true)] {
            let claims = with(good_claims(), &json!({ name: wrong }));
            refused(&forge(&good_header(), &claims), TicketFault::NotOurs, &claims.to_string());
        }
    }
}

#[test]
fn another_issuer_or_audience_is_refused() {
    for change in [
        json!({"iss": "someone"}),
        json!({"iss": ""}),
        json!({"aud": "roundtable"}),
        json!({"aud": ""}),
        json!({"aud": [AUDIENCE, "other"]}),
        json!({"iss": [ISSUER]}),
    ] {
        let claims = with(good_claims(), &change);
        refused(&forge(&good_header(), &claims), TicketFault::NotOurs, &change.to_string());
    }
}

#[test]
fn its_minute_ends_when_it_ends() {
    let redeem_at = |ms: i64| {
        let tickets = tickets();
        let token = issue(&tickets);
        tickets.redeem(Timestamp(NOW.0 + ms), &token).map(drop)
    };
    assert_eq!(redeem_at(59_999), Ok(()));
    assert_eq!(redeem_at(64_999), Ok(()), "within the leeway");
    assert_eq!(redeem_at(65_000), Err(TicketFault::Expired));
    assert_eq!(redeem_at(3_600_000), Err(TicketFault::Expired));
    assert_eq!(redeem_at(-5_000), Ok(()), "within the leeway");
    assert_eq!(redeem_at(-6_000), Err(TicketFault::TooEarly));
}

#[test]
fn times_that_do_not_fit_together_are_refused() {
    let now = NOW.0 / 1_000;
    for change in [
        json!({"exp": now + 61}),
        json!({"exp": u64::MAX}),
        json!({"exp": now - 1}),
        json!({"nbf": 0}),
        json!({"nbf": u64::MAX}),
        json!({"nbf": u64::MAX, "exp": u64::MAX}),
        json!({"born": 0}),
        json!({"born": i64::MAX}),
        json!({"exp": "9999999999"}),
        json!({"exp": 1e300}),
        json!({"exp": 1.5}),
    ] {
        let claims = with(good_claims(), &change);
        assert!(tickets().redeem(NOW, &forge(&good_header(), &claims)).is_err(), "{change}");
    }
}

#[test]
fn a_member_said_twice_is_refused() {
    let (header, claims) = (good_header().to_string(), good_claims().to_string());
    let twice = |json: &str, member: &str| format!("{{{member},{}", &json[1..]);
    let twice_claim = twice(&claims, "\"seat\":1");
    refused(
        &forge_bytes(KEY, header.as_bytes(), twice_claim.as_bytes()),
        TicketFault::NotOurs,
        "claims",
    );
    let twice_alg = twice(&header, "\"alg\":\"none\"");
    refused(
        &forge_bytes(KEY, twice_alg.as_bytes(), claims.as_bytes()),
        TicketFault::NotOurs,
        "header",
    );
}

#[test]
fn what_is_no_text_no_json_or_no_token_is_refused() {
    let header = good_header().to_string();
    for payload in
        [&b"\xff\xfe"[..], b"", b"null", b"[]", b"{", b"\"text\"", b"{\"sub\":\"\xc3\x28\"}"]
    {
        refused(&forge_bytes(KEY, header.as_bytes(), payload), TicketFault::NotOurs, "payload");
        refused(
            &forge_bytes(KEY, payload, good_claims().to_string().as_bytes()),
            TicketFault::NotOurs,
            "header",
        );
    }
    for token in
        ["", ".", "..", "...", "a.b.c", "not a token", "Ժամ.Ժամ.Ժամ", " ", "\u{0}.\u{0}.\u{0}"]
    {
        refused(token, TicketFault::NotOurs, token);
    }
    let good = issue(&tickets());
    refused(&format!(" {good}"), TicketFault::NotOurs, "space");
    refused(&format!("{good}\n"), TicketFault::NotOurs, "line feed");
}

#[test]
fn a_huge_token_is_not_even_parsed() {
    let claims = with(good_claims(), &json!({"sub": "x".repeat(1_000_000)}));
    refused(&forge(&good_header(), &claims), TicketFault::NotOurs, "1 MB");
    assert!(issue(&tickets()).len() < MAX_LENGTH / 2);
}

#[test]
fn a_ticket_of_room_a_opens_room_a_and_no_other() {
    let tickets = tickets();
    let room_b = RoomId::from_bytes([5; 16]);
    let for_b = tickets.issue(NOW, "00112233aabbccdd", room_b, SeatNo(3)).unwrap();
    assert_eq!(tickets.redeem(NOW, &issue(&tickets)).unwrap().room, ROOM);
    assert_eq!(tickets.redeem(NOW, &for_b.token).unwrap().room, room_b);
}

#[test]
fn a_restart_makes_older_tickets_worthless_because_what_was_spent_is_forgotten() {
    let before = tickets();
    let token = issue(&before);
    before.redeem(NOW, &token).unwrap();
    let after = Tickets::new(&[signing_key(1, KEY)], NOW.plus(Span(1)));
    assert_eq!(after.redeem(NOW.plus(Span(2)), &token), Err(TicketFault::BeforeStart));
    let fresh = after.issue(NOW.plus(Span(1)), "00112233aabbccdd", ROOM, SeatNo(3)).unwrap();
    assert!(after.redeem(NOW.plus(Span(1)), &fresh.token).is_ok());
}

#[test]
fn a_rotated_key_is_believed_until_it_is_taken_off_the_list() {
    let tickets = tickets();
    let (first, second) = (issue(&tickets), issue(&tickets));
    tickets.replace_keys(&[signing_key(2, [9; 32]), signing_key(1, KEY)]);
    assert!(tickets.redeem(NOW, &first).is_ok());
    tickets.replace_keys(&[signing_key(2, [9; 32])]);
    assert_eq!(tickets.redeem(NOW, &second), Err(TicketFault::NotOurs));
    assert!(tickets.redeem(NOW, &issue(&tickets)).is_ok());
    tickets.replace_keys(&[]);
    assert_eq!(tickets.issue(NOW, "h", ROOM, SeatNo(1)), Err(TicketFault::NoKey));
}

#[test]
fn of_a_hundred_tries_with_one_ticket_one_succeeds() {
    let tickets = tickets();
    let token = issue(&tickets);
    let taken = std::thread::scope(|scope| {
        let tries: Vec<_> =
            (0..100).map(|_| scope.spawn(|| tickets.redeem(NOW, &token).is_ok())).collect();
        tries.into_iter().map(|t| t.join().unwrap()).filter(|ok| *ok).count()
    });
    assert_eq!(taken, 1);
}

#[test]
fn a_ticket_is_never_printed() {
    let tickets = tickets();
    let ticket = tickets.issue(NOW, "h", ROOM, SeatNo(1)).unwrap();
    assert!(!format!("{ticket:?} {tickets:?}").contains(&ticket.token));
}
