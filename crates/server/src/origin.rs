//! The one origin that browsers may come from, compared byte for byte.
//!
//! A browser writes an origin in one way only: lower case, no default port, no path. So the
//! configured origin is brought into that form once, and a request's `Origin` must then be the
//! same bytes. Nothing in a request is parsed, so there is nothing to trick.

use axum::http::HeaderMap;
use axum::http::header::ORIGIN;
use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

/// Scheme, host and port under which people reach the server.
#[derive(Clone, PartialEq, Eq)]
pub struct Origin(String);

/// Why a text is no origin that can be served.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OriginFault {
    /// Neither `https://` nor `http://`.
    #[error("it must begin with https://")]
    Scheme,
    /// Plain HTTP from elsewhere than this machine.
    #[error(
        "http:// is for this machine alone (127.0.0.1, localhost). People from elsewhere need https://"
    )]
    NotSecure,
    /// More than scheme, host and port.
    #[error(
        "it has a scheme, a host and at most a port, and nothing after them: https://talk.example.org"
    )]
    Extra,
    /// The host is not written as browsers write it.
    #[error(
        "the host is written in small ASCII letters, digits, dots and hyphens (punycode for other scripts)"
    )]
    Host,
    /// The port is no number from 1 to 65535.
    #[error("the port is a number from 1 to 65535")]
    Port,
}

/// A request came from another origin, or from none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongOrigin;

