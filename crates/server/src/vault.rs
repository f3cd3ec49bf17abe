//! Sealing and opening the texts of one session.

use crate::keys_folder::{KeysError, KeysFolder, Kid, Secret};
use crate::random;
use crate::seal::{self, Place, SealFault};
use roundtable_core::id::{BodyId, RoomId};
use roundtable_core::room::row::{Body, BodyClass};
use roundtable_store::{SealedBody, Session};
use std::sync::Arc;

/// The keys of one session, and what they open.
pub struct Vault {
    room: RoomId,
    words: Secret,
    names: Secret,
}

/// Why a session's texts cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum VaultFault {
    /// The keys folder has no such key, or does not give it.
    #[error("the session's key cannot be had")]
    Key(#[from] KeysError),
    /// The session's row names no key.
    #[error("the session's row names no key")]
    NoKid,
    /// A text does not seal or open.
    #[error("a text does not seal or open")]
    Seal(#[from] SealFault),
}

impl Vault {
    /// Reads the session's keys. Blocks for the time of two small files.
    pub fn open(keys: &KeysFolder, session: &Session) -> Result<Arc<Self>, VaultFault> {
        let key = |kid: &str| -> Result<Secret, VaultFault> {
            Ok(keys.key(&Kid::parse(kid).ok_or(VaultFault::NoKid)?)?)
        };
        let (words, names) = (key(&session.kid_words)?, key(&session.kid_names)?);
        Ok(Arc::new(Self { room: session.room, words, names }))
    }

    fn key(&self, class: BodyClass) -> &Secret {
        match class {
            BodyClass::Words => &self.words,
            BodyClass::Names => &self.names,
        }
    }

    const fn place(&self, body: BodyId, class: BodyClass) -> Place<'_> {
        Place { room: &self.room, body, class }
    }

    /// Seals a text on its way to the store.
    pub fn seal(&self, body: &Body) -> Result<SealedBody, VaultFault> {
        let (salt, nonce) = (random::bytes(), random::bytes());
        let place = self.place(body.id, body.class);
        let sealed = seal::seal(self.key(body.class), place, &salt, &nonce, &body.text)?;
        Ok(SealedBody { body: body.id, class: body.class, salt: salt.to_vec(), sealed })
    }

    /// Opens a text from the store.
    pub fn unseal(&self, sealed: &SealedBody) -> Result<String, VaultFault> {
        let place = self.place(sealed.body, sealed.class);
        let text = seal::open(self.key(sealed.class), place, &sealed.salt, &sealed.sealed)?;
        Ok(text.as_str().to_owned())
    }
}
