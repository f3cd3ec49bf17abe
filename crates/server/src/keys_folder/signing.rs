//! Keys that sign room tickets: the newest signs, older ones are believed for a ticket's life.

use super::{KeyKind, KeysError, KeysFolder, Kid, Secret, files};
use crate::random;
use roundtable_core::time::{Span, Timestamp};

/// How long a replaced key is still believed: a ticket's life and its leeway, with room for the
/// time until a running server reads the folder again.
pub const OLD_KEY_LIFE: Span = Span::minutes(5);

/// A key that signs tickets.
#[derive(Clone, Debug)]
pub struct SigningKey {
    /// Its name, which stands in a ticket's header.
    pub kid: Kid,
    /// The key.
    pub secret: Secret,
    /// When it was made.
    pub made: Timestamp,
}

impl KeysFolder {
    /// Makes a new signing key and deletes those that no living ticket can name.
    pub fn rotate(&self, now: Timestamp) -> Result<Kid, KeysError> {
        let replaced = self.all_signing_keys()?.first().map(|newest| newest.made);
        let kid = Kid::new(KeyKind::Signing, random::bytes());
        let secret = Secret::from_bytes(random::bytes());
        // Later than the one it replaces, whatever the clock says.
        let made = replaced.map_or(now, |before| now.max(before.plus(Span(1))));
        let content = format!("{} {}\n", *secret.to_hex(), made.0);
        files::write_new(&self.file(&kid), content.as_bytes())?;
        if replaced.is_some() {
            let living: Vec<_> = self.signing_keys(now)?.into_iter().map(|k| k.kid).collect();
            for old in self.all_signing_keys()?.iter().filter(|k| !living.contains(&k.kid)) {
                files::shred(&self.file(&old.kid))?;
            }
        }
        Ok(kid)
    }

    /// The keys to believe now, the one that signs first.
    pub fn signing_keys(&self, now: Timestamp) -> Result<Vec<SigningKey>, KeysError> {
        let all = self.all_signing_keys()?;
        let mut living = Vec::new();
        let mut replaced_at = None;
        for key in all {
            let made = key.made;
            if replaced_at.is_none_or(|at: Timestamp| now < at.plus(OLD_KEY_LIFE)) {
                living.push(key);
            }
            replaced_at = Some(made);
        }
        if living.is_empty() { Err(KeysError::NoSigningKey) } else { Ok(living) }
    }

    /// Newest first.
    fn all_signing_keys(&self) -> Result<Vec<SigningKey>, KeysError> {
        let kids = self.kids()?.into_iter().filter(|kid| kid.is(KeyKind::Signing));
        let mut keys = kids.map(|kid| self.signing_key(kid)).collect::<Result<Vec<_>, _>>()?;
        keys.sort_by_key(|key| std::cmp::Reverse(key.made));
        Ok(keys)
    }

    fn signing_key(&self, kid: Kid) -> Result<SigningKey, KeysError> {
        let path = self.file(&kid);
        let secret = self.key(&kid)?;
        let text = files::read_secret(&path)?.unwrap_or_default();
        let made = text.split_whitespace().nth(1).and_then(|word| word.parse().ok());
        let made = made.map(Timestamp).ok_or(KeysError::Damaged { path, line: 1 })?;
        Ok(SigningKey { kid, secret, made })
    }
}
