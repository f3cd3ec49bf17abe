//! Sealing texts: what is read from the database alone says nothing.
//!
//! XChaCha20-Poly1305 under a subkey that HKDF-SHA256 derives from the session's (or series') key
//! and 32 random bytes that lie beside the row. What a text is and where it belongs is
//! authenticated with it, so that a row moved to another place does not open. Randomness is an
//! argument. A sealed text is the 24-byte nonce followed by the ciphertext and its tag.

use crate::keys_folder::Secret;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use roundtable_core::id::{BodyId, RoomId};
use roundtable_core::room::row::BodyClass;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes of a salt.
pub const SALT: usize = 32;
/// Bytes of a nonce.
pub const NONCE: usize = 24;
const TAG: usize = 16;

/// Separates these subkeys from any other use of the same key.
const SUBKEY: &[u8] = b"roundtable body v1";

/// Where a sealed text belongs. It opens nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The room.
    pub room: &'a RoomId,
    /// The body's name in that room.
    pub body: BodyId,
    /// What kind of text it is, and so which key seals it.
    pub class: BodyClass,
}

/// Why a text was not sealed or did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealFault {
    /// Wrong key, wrong place, or changed bytes: which one cannot be told.
    #[error("the sealed text does not open with this key in this place")]
    DoesNotOpen,
    /// Longer than any text can be.
    #[error("the text is too long to be sealed")]
    TooLong,
    /// Opened, and is no text.
    #[error("the sealed bytes are no text")]
    NoText,
}

/// Seals a text. `salt` and `nonce` are freshly drawn for it; keep the salt beside the result.
pub fn seal(
    key: &Secret,
    place: Place<'_>,
    salt: &[u8; SALT],
    nonce: &[u8; NONCE],
    text: &str,
) -> Result<Vec<u8>, SealFault> {
    let aad = place.bytes();
    let payload = Payload { msg: text.as_bytes(), aad: &aad };
    let sealed = cipher(key, salt)?.encrypt(&XNonce::from(*nonce), payload);
    let sealed = sealed.map_err(|_| SealFault::TooLong)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made. The text is wiped from memory when dropped.
pub fn open(
    key: &Secret,
    place: Place<'_>,
    salt: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<String>, SealFault> {
    let salt: &[u8; SALT] = salt.try_into().map_err(|_| SealFault::DoesNotOpen)?;
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>().ok_or(SealFault::DoesNotOpen)?;
    if rest.len() < TAG {
        return Err(SealFault::DoesNotOpen);
    }
    let aad = place.bytes();
    let opened =
        cipher(key, salt)?.decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad: &aad });
    let opened = opened.map_err(|_| SealFault::DoesNotOpen)?;
    String::from_utf8(opened).map(Zeroizing::new).map_err(|_| SealFault::NoText)
}

impl Place<'_> {
    /// Parts of fixed width first, so that no two places read the same.
    fn bytes(&self) -> Vec<u8> {
        let body = self.body.0.to_be_bytes();
        [self.room.as_bytes().as_slice(), &body, word(self.class)].concat()
    }
}

/// These words are sealed with every text: they never change.
const fn word(class: BodyClass) -> &'static [u8] {
    match class {
        BodyClass::Words => b"words",
        BodyClass::Names => b"names",
    }
}

fn cipher(key: &Secret, salt: &[u8; SALT]) -> Result<XChaCha20Poly1305, SealFault> {
    let mut subkey = Zeroizing::new([0; 32]);
    let derived = Hkdf::<Sha256>::new(Some(salt), key.as_bytes()).expand(SUBKEY, subkey.as_mut());
    derived.map_err(|_| SealFault::DoesNotOpen)?;
    XChaCha20Poly1305::new_from_slice(subkey.as_ref()).map_err(|_| SealFault::DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: RoomId = RoomId::from_bytes([1; 16]);
    const PLACE: Place<'static> = Place { room: &ROOM, body: BodyId(5), class: BodyClass::Words };
    const SALTED: [u8; SALT] = [2; SALT];
    const DRAWN: [u8; NONCE] = [3; NONCE];

    fn key() -> Secret {
        Secret::from_bytes([9; 32])
    }

    fn sealed(text: &str) -> Vec<u8> {
        seal(&key(), PLACE, &SALTED, &DRAWN, text).unwrap()
    }

    #[test]
    fn promise_1_what_is_sealed_opens_byte_for_byte() {
        for text in ["", "I hear you", "Խաղաղություն", "Sülh", "a\nb", "👩‍👩‍👧"]
        {
            assert_eq!(*open(&key(), PLACE, &SALTED, &sealed(text)).unwrap(), text);
        }
    }

    #[test]
    fn promise_5_the_sealed_bytes_hold_no_part_of_the_text() {
        let text = "the quick brown fox";
        let bytes = sealed(text);
        assert_eq!(bytes.len(), NONCE + text.len() + TAG);
        assert!(!bytes.windows(5).any(|w| text.as_bytes().windows(5).any(|t| t == w)));
    }

    #[test]
    fn it_opens_with_no_other_key_salt_room_body_or_class() {
        let bytes = sealed("words");
        let other = RoomId::from_bytes([8; 16]);
        let fails = |key: &Secret, place, salt: &[u8]| {
            assert_eq!(open(key, place, salt, &bytes), Err(SealFault::DoesNotOpen));
        };
        fails(&Secret::from_bytes([8; 32]), PLACE, &SALTED);
        fails(&key(), PLACE, &[8; SALT]);
        fails(&key(), PLACE, &[]);
        fails(&key(), Place { room: &other, ..PLACE }, &SALTED);
        fails(&key(), Place { body: BodyId(6), ..PLACE }, &SALTED);
        fails(&key(), Place { class: BodyClass::Names, ..PLACE }, &SALTED);
    }

    #[test]
    fn any_flipped_bit_and_any_cut_is_noticed() {
        let bytes = sealed("words");
        for at in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[at / 8] ^= 1 << (at % 8);
            assert_eq!(open(&key(), PLACE, &SALTED, &flipped), Err(SealFault::DoesNotOpen));
        }
        for length in 0..bytes.len() {
            let cut = &bytes[..length];
            assert_eq!(open(&key(), PLACE, &SALTED, cut), Err(SealFault::DoesNotOpen));
        }
    }

    #[test]
    fn the_same_words_sealed_twice_look_different() {
        let again = seal(&key(), PLACE, &[7; SALT], &[7; NONCE], "words").unwrap();
        assert_ne!(again, sealed("words"));
    }
}
