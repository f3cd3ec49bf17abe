//! The keys folder: what opens the sealed texts, kept apart from the database and its backups.
//!
//! ```text
//! keys/session-<hex>   one a session: words and votes         64 hex digits
//! keys/series-<hex>    one a series: names and contacts       64 hex digits
//! keys/signing-<hex>   signs room tickets, rotated            64 hex digits and the time it was made
//! purged               names of keys that must never come back, one a line
//! erasures             bodies to delete, noted before they are deleted, one room a line
//! ```
//!
//! The folder is 0700 and its files 0600; anything else is refused with the command that mends it.
//! Every change is on the disk when the call returns. The calls block: use them from
//! `spawn_blocking` or at start-up. To add a kind of key: a variant of [`KeyKind`].

mod backup;
mod error;
mod files;
mod kid;
mod list;
mod signing;

pub use error::KeysError;
pub use kid::{KeyKind, Kid, Secret};
pub use signing::{OLD_KEY_LIFE, SigningKey};

use crate::random;
use list::List;
use roundtable_core::id::{BodyId, RoomId};
use roundtable_core::time::Timestamp;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An open keys folder.
#[derive(Debug)]
pub struct KeysFolder {
    dir: PathBuf,
    purged: Mutex<BTreeSet<Kid>>,
    /// Held while the erasure list changes, so that compacting loses no note.
    erasing: Mutex<()>,
}

impl KeysFolder {
    /// Makes a new folder with a first signing key. An existing one is left alone and refused.
    pub fn init(dir: &Path, now: Timestamp) -> Result<Self, KeysError> {
        if dir.join("keys").exists() {
            return Err(KeysError::Exists { dir: dir.to_owned() });
        }
        let folder = Self::make_empty(dir)?;
        folder.rotate(now)?;
        Ok(folder)
    }

    /// Opens a folder: checks who may read it, and deletes keys that are noted as purged, in case
    /// a backup brought them back.
    pub fn open(dir: &Path) -> Result<Self, KeysError> {
        if !dir.join("keys").is_dir() {
            return Err(KeysError::Missing { dir: dir.to_owned() });
        }
        files::check_private_dir(dir)?;
        files::check_private_dir(&dir.join("keys"))?;
        let folder =
            Self { dir: dir.to_owned(), purged: Mutex::default(), erasing: Mutex::default() };
        let purged = folder.purged_list().read_with(Kid::parse)?;
        for kid in folder.kids()? {
            files::check_private_file(&folder.file(&kid))?;
            if purged.contains(&kid) {
                files::shred(&folder.file(&kid))?;
            }
        }
        folder.erasures()?;
        *lock(&folder.purged) = purged.into_iter().collect();
        Ok(folder)
    }

    /// Opens the folder, or makes it when there is none: for practice and tests.
    pub fn open_or_init(dir: &Path, now: Timestamp) -> Result<Self, KeysError> {
        if dir.join("keys").exists() { Self::open(dir) } else { Self::init(dir, now) }
    }

    /// Where the folder lies.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Draws a new key of a session or a series and returns its name once it is on the disk.
    pub fn create_key(&self, kind: KeyKind) -> Result<Kid, KeysError> {
        let kid = Kid::new(kind, random::bytes());
        let secret = Secret::from_bytes(random::bytes());
        files::write_new(&self.file(&kid), format!("{}\n", *secret.to_hex()).as_bytes())?;
        Ok(kid)
    }

    /// Reads a key.
    pub fn key(&self, kid: &Kid) -> Result<Secret, KeysError> {
        if lock(&self.purged).contains(kid) {
            return Err(KeysError::Purged { kid: kid.clone() });
        }
        let path = self.file(kid);
        let text = files::read_secret(&path)?.ok_or(KeysError::Unknown { kid: kid.clone() })?;
        let hex = text.split_whitespace().next().unwrap_or_default();
        Secret::from_hex(hex).ok_or(KeysError::Damaged { path, line: 1 })
    }

    /// Notes that a key must never come back, then deletes it. Harmless when done again.
    pub fn purge(&self, kid: &Kid) -> Result<(), KeysError> {
        let mut purged = lock(&self.purged);
        if !purged.contains(kid) {
            self.purged_list().append(kid.as_str())?;
            purged.insert(kid.clone());
        }
        files::shred(&self.file(kid))
    }

    /// Has this key been purged?
    pub fn is_purged(&self, kid: &Kid) -> bool {
        lock(&self.purged).contains(kid)
    }

    /// Notes bodies that are about to be deleted. Delete their rows only after this returned.
    pub fn note_erasure(&self, room: &RoomId, bodies: &[BodyId]) -> Result<(), KeysError> {
        let _guard = lock(&self.erasing);
        if bodies.is_empty() {
            return Ok(());
        }
        self.erasure_list().append(&erasure_line(room, bodies))
    }

    /// Every body ever noted: start-up deletes them again, in case a backup brought them back.
    pub fn erasures(&self) -> Result<Vec<(RoomId, Vec<BodyId>)>, KeysError> {
        self.erasure_list().read_with(parse_erasure)
    }

    /// Drops the notes of rooms that need them no longer, such as rooms whose key is purged.
    pub fn compact(&self, needed: impl Fn(&RoomId) -> bool) -> Result<(), KeysError> {
        let _guard = lock(&self.erasing);
        let kept = self.erasures()?.into_iter().filter(|(room, _)| needed(room));
        let lines: Vec<_> = kept.map(|(room, bodies)| erasure_line(&room, &bodies)).collect();
        self.erasure_list().replace(&lines)
    }

    fn make_empty(dir: &Path) -> Result<Self, KeysError> {
        files::make_private_dir(dir)?;
        files::check_private_dir(dir)?;
        files::make_private_dir(&dir.join("keys"))?;
        let folder =
            Self { dir: dir.to_owned(), purged: Mutex::default(), erasing: Mutex::default() };
        folder.purged_list().touch()?;
        folder.erasure_list().touch()?;
        Ok(folder)
    }

    fn file(&self, kid: &Kid) -> PathBuf {
        self.dir.join("keys").join(kid.as_str())
    }

    fn kids(&self) -> Result<Vec<Kid>, KeysError> {
        let names = files::names_in(&self.dir.join("keys"))?;
        Ok(names.iter().filter_map(|name| Kid::parse(name)).collect())
    }

    fn purged_list(&self) -> List {
        List::at(self.dir.join("purged"))
    }

    fn erasure_list(&self) -> List {
        List::at(self.dir.join("erasures"))
    }
}

fn erasure_line(room: &RoomId, bodies: &[BodyId]) -> String {
    bodies.iter().fold(room.to_string(), |mut line, body| {
        let _ = write!(line, " {body}");
        line
    })
}

fn parse_erasure(line: &str) -> Option<(RoomId, Vec<BodyId>)> {
    let mut words = line.split(' ');
    let room = RoomId::parse(words.next()?)?;
    let bodies = words.map(|word| word.parse().ok().map(BodyId)).collect::<Option<Vec<_>>>()?;
    (!bodies.is_empty()).then_some((room, bodies))
}

/// A panic elsewhere does not make the folder wrong: what counts is on the disk.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
