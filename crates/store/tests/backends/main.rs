//! The contract against every backend, and what is particular to each.

mod given;
mod postgres;
mod sqlite;

mod memory {
    roundtable_store::contract_tests!(crate::given::memory);
}
