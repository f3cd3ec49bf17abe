//! Which database, without its password in any log.

use std::fmt;
use std::path::Path;
use zeroize::Zeroizing;

/// A database's URL. Printing it hides the password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(Zeroizing<String>);

/// The URL names no database that we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "it must begin with postgres:// or sqlite:, such as postgres://roundtable@localhost/roundtable. Leave it out to keep everything in one file in the data folder"
)]
pub struct UnknownDatabase;

impl DatabaseUrl {
    /// Reads a URL.
    pub fn parse(text: &str) -> Result<Self, UnknownDatabase> {
        let known = ["postgres://", "postgresql://", "sqlite:"];
        let fits = known.iter().any(|prefix| text.starts_with(prefix));
        if fits { Ok(Self(Zeroizing::new(text.to_owned()))) } else { Err(UnknownDatabase) }
    }

    /// The default: an SQLite file in the data folder.
    pub fn file_in(data: &Path) -> Self {
        // What a URL would take for its own is written as the driver reads it back.
        let path = data.join("roundtable.db").display().to_string();
        let path = path.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
        Self(Zeroizing::new(format!("sqlite:{path}")))
    }

    /// The URL as it is, for the driver alone.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Is it a file on this machine?
    pub fn is_sqlite(&self) -> bool {
        self.0.starts_with("sqlite:")
    }
}

impl fmt::Display for DatabaseUrl {
    /// Everything between the user's name and the last `@` is hidden, and so is the query.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (url, query) = match self.0.split_once('?') {
            Some((url, _)) if !self.is_sqlite() => (url, "?…"),
            _ => (self.0.as_str(), ""),
        };
        // A password may itself hold a question mark: then nothing after the scheme is shown.
        let hidden = self.0.rfind('@').is_some_and(|at| at > url.len());
        match url.split_once("://") {
            Some((scheme, _)) if hidden => write!(f, "{scheme}://…"),
            Some((scheme, rest)) => match rest.rsplit_once('@') {
                Some((user, place)) => {
                    let name = user.split(':').next().unwrap_or_default();
                    write!(f, "{scheme}://{name}:…@{place}{query}")
                }
                None => write!(f, "{scheme}://{rest}{query}"),
            },
            None => f.write_str(url),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_printing_a_url_shows_its_password() {
        let urls = [
            "postgres://rt:hunter2@db.example/rt",
            "postgresql://rt:hunter2@db.example:5433/rt?sslmode=require",
            "postgres://db.example/rt?user=rt&password=hunter2",
            "postgres://rt:a@hunter2@db.example/rt",
            "postgres://rt:hunter2?@db.example/rt",
            "postgres://rt:hunter2/@db.example/rt",
        ];
        for url in urls {
            let url = DatabaseUrl::parse(url).unwrap();
            let printed = format!("{url} {url:?}");
            assert!(!printed.contains("hunter2"), "{printed}");
            assert!(url.expose().contains("hunter2"));
        }
    }

    #[test]
    fn what_helps_the_operator_stays_readable() {
        let printed = DatabaseUrl::parse("postgres://rt:x@db.example/rt").unwrap().to_string();
        assert_eq!(printed, "postgres://rt:…@db.example/rt");
        let file = DatabaseUrl::file_in(Path::new("./data/practice"));
        assert_eq!(file.to_string(), "sqlite:./data/practice/roundtable.db");
        assert!(file.is_sqlite());
        let strange = DatabaseUrl::file_in(Path::new("/srv/100%/what?"));
        assert_eq!(strange.expose(), "sqlite:/srv/100%25/what%3F/roundtable.db");
        assert_eq!(DatabaseUrl::parse("mysql://x"), Err(UnknownDatabase));
    }
}
