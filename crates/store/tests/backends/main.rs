//! The contract against every backend, and what is particular to each.

#![expect(clippy::unwrap_used, reason = "the helpers of these tests may fail as the tests do")]

mod given;
mod postgres;
mod sqlite;

mod memory {
    roundtable_store::contract_tests!(crate::given::memory);
}
