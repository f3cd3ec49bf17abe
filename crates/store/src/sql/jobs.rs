//! Jobs in SQL: a claim takes and leases in one statement.

macro_rules! jobs {
    ($Db:ty, $claim:expr) => {
        #[async_trait]
        impl Jobs for SqlStore<$Db> {
            async fn add_job(&self, job: Job) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::ADD_JOB)
                    .bind(job.id)
                    .bind(job.kind)
                    .bind(job.room.map(|room| room.to_string()))
                    .bind(job.payload)
                    .bind(job.due.0);
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn claim_jobs(
                &self,
                now: Timestamp,
                lease: Span,
                limit: u32,
            ) -> Result<Vec<ClaimedJob>, StoreError> {
                let _slice = self.slice().await?;
                let answer = sqlx::query_as($claim)
                    .bind(now.0)
                    .bind(now.plus(lease).0)
                    .bind(i64::from(limit))
                    .fetch_all(&self.writer)
                    .await;
                let claimed: Vec<StoredJob> = cells::read("jobs", "", answer)?;
                claimed.into_iter().map(StoredJob::read).collect()
            }

            async fn finish_job(&self, id: &str) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::FINISH_JOB).bind(id);
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn fail_job(
                &self,
                id: &str,
                next_due: Timestamp,
                error_code: &str,
            ) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query =
                    sqlx::query(statements::FAIL_JOB).bind(id).bind(next_due.0).bind(error_code);
                written(query.execute(&self.writer).await).map(drop)
            }
        }
    };
}
