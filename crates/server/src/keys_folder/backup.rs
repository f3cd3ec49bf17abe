//! One generation of backup, and bringing it back without reviving what was purged.

use super::{KeysError, KeysFolder, Kid, erasure_line, files, lock};
use std::fs;
use std::path::{Path, PathBuf};

/// The generation that counts; the others exist only while it is being replaced.
const CURRENT: &str = "current";
const NEXT: &str = "next";
const LAST: &str = "last";

impl KeysFolder {
    /// Copies the folder to `into`, replacing the copy made before. Safe while a server runs.
    pub fn backup(&self, into: &Path) -> Result<(), KeysError> {
        files::make_private_dir(into)?;
        self.refuse_inside(into)?;
        let next = into.join(NEXT);
        remove(&next)?;
        self.copy_to(&next)?;
        replace_generation(into)
    }

    /// Brings a backup back into `dir`: missing keys return, except those noted as purged in
    /// either place; the lists of both are joined. Run it while no server runs.
    pub fn restore(dir: &Path, from: &Path) -> Result<Self, KeysError> {
        let copy = Self::open_copy(from)?;
        let exists = dir.join("keys").exists();
        let folder = if exists { Self::open(dir)? } else { Self::make_empty(dir)? };
        for kid in copy.purged_list().read_with(Kid::parse)? {
            folder.purge(&kid)?;
        }
        let known = folder.erasures()?;
        for (room, bodies) in copy.erasures()? {
            if !known.contains(&(room, bodies.clone())) {
                folder.erasure_list().append(&erasure_line(&room, &bodies))?;
            }
        }
        for kid in copy.kids()? {
            folder.bring_back(&kid, &copy)?;
        }
        Ok(folder)
    }

    fn bring_back(&self, kid: &Kid, copy: &Self) -> Result<(), KeysError> {
        if self.is_purged(kid) || self.file(kid).exists() {
            return Ok(());
        }
        let content = files::read_secret(&copy.file(kid))?.unwrap_or_default();
        files::write_new(&self.file(kid), content.as_bytes())
    }

    fn open_copy(from: &Path) -> Result<Self, KeysError> {
        let found = [from.join(CURRENT), from.join(LAST), from.to_owned()];
        let dir = found.into_iter().find(|dir| dir.join("keys").is_dir());
        let dir = dir.ok_or(KeysError::NoBackup { dir: from.to_owned() })?;
        Self::open(&dir)
    }

    /// Keys first and lists after, so that a key purged meanwhile is noted in the copy too.
    fn copy_to(&self, dir: &Path) -> Result<(), KeysError> {
        let copy = Self::make_empty(dir)?;
        for kid in self.kids()? {
            if let Some(content) = files::read_secret(&self.file(&kid))? {
                files::write_new(&copy.file(&kid), content.as_bytes())?;
            }
        }
        let _guard = lock(&self.erasing);
        for list in ["purged", "erasures"] {
            let content = files::read(&self.dir.join(list))?.unwrap_or_default();
            files::write_new(&dir.join(list), content.as_bytes())?;
        }
        Self::open(dir).map(drop)
    }

    fn refuse_inside(&self, into: &Path) -> Result<(), KeysError> {
        let real = |path: &Path| fs::canonicalize(path).map_err(KeysError::io(path));
        if real(into)?.starts_with(real(&self.dir)?) {
            return Err(KeysError::BackupInside { dir: into.to_owned() });
        }
        Ok(())
    }
}

/// At every moment there is a whole generation, under its name or as the last one.
fn replace_generation(into: &Path) -> Result<(), KeysError> {
    let [current, next, last] = [CURRENT, NEXT, LAST].map(|name| into.join(name));
    if current.exists() {
        remove(&last)?;
        rename(&current, &last)?;
    }
    rename(&next, &current)?;
    remove(&last)
}

fn rename(from: &Path, to: &PathBuf) -> Result<(), KeysError> {
    fs::rename(from, to).map_err(KeysError::io(from))?;
    files::sync_parent(to)
}

fn remove(dir: &Path) -> Result<(), KeysError> {
    if dir.join("keys").is_dir() {
        for name in files::names_in(&dir.join("keys"))? {
            files::shred(&dir.join("keys").join(name))?;
        }
    }
    if dir.exists() {
        fs::remove_dir_all(dir).map_err(KeysError::io(dir))?;
        files::sync_parent(dir)?;
    }
    Ok(())
}
