//! What can be wrong with a keys folder, and what to do about it.

use super::Kid;
use std::io;
use std::path::{Path, PathBuf};

/// A keys folder that cannot be used, with words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// There is no folder.
    #[error(
        "there is no keys folder at {dir}. Make one with `roundtable keys init --keys {dir}`, or name the right one with --keys",
        dir = dir.display()
    )]
    Missing {
        /// Where it was looked for.
        dir: PathBuf,
    },
    /// `init` found a folder.
    #[error(
        "{dir} already holds keys and was left alone. To change the signing key run `roundtable keys rotate`",
        dir = dir.display()
    )]
    Exists {
        /// Where.
        dir: PathBuf,
    },
    /// Others may read what only the server should.
    #[error(
        "{path} can be read by others (mode {mode:o}). Run: chmod {wanted:o} {path}",
        path = path.display()
    )]
    TooOpen {
        /// Which file or folder.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// The mode it must have.
        wanted: u32,
    },
    /// A key that nobody purged is not there.
    #[error(
        "the key {kid} is not in the keys folder. If it was lost, stop the server and run `roundtable keys restore` with the newest backup"
    )]
    Unknown {
        /// Its name.
        kid: Kid,
    },
    /// The key was purged: what it sealed is gone for good.
    #[error("the key {kid} was purged: what it sealed cannot be read any more, by design")]
    Purged {
        /// Its name.
        kid: Kid,
    },
    /// A file does not hold what it should.
    #[error(
        "{path} is damaged in line {line}. Stop the server and run `roundtable keys restore` with the newest backup",
        path = path.display()
    )]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
    },
    /// No key to sign tickets with.
    #[error("the keys folder holds no signing key. Run `roundtable keys rotate`")]
    NoSigningKey,
    /// A backup inside the folder it copies would be lost with it.
    #[error("{dir} is inside the keys folder. Keep the backup on another disk", dir = dir.display())]
    BackupInside {
        /// The place that was asked for.
        dir: PathBuf,
    },
    /// The place holds no backup.
    #[error("there is no backup of a keys folder in {dir}", dir = dir.display())]
    NoBackup {
        /// Where it was looked for.
        dir: PathBuf,
    },
    /// The disk said no.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

impl KeysError {
    /// For `map_err`: names the path beside what the disk said.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}
