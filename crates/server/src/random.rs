//! The one place that draws randomness. Everybody else is given bytes.
//!
//! To add a kind of random name: a function here that says how many bits it has and who sees it.

/// `N` random bytes from the operating system.
///
/// # Panics
///
/// When the operating system has no randomness to give: nothing this program does would be safe.
#[expect(clippy::disallowed_methods, reason = "the one legal source of randomness")]
#[expect(clippy::expect_used, reason = "a server that cannot draw a key must stop, not guess one")]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut drawn = [0; N];
    getrandom::fill(&mut drawn).expect("the operating system gives random bytes");
    drawn
}

/// An invitation's code: 128 bits, 32 lower-case hex digits. Its hash is stored, never itself.
pub fn code() -> String {
    hex::encode(bytes::<16>())
}

/// A seat's handle in paths and cookie names: 64 bits, 16 hex digits. It says nothing and
/// opens nothing.
pub fn handle() -> String {
    hex::encode(bytes::<8>())
}

/// What a cookie holds: 256 bits, 64 hex digits. Its hash is stored, never itself.
pub fn token() -> String {
    hex::encode(bytes::<32>())
}

/// A name for one use, such as a ticket's `jti` or a stream: 128 bits, 32 hex digits.
pub fn once() -> String {
    hex::encode(bytes::<16>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_have_their_width_and_do_not_repeat() {
        let drawn: BTreeSet<_> = (0..1_000).map(|_| code()).collect();
        assert_eq!(drawn.len(), 1_000);
        assert!(drawn.iter().all(|c| c.len() == 32 && hex::decode(c).is_ok()));
        assert_eq!((handle().len(), token().len(), once().len()), (16, 64, 32));
    }
}