impl Origin {
    /// Reads an origin; a default port and one trailing slash are dropped.
    pub fn parse(text: &str) -> Result<Self, OriginFault> {
        let Some((scheme @ ("https" | "http"), rest)) = text.split_once("://") else {
            return Err(OriginFault::Scheme);
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        if rest.contains(['/', '?', '#', '@', '\\']) {
            return Err(OriginFault::Extra);
        }
        let (host, port) = split_port(rest)?;
        if !is_host(host) {
            return Err(OriginFault::Host);
        }
        if scheme == "http" && !is_this_machine(host) {
            return Err(OriginFault::NotSecure);
        }
        Ok(Self::written(scheme, host, port))
    }

    /// The origin of a server that listens on this machine and has no public one.
    pub fn local(listening: SocketAddr) -> Self {
        let host = match listening {
            SocketAddr::V4(v4) => v4.ip().to_string(),
            SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
        };
        Self::written("http", &host, Some(listening.port()))
    }

    /// Does the request come from here? Exactly one `Origin` header, exactly these bytes.
    pub fn check(&self, headers: &HeaderMap) -> Result<(), WrongOrigin> {
        let mut sent = headers.get_all(ORIGIN).iter();
        match (sent.next(), sent.next()) {
            (Some(only), None) if only.as_bytes() == self.0.as_bytes() => Ok(()),
            _ => Err(WrongOrigin),
        }
    }

    /// As a browser writes it: `https://talk.example.org`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it reached over TLS?
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// The same place for websockets: `wss://talk.example.org`.
    pub fn websocket(&self) -> String {
        self.0.replacen("http", "ws", 1)
    }

    fn written(scheme: &str, host: &str, port: Option<u16>) -> Self {
        let default = if scheme == "https" { 443 } else { 80 };
        match port {
            Some(port) if port != default => Self(format!("{scheme}://{host}:{port}")),
            _ => Self(format!("{scheme}://{host}")),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Origin({})", self.0)
    }
}

fn split_port(rest: &str) -> Result<(&str, Option<u16>), OriginFault> {
    let after_host = rest.rfind(']').map_or(0, |end| end + 1);
    let Some(colon) = rest[after_host..].find(':').map(|at| at + after_host) else {
        return Ok((rest, None));
    };
    let digits = &rest[colon + 1..];
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    let port = digits.parse().ok().filter(|port| plain && *port != 0).ok_or(OriginFault::Port)?;
    Ok((&rest[..colon], Some(port)))
}

fn is_host(host: &str) -> bool {
    if let Some(v6) = in_brackets(host) {
        return v6.parse::<Ipv6Addr>().is_ok_and(|ip| ip.to_string() == v6);
    }
    let label = |label: &str| {
        let plain = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        !label.is_empty() && label.bytes().all(plain)
    };
    host.split('.').all(label)
}

fn is_this_machine(host: &str) -> bool {
    let v4 = host.parse::<Ipv4Addr>().is_ok_and(|ip| ip.is_loopback());
    let v6 = in_brackets(host).is_some_and(|v6| v6 == "::1");
    v4 || v6 || host == "localhost"
}

fn in_brackets(host: &str) -> Option<&str> {
    host.strip_prefix('[')?.strip_suffix(']')
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn talk() -> Origin {
        Origin::parse("https://talk.example.org").unwrap()
    }

    fn sent(values: &[&[u8]]) -> HeaderMap {
        let value = |v: &&[u8]| (ORIGIN, HeaderValue::from_bytes(v).unwrap());
        values.iter().map(value).collect()
    }

    #[test]
    fn the_exact_origin_passes() {
        assert_eq!(talk().check(&sent(&[b"https://talk.example.org"])), Ok(()));
    }

    #[test]
    fn twenty_two_variants_of_it_do_not() {
        let variants: [&[u8]; 20] = [
            b"",
            b"null",
            b"http://talk.example.org",
            b"wss://talk.example.org",
            b"https://talk.example.org:443",
            b"https://talk.example.org:8443",
            b"https://talk.example.org/",
            b"https://talk.example.org.",
            b"https://talk.example.org.evil.net",
            b"https://eviltalk.example.org",
            b"https://sub.talk.example.org",
            b"https://example.org",
            b"https://talk.example.org@evil.net",
            b"https://user@talk.example.org",
            b"https://Talk.example.org",
            b"HTTPS://talk.example.org",
            b"https://talk.example.org https://evil.net",
            b"https://talk.example.org,https://evil.net",
            "https://t\u{430}lk.example.org".as_bytes(),
            b"//talk.example.org",
        ];
        for variant in variants {
            let words = String::from_utf8_lossy(variant);
            assert_eq!(talk().check(&sent(&[variant])), Err(WrongOrigin), "{words}");
        }
        assert_eq!(talk().check(&sent(&[])), Err(WrongOrigin), "none");
        let twice: [&[u8]; 2] = [b"https://talk.example.org", b"https://talk.example.org"];
        assert_eq!(talk().check(&sent(&twice)), Err(WrongOrigin), "twice");
    }

    #[test]
    fn a_configured_origin_is_brought_into_the_form_that_browsers_send() {
        let written = |text: &str| Origin::parse(text).map(|origin| origin.to_string());
        assert_eq!(written("https://talk.example.org:443/").unwrap(), "https://talk.example.org");
        assert_eq!(written("http://127.0.0.1:80").unwrap(), "http://127.0.0.1");
        assert_eq!(written("http://[::1]:8080").unwrap(), "http://[::1]:8080");
        assert_eq!(written("https://xn--y9a3aq.example").unwrap(), "https://xn--y9a3aq.example");
    }

    #[test]
    fn what_is_no_origin_is_refused_with_the_reason() {
        let fault = |text: &str| Origin::parse(text).unwrap_err();
        assert_eq!(fault("talk.example.org"), OriginFault::Scheme);
        assert_eq!(fault("ftp://talk.example.org"), OriginFault::Scheme);
        assert_eq!(fault("http://talk.example.org"), OriginFault::NotSecure);
        assert_eq!(fault("http://127.0.0.1.evil.net"), OriginFault::NotSecure);
        assert_eq!(fault("https://talk.example.org/room"), OriginFault::Extra);
        assert_eq!(fault("https://me@talk.example.org"), OriginFault::Extra);
        for bad in
            ["https://", "https://Talk.example.org", "https://talk.example.org.", "https://[::01]"]
        {
            assert_eq!(fault(bad), OriginFault::Host, "{bad}");
        }
        for bad in ["https://a.b:", "https://a.b:0", "https://a.b:+1", "https://a.b:99999"] {
            assert_eq!(fault(bad), OriginFault::Port, "{bad}");
        }
    }

    #[test]
    fn a_local_origin_is_named_by_its_address_and_has_a_websocket_form() {
        let local = Origin::local("127.0.0.1:8080".parse().unwrap());
        assert_eq!(local.as_str(), "http://127.0.0.1:8080");
        assert_eq!(local.websocket(), "ws://127.0.0.1:8080");
        assert!(!local.is_https());
        assert_eq!(talk().websocket(), "wss://talk.example.org");
        let v6 = Origin::local("[::1]:9000".parse().unwrap());
        assert_eq!(v6.as_str(), "http://[::1]:9000");
    }
}
