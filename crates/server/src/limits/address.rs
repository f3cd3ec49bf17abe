//! Addresses, told apart and not kept.

use crate::random;
use axum::http::HeaderMap;
use hmac::{Hmac, KeyInit, Mac};
use ipnet::IpNet;
use roundtable_core::time::Timestamp;
use sha2::Sha256;
use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use zeroize::Zeroizing;

const DAY_MS: i64 = 86_400_000;

/// Stands for an address in memory for a day. Says nothing without a salt that nobody sees.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AddressKey([u8; 16]);

impl AddressKey {
    /// Everybody, when there are too many to tell apart.
    pub(super) const CROWD: Self = Self([0; 16]);
}

impl fmt::Debug for AddressKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AddressKey(..)")
    }
}

/// Turns addresses into keys, with a new salt every day.
pub struct Addresses(Mutex<Salt>);

struct Salt {
    day: i64,
    bytes: Zeroizing<[u8; 32]>,
}

impl Addresses {
    /// With a fresh salt.
    pub fn new() -> Self {
        Self(Mutex::new(Salt { day: i64::MIN, bytes: Zeroizing::new(random::bytes()) }))
    }

    /// The key of an address today. A whole IPv6 /64 is one: it is what one household gets.
    pub fn key(&self, now: Timestamp, address: IpAddr) -> AddressKey {
        let mut salt = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let day = now.0.div_euclid(DAY_MS);
        if salt.day != day {
            *salt = Salt { day, bytes: Zeroizing::new(random::bytes()) };
        }
        let mac = Hmac::<Sha256>::new_from_slice(salt.bytes.as_ref());
        // HMAC takes keys of any length, so there is always one.
        mac.map_or(AddressKey::CROWD, |mac| {
            let digest = mac.chain_update(prefix(address)).finalize().into_bytes();
            AddressKey(std::array::from_fn(|n| digest[n]))
        })
    }
}

impl Default for Addresses {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Addresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Addresses(..)")
    }
}

fn prefix(address: IpAddr) -> [u8; 16] {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().octets(),
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).octets(),
    }
}

/// Who is asking: the peer, unless it is a trusted proxy, and then the last address in
/// `X-Forwarded-For` that is not one. What stands before it anybody can write.
pub fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_proxy = |address: &IpAddr| trusted.iter().any(|net| net.contains(address));
    let peer = peer.to_canonical();
    if !is_proxy(&peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok());
    let hops: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let mut nearest = peer;
    for hop in hops.into_iter().rev() {
        let Some(address) = parse_hop(hop.trim()) else { return nearest };
        if !is_proxy(&address) {
            return address;
        }
        nearest = address;
    }
    nearest
}

/// Some proxies write the port too.
fn parse_hop(hop: &str) -> Option<IpAddr> {
    let bare = hop.parse::<IpAddr>().ok();
    let address = bare.or_else(|| hop.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    address.map(|address| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn client(peer: &str, forwarded: &[&str]) -> IpAddr {
        let name = || "x-forwarded-for".parse::<axum::http::HeaderName>().unwrap();
        let headers = forwarded.iter().map(|line| (name(), line.parse().unwrap())).collect();
        let trusted = ["127.0.0.1/32", "10.0.0.0/8", "fd00::/8"].map(|net| net.parse().unwrap());
        client_address(ip(peer), &headers, &trusted)
    }

    #[test]
    fn an_address_is_the_same_all_day_and_another_tomorrow() {
        let addresses = Addresses::new();
        let (morning, evening, tomorrow) = (Timestamp(0), Timestamp(DAY_MS - 1), Timestamp(DAY_MS));
        let first = addresses.key(morning, ip("192.0.2.1"));
        assert_eq!(addresses.key(evening, ip("192.0.2.1")), first);
        assert_ne!(addresses.key(evening, ip("192.0.2.2")), first);
        assert_ne!(addresses.key(tomorrow, ip("192.0.2.1")), first);
        assert_ne!(Addresses::new().key(morning, ip("192.0.2.1")), first, "another server's salt");
    }

    #[test]
    fn a_household_of_ipv6_is_one_and_mapped_ipv4_is_ipv4() {
        let addresses = Addresses::new();
        let key = |text: &str| addresses.key(Timestamp(0), ip(text));
        assert_eq!(key("2001:db8:1:2::1"), key("2001:db8:1:2:ffff:1:2:3"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
        assert_eq!(key("::ffff:192.0.2.1"), key("192.0.2.1"));
    }

    #[test]
    fn promise_5_a_key_prints_nothing() {
        let addresses = Addresses::new();
        let printed = format!("{addresses:?} {:?}", addresses.key(Timestamp(0), ip("192.0.2.1")));
        assert_eq!(printed, "Addresses(..) AddressKey(..)");
    }

    #[test]
    fn a_stranger_who_writes_the_header_is_not_believed() {
        assert_eq!(client("203.0.113.9", &["192.0.2.1"]), ip("203.0.113.9"));
    }

    #[test]
    fn behind_a_trusted_proxy_the_last_untrusted_hop_counts() {
        assert_eq!(client("127.0.0.1", &["192.0.2.1"]), ip("192.0.2.1"));
        assert_eq!(client("127.0.0.1", &["1.1.1.1, 192.0.2.1, 10.0.0.7"]), ip("192.0.2.1"));
        assert_eq!(client("127.0.0.1", &["1.1.1.1", "192.0.2.1"]), ip("192.0.2.1"));
        assert_eq!(client("::ffff:127.0.0.1", &["192.0.2.1:4711"]), ip("192.0.2.1"));
        assert_eq!(client("fd00::1", &["[2001:db8::5]:80"]), ip("2001:db8::5"));
    }

    #[test]
    fn what_does_not_read_is_not_passed_over() {
        assert_eq!(client("127.0.0.1", &["192.0.2.1, nonsense"]), ip("127.0.0.1"));
        assert_eq!(client("127.0.0.1", &["192.0.2.1, nonsense, 10.0.0.7"]), ip("10.0.0.7"));
        assert_eq!(client("127.0.0.1", &[""]), ip("127.0.0.1"));
        assert_eq!(client("127.0.0.1", &[]), ip("127.0.0.1"));
    }
}
