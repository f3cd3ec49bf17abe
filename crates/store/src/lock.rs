//! The lock on a data folder: one server at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use thiserror::Error;

const LOCK_FILE: &str = "server.lock";

/// Held as long as it lives; the operating system lets go even after `kill -9`.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

/// Why the folder cannot be had.
#[derive(Debug, Error)]
pub enum LockError {
    /// Somebody serves from it.
    #[error("another server already uses {}", .0.display())]
    Taken(PathBuf),
    /// The lock file cannot be made.
    #[error("{} cannot be locked", .path.display())]
    Io {
        /// Which folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Takes the folder for this process, or says who has it. The folder must exist.
pub fn lock_data_dir(path: &Path) -> Result<DataLock, LockError> {
    let io = |source| LockError::Io { path: path.to_owned(), source };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.join(LOCK_FILE))
        .map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(DataLock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(LockError::Taken(path.to_owned())),
        Err(TryLockError::Error(source)) => Err(io(source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_server_and_is_free_again_when_it_goes() {
        let folder = tempfile::tempdir().unwrap();
        let first = lock_data_dir(folder.path()).unwrap();
        assert!(matches!(lock_data_dir(folder.path()), Err(LockError::Taken(_))));
        drop(first);
        assert!(lock_data_dir(folder.path()).is_ok());
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_not_a_lock() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone");
        assert!(matches!(lock_data_dir(&gone), Err(LockError::Io { .. })));
    }
}
