//! Files that are whole or absent, on the disk when a call returns, and readable by one user.

use super::KeysError;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const PRIVATE_DIR: u32 = 0o700;
const PRIVATE_FILE: u32 = 0o600;

pub(super) fn make_private_dir(dir: &Path) -> Result<(), KeysError> {
    let made = DirBuilder::new().recursive(true).mode(PRIVATE_DIR).create(dir);
    made.map_err(KeysError::io(dir))?;
    sync_parent(dir)
}

pub(super) fn check_private_dir(dir: &Path) -> Result<(), KeysError> {
    check_mode(dir, PRIVATE_DIR)
}

pub(super) fn check_private_file(path: &Path) -> Result<(), KeysError> {
    check_mode(path, PRIVATE_FILE)
}

fn check_mode(path: &Path, wanted: u32) -> Result<(), KeysError> {
    let mode = fs::metadata(path).map_err(KeysError::io(path))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeysError::TooOpen { path: path.to_owned(), mode, wanted });
    }
    Ok(())
}

/// Writes a file that did not exist: beside it first, then moved into place.
pub(super) fn write_new(path: &Path, content: &[u8]) -> Result<(), KeysError> {
    let beside = beside(path);
    write_beside(&beside, content).map_err(KeysError::io(&beside))?;
    fs::rename(&beside, path).map_err(KeysError::io(path))?;
    sync_parent(path)
}

fn write_beside(beside: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(PRIVATE_FILE)
        .open(beside)?;
    file.write_all(content)?;
    file.sync_all()
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.new"))
}

/// Adds one line in one write. When an earlier write was torn by a crash, it is closed first.
pub(super) fn append_line(path: &Path, line: &str) -> Result<(), KeysError> {
    let is_new = !path.exists();
    append(path, line).map_err(KeysError::io(path))?;
    if is_new { sync_parent(path) } else { Ok(()) }
}

fn append(path: &Path, line: &str) -> io::Result<()> {
    let mut file =
        OpenOptions::new().read(true).append(true).create(true).mode(PRIVATE_FILE).open(path)?;
    let close = if ends_torn(&mut file)? { "\n" } else { "" };
    file.write_all(format!("{close}{line}\n").as_bytes())?;
    file.sync_all()
}

fn ends_torn(file: &mut File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

/// A file's text, or nothing when there is no file.
pub(super) fn read(path: &Path) -> Result<Option<String>, KeysError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(KeysError::io(path)(fault)),
    }
}

/// As [`read`], wiped from memory when dropped.
pub(super) fn read_secret(path: &Path) -> Result<Option<Zeroizing<String>>, KeysError> {
    Ok(read(path)?.map(Zeroizing::new))
}

/// Names of the files in a folder, sorted, without those that are still being written.
pub(super) fn names_in(dir: &Path) -> Result<Vec<String>, KeysError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(KeysError::io(dir))? {
        let name = entry.map_err(KeysError::io(dir))?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Overwrites and deletes. The overwriting helps on simple disks and is no promise on others.
pub(super) fn shred(path: &Path) -> Result<(), KeysError> {
    if !path.exists() {
        return Ok(());
    }
    overwrite(path).map_err(KeysError::io(path))?;
    fs::remove_file(path).map_err(KeysError::io(path))?;
    sync_parent(path)
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(0);
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

/// A rename or a deletion is on the disk when the folder is.
pub(super) fn sync_parent(path: &Path) -> Result<(), KeysError> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent).and_then(|dir| dir.sync_all()).map_err(KeysError::io(parent))
}
