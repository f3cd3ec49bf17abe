//! The door for the operator's own commands: a socket in the data folder, for one user alone.
//!
//! `roundtable session new` must work while a server runs. It asks through this socket; when nobody
//! answers, the command takes the data folder's lock and does the work itself. One connection
//! carries one request and one answer, a JSON line each. To add a command: a variant of
//! [`Request`], and what it does in the [`Handler`].

mod client;

pub use client::ask;

use async_trait::async_trait;
use roundtable_core::id::RoomId;
use serde::{Deserialize, Serialize};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

const SOCKET: &str = "control.sock";
/// No request is longer.
const MAX_REQUEST: u64 = 64 * 1_024;
/// A request is written at once, by a program.
const READ_TIME: Duration = Duration::from_secs(5);
/// One operator, a script or two.
const AT_ONCE: usize = 8;
/// What the operating system allows for a socket's path.
const MAX_PATH: usize = 107;

/// What the operator asks of a running server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Make a session and give its invitations.
    SessionNew {
        /// From which template.
        template: String,
        /// For how many participants.
        participants: u16,
    },
    /// How sessions stand: one room, or all.
    SessionStatus {
        /// Which room.
        room: Option<RoomId>,
    },
    /// A room's record, as JSON lines in one string.
    Record {
        /// Which room.
        room: RoomId,
    },
    /// Read the signing keys again: they were rotated.
    KeysRotated,
}

/// The server said no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{words}")]
pub struct Fault {
    /// A stable code, for programs.
    pub code: String,
    /// What to do, for people.
    pub words: String,
}

/// Answers the operator's requests. The answer's shape belongs to the request.
#[async_trait]
pub trait Handler: Send + Sync + 'static {
    /// Does it, or says why not.
    async fn handle(&self, request: Request) -> Result<serde_json::Value, Fault>;
}

/// Why the socket cannot be opened or asked.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// Somebody already answers there.
    #[error("a server already runs with the data folder {data}", data = data.display())]
    Taken {
        /// The data folder.
        data: PathBuf,
    },
    /// The operating system allows no such long socket path.
    #[error("{path} is too long for a socket ({MAX_PATH} bytes at most). Name a data folder with a shorter path: --data DIR", path = path.display())]
    PathTooLong {
        /// The socket.
        path: PathBuf,
    },
    /// The server said no.
    #[error(transparent)]
    Refused(#[from] Fault),
    /// The answer is not one that this program knows: the server is of another version.
    #[error(
        "the running server answers in a way this program does not know. Are both of the same version?"
    )]
    Strange,
    /// The socket said no.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The socket.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

/// An open socket, removed when dropped.
#[derive(Debug)]
pub struct Control {
    listener: UnixListener,
    path: PathBuf,
}

impl Control {
    /// Opens the socket in the data folder. Take the folder's lock before: a socket that nobody
    /// answers is left over from a crash and is removed.
    pub async fn open(data: &Path) -> Result<Self, ControlError> {
        let path = socket_in(data)?;
        if UnixStream::connect(&path).await.is_ok() {
            return Err(ControlError::Taken { data: data.to_owned() });
        }
        let bound = remove_stale(&path).and_then(|()| {
            let listener = UnixListener::bind(&path)?;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
            Ok(listener)
        });
        match bound {
            Ok(listener) => Ok(Self { listener, path }),
            Err(source) => Err(ControlError::Io { path, source }),
        }
    }

    /// Answers until `stop`.
    pub async fn serve(self, handler: Arc<dyn Handler>, stop: CancellationToken) {
        let (places, answering) = (Arc::new(Semaphore::new(AT_ONCE)), TaskTracker::new());
        loop {
            let accepted = tokio::select! {
                () = stop.cancelled() => break,
                accepted = self.listener.accept() => accepted,
            };
            let (Ok((stream, _)), Ok(place)) = (accepted, Arc::clone(&places).try_acquire_owned())
            else {
                continue; // A caller too many is hung up on and says so.
            };
            let handler = Arc::clone(&handler);
            answering.spawn(async move {
                let _whether_the_caller_still_listens = answer(stream, &*handler).await;
                drop(place);
            });
        }
        answering.close();
        answering.wait().await;
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        let _already_gone = std::fs::remove_file(&self.path);
    }
}

async fn answer(mut stream: UnixStream, handler: &dyn Handler) -> io::Result<()> {
    let (reading, mut writing) = stream.split();
    let mut line = String::new();
    let mut bounded = BufReader::new(reading.take(MAX_REQUEST));
    tokio::time::timeout(READ_TIME, bounded.read_line(&mut line)).await??;
    let answer = match serde_json::from_str(&line) {
        Ok(request) => handler.handle(request).await,
        Err(_) => Err(Fault {
            code: "request_unknown".to_owned(),
            words: "the running server does not know this command. Are both of the same version?"
                .to_owned(),
        }),
    };
    let mut line = serde_json::to_vec(&answer)?;
    line.push(b'\n');
    writing.write_all(&line).await
}

fn socket_in(data: &Path) -> Result<PathBuf, ControlError> {
    let path = data.join(SOCKET);
    if path.as_os_str().len() > MAX_PATH {
        return Err(ControlError::PathTooLong { path });
    }
    Ok(path)
}

fn remove_stale(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => Err(fault),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
