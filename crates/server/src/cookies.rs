//! One cookie a seat, so that two seats fit in one browser.
//!
//! A cookie is named after the seat's handle, which stands in the page's path; its value is an
//! opaque token whose hash is a row. All of them are sent with every request, exactly one is used,
//! and at most eight are kept.

use crate::origin::Origin;
use axum::http::header::{COOKIE, InvalidHeaderValue};
use axum::http::{HeaderMap, HeaderValue};
use roundtable_core::time::Span;

/// How many seats one browser keeps.
pub const MAX_SEATS: usize = 8;

/// Names and attributes of the seats' cookies under one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatCookies {
    https: bool,
}

/// What giving a browser a seat means for its cookies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The `Set-Cookie` headers: the new one, and an end for each that had to go.
    pub headers: Vec<HeaderValue>,
    /// The seats that had to go, as handle and token, so that their sign-ins can be ended too.
    pub ended: Vec<(String, String)>,
}

impl SeatCookies {
    /// The cookies of this origin.
    pub fn of(origin: &Origin) -> Self {
        Self { https: origin.is_https() }
    }

    /// The token that this request carries for a handle. Two cookies of one name are none: one of
    /// them was planted.
    pub fn choose(self, headers: &HeaderMap, handle: &str) -> Option<String> {
        let mut fitting = self.all(headers).into_iter().filter(|(name, _)| name == handle);
        match (fitting.next(), fitting.next()) {
            (Some((_, token)), None) => Some(token),
            _ => None,
        }
    }

    /// Gives the browser a seat for `keep`, and ends the oldest when it has too many.
    pub fn give(
        self,
        headers: &HeaderMap,
        handle: &str,
        token: &str,
        keep: Span,
    ) -> Result<Given, InvalidHeaderValue> {
        // Browsers send cookies of one path in the order of their making: the oldest is first.
        let mut ended = self.all(headers);
        ended.retain(|(name, _)| name != handle);
        ended.truncate((ended.len() + 1).saturating_sub(MAX_SEATS));
        let new =
            format!("{}{handle}={token}; Max-Age={}{}", self.prefix(), keep.0 / 1_000, self.tail());
        let mut headers = vec![HeaderValue::from_str(&new)?];
        for (old, _) in &ended {
            headers.push(self.end(old)?);
        }
        Ok(Given { headers, ended })
    }

    /// The `Set-Cookie` header that ends a seat's cookie.
    pub fn end(self, handle: &str) -> Result<HeaderValue, InvalidHeaderValue> {
        HeaderValue::from_str(&format!("{}{handle}=; Max-Age=0{}", self.prefix(), self.tail()))
    }

    /// The seats that a request carries, as handle and token.
    fn all(self, headers: &HeaderMap) -> Vec<(String, String)> {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs =
            lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let ours =
            pairs.filter_map(|(name, token)| Some((name.strip_prefix(self.prefix())?, token)));
        let well_formed = ours.filter(|(handle, token)| is_handle(handle) && is_token(token));
        well_formed.map(|(handle, token)| (handle.to_owned(), token.to_owned())).collect()
    }

    /// On https the browser itself keeps other hosts and plain http from setting it.
    const fn prefix(self) -> &'static str {
        if self.https { "__Host-s-" } else { "s-" }
    }

    const fn tail(self) -> &'static str {
        if self.https {
            "; Path=/; Secure; HttpOnly; SameSite=Strict"
        } else {
            "; Path=/; HttpOnly; SameSite=Strict"
        }
    }
}

/// Is it a seat's handle, as [`crate::random::handle`] writes them?
pub fn is_handle(text: &str) -> bool {
    text.len() == 16 && is_lower_hex(text)
}

fn is_token(text: &str) -> bool {
    text.len() == 64 && is_lower_hex(text)
}

