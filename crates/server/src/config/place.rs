//! Folders: where data and keys lie, and which kind of data a folder holds.

use super::ConfigError;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// The file in a data folder that says what the folder is for.
const MARKER: &str = "kind";

/// What a data folder is for. One is never used as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Learning: loopback only, and it says "practice" on every page.
    Practice,
    /// Real sessions.
    Serve,
}

impl Kind {
    /// Where its data lies when nobody says otherwise.
    pub fn default_data(self) -> PathBuf {
        match self {
            Self::Practice => PathBuf::from("./data/practice"),
            Self::Serve => PathBuf::from("./data/roundtable"),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Serve => "serve",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Where the keys lie when nobody says otherwise: a folder beside the data's.
pub fn keys_beside(data: &Path) -> PathBuf {
    let whole = if data.file_name().is_some() { data.to_owned() } else { absolute(data) };
    let mut name = whole.file_name().map_or_else(|| OsString::from("roundtable"), OsString::from);
    name.push("-keys");
    whole.with_file_name(name)
}

/// Which kind of data a folder holds; `None` for a new one.
pub fn kind_of(data: &Path) -> Result<Option<Kind>, ConfigError> {
    let path = data.join(MARKER);
    match fs::read_to_string(&path) {
        Ok(text) => {
            let known = [Kind::Practice, Kind::Serve].into_iter().find(|k| k.word() == text.trim());
            known.map(Some).ok_or(ConfigError::UnknownKind { path })
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(ConfigError::io(&path)(fault)),
    }
}

/// Makes the data folder (for one user alone) and marks it, or refuses one of the other kind.
pub fn claim(data: &Path, wanted: Kind) -> Result<(), ConfigError> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(data);
    made.map_err(ConfigError::io(data))?;
    match kind_of(data)? {
        Some(found) if found == wanted => Ok(()),
        Some(found) => Err(ConfigError::OtherKind { data: data.to_owned(), found, wanted }),
        None => {
            let path = data.join(MARKER);
            fs::write(&path, format!("{wanted}\n")).map_err(ConfigError::io(&path))
        }
    }
}

/// Is `inner` the folder `outer`, or anywhere in it? Links are followed as far as folders exist.
pub fn is_inside(inner: &Path, outer: &Path) -> bool {
    real(inner).starts_with(real(outer))
}

fn real(path: &Path) -> PathBuf {
    let whole = absolute(path);
    for existing in whole.ancestors() {
        if let (Ok(real), Ok(rest)) = (fs::canonicalize(existing), whole.strip_prefix(existing)) {
            return real.join(rest);
        }
    }
    whole
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claimed_folder_is_refused_for_the_other_kind() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("deep/data");
        assert_eq!(kind_of(&data).unwrap(), None);
        claim(&data, Kind::Practice).unwrap();
        claim(&data, Kind::Practice).unwrap();
        assert_eq!(kind_of(&data).unwrap(), Some(Kind::Practice));
        let words = claim(&data, Kind::Serve).unwrap_err().to_string();
        assert!(words.contains("roundtable practice") && words.contains("--data"), "{words}");
    }

    #[test]
    fn a_strange_marker_is_not_guessed_at() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join(MARKER), "something").unwrap();
        let found = claim(home.path(), Kind::Serve);
        assert!(matches!(found, Err(ConfigError::UnknownKind { .. })));
    }

    #[test]
    fn keys_lie_beside_the_data() {
        assert_eq!(keys_beside(Path::new("./data/practice")), Path::new("./data/practice-keys"));
        assert_eq!(keys_beside(Path::new("/srv/rt/")), Path::new("/srv/rt-keys"));
        assert!(!is_inside(&keys_beside(Path::new(".")), Path::new(".")));
    }

    #[test]
    fn inside_is_told_through_links_and_before_folders_exist() {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        fs::create_dir(&data).unwrap();
        std::os::unix::fs::symlink(&data, home.path().join("link")).unwrap();
        assert!(is_inside(&home.path().join("link/new/keys"), &data));
        assert!(is_inside(&data, &data));
        assert!(!is_inside(&home.path().join("data-keys"), &data));
        assert!(!is_inside(&home.path().join("new/keys"), &home.path().join("new/data")));
    }
}
