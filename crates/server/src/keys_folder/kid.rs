//! Names of keys, and the keys themselves.

use std::fmt;
use zeroize::Zeroizing;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyKind {
    /// Words and votes of one session or caucus.
    Session,
    /// Names, self-descriptions and contacts of one series.
    Series,
    /// Signatures on room tickets.
    Signing,
}

impl KeyKind {
    const ALL: [Self; 3] = [Self::Session, Self::Series, Self::Signing];

    const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Series => "series",
            Self::Signing => "signing",
        }
    }
}

/// A key's name: its kind and 128 random bits. It is no secret.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kid(String);

impl Kid {
    /// From 16 bytes that the shell drew.
    pub fn new(kind: KeyKind, drawn: [u8; 16]) -> Self {
        Self(format!("{}-{}", kind.word(), hex::encode(drawn)))
    }

    /// Reads a name. What parses is also safe as a file name.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, digits) = text.split_once('-')?;
        let known = KeyKind::ALL.iter().any(|kind| kind.word() == word);
        let plain = digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        (known && plain && digits.len() == 32).then(|| Self(text.to_owned()))
    }

    /// Is it of this kind?
    pub fn is(&self, kind: KeyKind) -> bool {
        self.0.split('-').next() == Some(kind.word())
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// 256 secret bits, wiped from memory when dropped and never printed.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// From 32 bytes that the shell drew.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads 64 hex digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text, bytes.as_mut()).ok()?;
        Some(Self(bytes))
    }

    /// 64 hex digits.
    pub fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.as_bytes()))
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kid_reads_back_and_cannot_leave_its_folder() {
        let kid = Kid::new(KeyKind::Series, [0xab; 16]);
        assert_eq!(Kid::parse(kid.as_str()), Some(kid.clone()));
        assert!(kid.is(KeyKind::Series) && !kid.is(KeyKind::Session));
        let upper = kid.as_str().to_uppercase();
        for bad in ["", "series", "series-", "series-../../etc/passwd", "other-00", upper.as_str()]
        {
            assert_eq!(Kid::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_secret_reads_back_and_is_never_printed() {
        let secret = Secret::from_bytes([0x5a; 32]);
        assert_eq!(Secret::from_hex(&secret.to_hex()).unwrap().as_bytes(), secret.as_bytes());
        assert_eq!(format!("{secret:?}"), "Secret(..)");
        assert!(Secret::from_hex("5a").is_none());
    }
}
