//! Asking a running server.

use super::{ControlError, Fault, Request, socket_in};
use serde::de::DeserializeOwned;
use std::io;
use std::path::Path;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

/// Asks the server that runs with this data folder. `Ok(None)` when none runs: then take the
/// folder's lock and do it yourself.
pub async fn ask<T: DeserializeOwned>(
    data: &Path,
    request: &Request,
) -> Result<Option<T>, ControlError> {
    let path = socket_in(data)?;
    let io = |source| ControlError::Io { path: path.clone(), source };
    let mut stream = match UnixStream::connect(&path).await {
        Ok(stream) => stream,
        Err(fault) if is_nobody(&fault) => return Ok(None),
        Err(fault) => return Err(io(fault)),
    };
    let mut line = serde_json::to_vec(request).map_err(|_| ControlError::Strange)?;
    line.push(b'\n');
    stream.write_all(&line).await.map_err(io)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.map_err(io)?;
    let answer: Result<T, Fault> =
        serde_json::from_slice(&answer).map_err(|_| ControlError::Strange)?;
    Ok(Some(answer?))
}

/// No socket, or one that a crash left behind.
fn is_nobody(fault: &io::Error) -> bool {
    matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused)
}