fn is_lower_hex(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;

    const KEEP: Span = Span::minutes(60);

    fn https() -> SeatCookies {
        SeatCookies::of(&Origin::parse("https://talk.example.org").unwrap())
    }

    fn http() -> SeatCookies {
        SeatCookies::of(&Origin::parse("http://127.0.0.1:8080").unwrap())
    }

    fn sent(cookies: &[String]) -> HeaderMap {
        [(COOKIE, cookies.join("; ").parse().unwrap())].into_iter().collect()
    }

    fn seats(n: usize) -> Vec<(String, String)> {
        (0..n).map(|_| (random::handle(), random::token())).collect()
    }

    fn as_sent(seats: &[(String, String)]) -> HeaderMap {
        sent(&seats.iter().map(|(h, t)| format!("__Host-s-{h}={t}")).collect::<Vec<_>>())
    }

    #[test]
    fn a_cookie_is_for_this_host_alone_and_no_script_reads_it() {
        let given = https().give(&HeaderMap::new(), "00112233aabbccdd", "t", KEEP).unwrap();
        let expected =
            "__Host-s-00112233aabbccdd=t; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Strict";
        assert_eq!(given.headers, [HeaderValue::from_static(expected)]);
        let given = http().give(&HeaderMap::new(), "00112233aabbccdd", "t", KEEP).unwrap();
        let expected = "s-00112233aabbccdd=t; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict";
        assert_eq!(given.headers, [HeaderValue::from_static(expected)]);
    }

    #[test]
    fn of_many_seats_the_handle_chooses_one() {
        let seats = seats(3);
        let headers = as_sent(&seats);
        for (handle, token) in &seats {
            assert_eq!(https().choose(&headers, handle).as_ref(), Some(token));
        }
        assert_eq!(https().choose(&headers, &random::handle()), None);
        assert_eq!(https().choose(&HeaderMap::new(), &seats[0].0), None);
    }

    #[test]
    fn cookies_in_several_headers_are_all_read() {
        let seats = seats(2);
        let mut headers = as_sent(&seats[..1]);
        headers.append(COOKIE, as_sent(&seats[1..])[COOKIE].clone());
        assert!(
            seats
                .iter()
                .all(|(handle, token)| https().choose(&headers, handle).as_ref() == Some(token))
        );
    }

    #[test]
    fn a_planted_twin_an_unprefixed_or_a_malformed_cookie_is_not_used() {
        let (handle, token) = (random::handle(), random::token());
        let twins = [token.clone(), random::token()].map(|t| format!("__Host-s-{handle}={t}"));
        assert_eq!(https().choose(&sent(&twins), &handle), None, "twins");
        assert_eq!(
            https().choose(&sent(&[format!("s-{handle}={token}")]), &handle),
            None,
            "no prefix"
        );
        for bad in
            ["", "short", &token.to_uppercase(), &format!("{token}0"), &format!("\"{token}\"")]
        {
            let headers = sent(&[format!("__Host-s-{handle}={bad}")]);
            assert_eq!(https().choose(&headers, &handle), None, "{bad}");
        }
    }

    #[test]
    fn the_ninth_seat_ends_the_oldest() {
        let seats = seats(8);
        let (handle, token) = (random::handle(), random::token());
        let given = https().give(&as_sent(&seats), &handle, &token, KEEP).unwrap();
        assert_eq!(given.ended, seats[..1]);
        let end = given.headers[1].to_str().unwrap();
        assert!(end.starts_with(&format!("__Host-s-{}=; Max-Age=0;", seats[0].0)), "{end}");
        assert_eq!(given.headers.len(), 2);
    }

    #[test]
    fn a_seat_given_again_takes_no_second_place() {
        let seats = seats(8);
        let given = https().give(&as_sent(&seats), &seats[3].0, &random::token(), KEEP).unwrap();
        assert_eq!((given.headers.len(), given.ended.len()), (1, 0));
        let given =
            https().give(&as_sent(&seats[..7]), &random::handle(), &random::token(), KEEP).unwrap();
        assert_eq!((given.headers.len(), given.ended.len()), (1, 0));
    }

    #[test]
    fn other_peoples_cookies_are_no_seats_and_are_left_alone() {
        let mut cookies: Vec<String> = (0..20).map(|n| format!("other{n}=1")).collect();
        let (handle, token) = (random::handle(), random::token());
        cookies.push(format!("__Host-s-{handle}={token}"));
        let given =
            https().give(&sent(&cookies), &random::handle(), &random::token(), KEEP).unwrap();
        assert!(given.ended.is_empty());
        assert_eq!(https().choose(&sent(&cookies), &handle), Some(token));
    }

    #[test]
    fn a_handle_is_sixteen_small_hex_digits() {
        assert!(is_handle(&random::handle()));
        for bad in
            ["", "00112233AABBCCDD", "00112233aabbccd", "../../etc/passwd", "00112233aabbccdg"]
        {
            assert!(!is_handle(bad), "{bad}");
        }
    }
}
