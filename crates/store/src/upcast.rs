//! From the shapes that a row was written with to the shapes of today.
//!
//! Fields are only ever added to a fact, with a default, so most changes need nothing here. When a
//! shape changes in another way: raise `FACT_VERSION`, add an arm that mends the JSON of the
//! version before, keep the old golden files. What is not known is refused, never skipped.

use roundtable_core::room::fact::Fact;
use thiserror::Error;

/// Why stored facts are not facts of today.
#[derive(Debug, Error)]
pub(crate) enum UpcastError {
    #[error("facts of version {0} are unknown to this program")]
    UnknownVersion(u16),
    #[error("the facts cannot be read")]
    Unreadable(#[from] serde_json::Error),
}

/// Reads the facts of one row.
pub(crate) fn facts(version: u16, json: &str) -> Result<Vec<Fact>, UpcastError> {
    match version {
        1 => Ok(serde_json::from_str(json)?),
        unknown => Err(UpcastError::UnknownVersion(unknown)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roundtable_core::room::fact::FACT_VERSION;

    #[test]
    fn facts_of_today_are_read() {
        assert_eq!(facts(FACT_VERSION, r#"[{"fact":"opened"}]"#).unwrap(), [Fact::Opened]);
    }

    #[test]
    fn an_unknown_version_and_an_unknown_fact_are_loud() {
        let newer = facts(FACT_VERSION + 1, r#"[{"fact":"opened"}]"#);
        assert!(matches!(newer, Err(UpcastError::UnknownVersion(_))));
        assert!(matches!(facts(0, "[]"), Err(UpcastError::UnknownVersion(0))));
        assert!(matches!(facts(1, r#"[{"fact":"sang"}]"#), Err(UpcastError::Unreadable(_))));
    }
}
