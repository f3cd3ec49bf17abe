//! A list of lines that only grows. A line counts when it ends with a mark, so that one torn by a
//! crash is told from one that was promised, and anything else that does not read is damage.

use super::{KeysError, files};
use std::path::PathBuf;

const MARK: &str = " .";

#[derive(Debug)]
pub(super) struct List {
    path: PathBuf,
}

impl List {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    /// Makes it, empty, when it is not there.
    pub(super) fn touch(&self) -> Result<(), KeysError> {
        if self.path.exists() { Ok(()) } else { files::write_new(&self.path, b"") }
    }

    /// Adds a line; on the disk when this returns.
    pub(super) fn append(&self, line: &str) -> Result<(), KeysError> {
        files::append_line(&self.path, &format!("{line}{MARK}"))
    }

    /// Every whole line, read by `parse`.
    pub(super) fn read_with<T>(
        &self,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, KeysError> {
        let text = files::read(&self.path)?.unwrap_or_default();
        let whole =
            text.lines().enumerate().filter_map(|(n, l)| Some((n + 1, l.strip_suffix(MARK)?)));
        whole
            .map(|(line, text)| {
                parse(text).ok_or_else(|| KeysError::Damaged { path: self.path.clone(), line })
            })
            .collect()
    }

    /// Puts these lines in place of all others, at once.
    pub(super) fn replace(&self, lines: &[String]) -> Result<(), KeysError> {
        let whole: Vec<_> = lines.iter().flat_map(|line| [line.as_str(), MARK, "\n"]).collect();
        files::write_new(&self.path, whole.concat().as_bytes())
    }
}
