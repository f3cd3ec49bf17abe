//! One cell: from a value of ours to TEXT or BIGINT and back.
//!
//! Writing may fail only by a fault of ours ([`StoreError::Invalid`]); reading may find what
//! nobody wrote ([`StoreError::Corrupt`]).

use super::trouble::Trouble;
use crate::error::{Source, StoreError};
use roundtable_core::id::{RoomId, SeatNo};
use roundtable_core::record::Digest;
use roundtable_core::room::command::Actor;
use roundtable_core::room::fact::Lane;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::Arc;

pub(super) fn integer(n: u64) -> Result<i64, StoreError> {
    i64::try_from(n).map_err(|error| StoreError::Invalid(Arc::new(error)))
}

/// A bound to compare with: nothing lies beyond the largest number anyway.
pub(super) fn bound(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Invalid(Arc::new(error)))
}

/// A plain enum as its word.
pub(super) fn word<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(_) => Err(StoreError::invalid("not a plain word")),
        Err(error) => Err(StoreError::Invalid(Arc::new(error))),
    }
}

pub(super) fn actor(actor: Actor) -> String {
    match actor {
        Actor::Seat(seat) => format!("seat:{seat}"),
        Actor::Organizer => "organizer".to_owned(),
        Actor::System => "system".to_owned(),
    }
}

pub(super) fn lane(lane: Lane) -> String {
    match lane {
        Lane::All => "all".to_owned(),
        Lane::Facilitators => "facilitators".to_owned(),
        Lane::Interpreters => "interpreters".to_owned(),
        Lane::Seat(seat) => format!("seat:{seat}"),
    }
}

/// Which row a cell is read from, so that a bad one can be named.
pub(super) struct Reading<'a> {
    pub(super) table: &'static str,
    pub(super) key: &'a str,
}

impl Reading<'_> {
    pub(super) fn natural<T: TryFrom<i64>>(&self, column: &str, n: i64) -> Result<T, StoreError> {
        T::try_from(n).map_err(|_| self.corrupt(column, format!("{n} is out of range")))
    }

    pub(super) fn json<T: DeserializeOwned>(
        &self,
        column: &str,
        text: &str,
    ) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|error| self.corrupt(column, error))
    }

    pub(super) fn word<T: DeserializeOwned>(
        &self,
        column: &str,
        word: &str,
    ) -> Result<T, StoreError> {
        serde_json::from_value(serde_json::Value::from(word))
            .map_err(|error| self.corrupt(column, error))
    }

    pub(super) fn bytes(&self, column: &str, hex: &str) -> Result<Vec<u8>, StoreError> {
        hex::decode(hex).map_err(|error| self.corrupt(column, error))
    }

    pub(super) fn digest(&self, column: &str, hex: &str) -> Result<Digest, StoreError> {
        Digest::parse(hex).ok_or_else(|| self.corrupt(column, "not 64 hex digits"))
    }

    pub(super) fn room(&self, column: &str, hex: &str) -> Result<RoomId, StoreError> {
        RoomId::parse(hex).ok_or_else(|| self.corrupt(column, "not 32 hex digits"))
    }

    pub(super) fn flag(&self, column: &str, n: i64) -> Result<bool, StoreError> {
        match n {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(self.corrupt(column, format!("{other} is no flag"))),
        }
    }

    pub(super) fn actor(&self, column: &str, text: &str) -> Result<Actor, StoreError> {
        match text {
            "organizer" => Ok(Actor::Organizer),
            "system" => Ok(Actor::System),
            _ => text
                .strip_prefix("seat:")
                .and_then(|seat| seat.parse().ok())
                .map(|seat| Actor::Seat(SeatNo(seat)))
                .ok_or_else(|| self.corrupt(column, "no actor")),
        }
    }

    pub(super) fn corrupt(
        &self,
        column: &str,
        why: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> StoreError {
        StoreError::Corrupt {
            table: self.table,
            column: column.to_owned(),
            key: self.key.to_owned(),
            source: Source::from(why.into()),
        }
    }
}

/// What became of a query: a cell of the wrong type is corrupt, the rest is the database's.
pub(super) fn read<T>(
    table: &'static str,
    key: &str,
    answer: Result<T, sqlx::Error>,
) -> Result<T, StoreError> {
    answer.map_err(|error| {
        if let sqlx::Error::ColumnDecode { index, source } = error {
            let column = index.trim_matches('"');
            Reading { table, key }.corrupt(column, source)
        } else {
            Trouble::from(error).into()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use roundtable_core::roles::Role;

    const HERE: Reading<'_> = Reading { table: "t", key: "k" };

    #[test]
    fn every_actor_reads_back() {
        for who in [Actor::Seat(SeatNo(7)), Actor::Organizer, Actor::System] {
            assert_eq!(HERE.actor("actor", &actor(who)).unwrap(), who);
        }
        assert!(HERE.actor("actor", "seat:x").is_err());
    }

    #[test]
    fn a_word_reads_back_and_a_strange_one_names_its_cell() {
        assert_eq!(word(&Role::Facilitator).unwrap(), "facilitator");
        assert_eq!(HERE.word::<Role>("role", "facilitator").unwrap(), Role::Facilitator);
        let error = HERE.word::<Role>("role", "judge").unwrap_err();
        assert_eq!(error.to_string(), "t.role of k cannot be read");
    }

    #[test]
    fn lanes_have_different_names() {
        let lanes = [Lane::All, Lane::Facilitators, Lane::Interpreters, Lane::Seat(SeatNo(1))];
        let names: std::collections::BTreeSet<_> = lanes.into_iter().map(lane).collect();
        assert_eq!(names.len(), lanes.len());
    }

    #[test]
    fn numbers_outside_their_range_are_refused_both_ways() {
        assert!(integer(u64::MAX).is_err());
        assert_eq!(bound(u64::MAX), i64::MAX);
        assert!(HERE.natural::<u16>("seat", -1).is_err());
    }
}
