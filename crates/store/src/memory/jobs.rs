//! Jobs in memory.

use super::{MemoryStore, most};
use crate::error::StoreError;
use crate::jobs::{ClaimedJob, Job, Jobs};
use async_trait::async_trait;
use roundtable_core::time::{Span, Timestamp};

#[async_trait]
impl Jobs for MemoryStore {
    async fn add_job(&self, job: Job) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        let id = job.id.clone();
        tables.jobs.entry(id).or_insert(ClaimedJob { job, attempts: 0, last_error: None });
        Ok(())
    }

    async fn claim_jobs(
        &self,
        now: Timestamp,
        lease: Span,
        limit: u32,
    ) -> Result<Vec<ClaimedJob>, StoreError> {
        let mut tables = self.tables()?;
        let mut due: Vec<_> = tables.jobs.values_mut().filter(|one| one.job.due <= now).collect();
        due.sort_by_key(|one| one.job.due);
        Ok(due.into_iter().take(most(limit)).map(|one| one.lease(now.plus(lease))).collect())
    }

    async fn finish_job(&self, id: &str) -> Result<(), StoreError> {
        self.tables()?.jobs.remove(id);
        Ok(())
    }

    async fn fail_job(
        &self,
        id: &str,
        next_due: Timestamp,
        error_code: &str,
    ) -> Result<(), StoreError> {
        if let Some(one) = self.tables()?.jobs.get_mut(id) {
            one.job.due = next_due;
            one.last_error = Some(error_code.to_owned());
        }
        Ok(())
    }
}

impl ClaimedJob {
    fn lease(&mut self, until: Timestamp) -> Self {
        self.job.due = until;
        self.attempts += 1;
        self.clone()
    }
}
