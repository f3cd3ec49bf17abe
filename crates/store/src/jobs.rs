//! Work for later that must survive a restart.
//!
//! A job is done at least once: whoever claims it holds it for a lease, and when the lease runs
//! out it can be claimed again. So every job must be harmless to do twice.

use crate::error::StoreError;
use async_trait::async_trait;
use roundtable_core::id::RoomId;
use roundtable_core::time::{Span, Timestamp};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its name, which makes adding it again harmless.
    pub id: String,
    /// What kind of work.
    pub kind: String,
    /// For which room, if for one.
    pub room: Option<RoomId>,
    /// What the kind needs to know, as JSON. Never a text that somebody wrote.
    pub payload: String,
    /// Not before.
    pub due: Timestamp,
}

/// A job in somebody's hands; its `due` is the end of the lease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedJob {
    /// The job.
    pub job: Job,
    /// The how-manieth attempt this is, from 1.
    pub attempts: u32,
    /// Why the attempt before failed.
    pub last_error: Option<String>,
}

/// The jobs of all rooms.
#[async_trait]
pub trait Jobs: Send + Sync {
    /// Adds a job unless one of this name waits already.
    async fn add_job(&self, job: Job) -> Result<(), StoreError>;

    /// Takes at most `limit` due jobs until `now + lease`, the longest overdue first. Of many
    /// callers at the same time, one gets a job.
    async fn claim_jobs(
        &self,
        now: Timestamp,
        lease: Span,
        limit: u32,
    ) -> Result<Vec<ClaimedJob>, StoreError>;

    /// It is done: forgets it.
    async fn finish_job(&self, id: &str) -> Result<(), StoreError>;

    /// It failed: may be claimed again from `next_due` on.
    async fn fail_job(
        &self,
        id: &str,
        next_due: Timestamp,
        error_code: &str,
    ) -> Result<(), StoreError>;
}
