//! What kind of trouble a database error is, for whoever must decide what to do next.

use crate::error::{Source, StoreError};
use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;
use std::sync::Arc;

/// An error of the database, by what can be done about it.
#[derive(Clone, Debug)]
pub(super) enum Trouble {
    /// Another transaction was in the way and this one was rolled back: the same again may pass.
    Again(Source),
    /// What was asked breaks a rule of the tables: the same again fails again.
    Refused(Source),
    /// No connection, no disk, no database. Nothing landed.
    Lost(Source),
    /// The commit was sent and not answered well: it may have landed.
    InDoubt(Source),
}

impl Trouble {
    /// An error of the commit itself. Only where the database says that it rolled back do we know.
    pub(super) fn in_commit(error: sqlx::Error) -> Self {
        match Self::from(error) {
            Self::Lost(source) | Self::InDoubt(source) => Self::InDoubt(source),
            known @ (Self::Again(_) | Self::Refused(_)) => known,
        }
    }
}

/// What the database says, without the values it says it of.
impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Again(source) => write!(f, "rolled back: {source}"),
            Self::Refused(source) => write!(f, "refused: {source}"),
            Self::Lost(source) => write!(f, "unavailable: {source}"),
            Self::InDoubt(source) => write!(f, "not answered: {source}"),
        }
    }
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Self {
        let kind = kind(&error);
        kind(Arc::new(error))
    }
}

impl From<Trouble> for StoreError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Refused(source) => Self::Invalid(source),
            Trouble::InDoubt(source) => Self::Ambiguous(source),
            Trouble::Again(source) | Trouble::Lost(source) => Self::Unavailable(source),
        }
    }
}

type Kind = fn(Source) -> Trouble;

fn kind(error: &sqlx::Error) -> Kind {
    if let sqlx::Error::Database(error) = error {
        return error
            .try_downcast_ref::<PgDatabaseError>()
            .map_or_else(|| sqlite(error.as_ref()), |error| postgres(error.code()));
    }
    let ours = matches!(
        error,
        sqlx::Error::Encode(_)
            | sqlx::Error::InvalidArgument(_)
            | sqlx::Error::Decode(_)
            | sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::ColumnNotFound(_)
            | sqlx::Error::TypeNotFound { .. }
    );
    if ours { Trouble::Refused } else { Trouble::Lost }
}

/// By the class of SQLSTATE.
fn postgres(code: &str) -> Kind {
    match code.get(..2) {
        // serialization failure, deadlock
        Some("40") => Trouble::Again,
        // bad data, broken constraint, bad statement
        Some("22" | "23" | "42") => Trouble::Refused,
        _ => Trouble::Lost,
    }
}

/// By the primary result code, the low byte of the extended one.
fn sqlite(error: &dyn DatabaseError) -> Kind {
    const ERROR: u32 = 1;
    const BUSY: u32 = 5;
    const LOCKED: u32 = 6;
    const TOO_BIG: u32 = 18;
    const CONSTRAINT: u32 = 19;
    const MISMATCH: u32 = 20;
    let code = error.code().and_then(|code| code.parse::<u32>().ok());
    match code.map(|code| code & 0xff) {
        Some(BUSY | LOCKED) => Trouble::Again,
        Some(ERROR | TOO_BIG | CONSTRAINT | MISMATCH) => Trouble::Refused,
        _ => Trouble::Lost,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn io() -> sqlx::Error {
        sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into())
    }

    #[test]
    fn a_lost_connection_before_the_commit_is_known_to_have_landed_nothing() {
        assert!(matches!(StoreError::from(Trouble::from(io())), StoreError::Unavailable(_)));
    }

    #[test]
    fn a_lost_connection_in_the_commit_is_never_guessed() {
        let error = StoreError::from(Trouble::in_commit(io()));
        assert!(matches!(error, StoreError::Ambiguous(_)));
    }

    #[test]
    fn sqlstate_classes_are_told_apart() {
        let of = |code: &str| postgres(code)(Arc::new(io()));
        assert!(matches!(of("40P01"), Trouble::Again(_)));
        assert!(matches!(of("23505"), Trouble::Refused(_)));
        assert!(matches!(of("57P01"), Trouble::Lost(_)));
        assert!(matches!(of(""), Trouble::Lost(_)));
    }
}
