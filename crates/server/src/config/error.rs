//! What can be wrong with the settings, and what to do about it.

use super::Kind;
use crate::origin::Origin;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Settings that cannot be used, with words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// One setting does not read.
    #[error("{whence}: {why}")]
    Bad {
        /// Where it stands.
        whence: String,
        /// What is wrong with it.
        why: String,
    },
    /// The settings file does not read.
    #[error("the settings file {path}: {why}", path = path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Practice is for one machine.
    #[error(
        "practice listens on this machine alone, and {listen} can be reached from elsewhere. Leave --listen out, or run `roundtable serve` for a real session"
    )]
    PracticeNotLocal {
        /// The place that was asked for.
        listen: SocketAddr,
    },
    /// Practice has no public origin.
    #[error(
        "practice has no public origin, and {origin} was given. Leave it out, or run `roundtable serve` for a real session"
    )]
    PracticePublic {
        /// The origin that was given.
        origin: Origin,
    },
    /// The server can be reached from elsewhere and does not know its name.
    #[error(
        "{listen} can be reached from elsewhere, so the server must know its address there: --public-origin https://talk.example.org"
    )]
    NoPublicOrigin {
        /// Where it would listen.
        listen: SocketAddr,
    },
    /// A backup of the data would carry the keys.
    #[error(
        "the keys folder {keys} is inside the data folder {data}, so that whoever takes one has both. Put it elsewhere: --keys DIR",
        keys = keys.display(), data = data.display()
    )]
    KeysInsideData {
        /// The keys folder.
        keys: PathBuf,
        /// The data folder.
        data: PathBuf,
    },
    /// Practice data is never served, and real data never practised on.
    #[error(
        "{data} holds the data of `roundtable {found}`, and this is `roundtable {wanted}`. Name another folder: --data DIR",
        data = data.display()
    )]
    OtherKind {
        /// The data folder.
        data: PathBuf,
        /// What it holds.
        found: Kind,
        /// What was asked for.
        wanted: Kind,
    },
    /// The folder's `kind` file is not ours.
    #[error("{path} should say practice or serve. Is this a data folder?", path = path.display())]
    UnknownKind {
        /// The file.
        path: PathBuf,
    },
    /// The address is taken.
    #[error(
        "{listen} is already in use. Stop what runs there, or choose another port: --listen {other}"
    )]
    AddressTaken {
        /// Where.
        listen: SocketAddr,
        /// A place to try.
        other: SocketAddr,
    },
    /// The address cannot be had.
    #[error("cannot listen on {listen}: {source}. Choose another place: --listen ADDR:PORT")]
    CannotListen {
        /// Where.
        listen: SocketAddr,
        /// What the system said.
        source: io::Error,
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

impl ConfigError {
    /// Why the server cannot listen there, and what to do.
    pub fn cannot_listen(listen: SocketAddr, source: io::Error) -> Self {
        if source.kind() != io::ErrorKind::AddrInUse {
            return Self::CannotListen { listen, source };
        }
        let other = SocketAddr::new(listen.ip(), listen.port().checked_add(1).unwrap_or(8081));
        Self::AddressTaken { listen, other }
    }

    /// For `map_err`: names the path beside what the disk said.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |source| Self::Io { path: path.to_owned(), source }
    }
}
