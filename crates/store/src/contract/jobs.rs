//! Jobs: at least once, and never two hands at a time.

use super::samples::room;
use crate::Store;
use crate::jobs::{ClaimedJob, Job};
use roundtable_core::time::{Span, Timestamp};
use std::collections::BTreeSet;
use std::sync::Arc;

const LEASE: Span = Span(100);

fn job(id: &str, due: i64) -> Job {
    Job {
        id: id.to_owned(),
        kind: "erase".to_owned(),
        room: Some(room(1)),
        payload: "{\"body\":7}".to_owned(),
        due: Timestamp(due),
    }
}

async fn claim(store: &dyn Store, now: i64, limit: u32) -> Vec<ClaimedJob> {
    store.claim_jobs(Timestamp(now), LEASE, limit).await.unwrap()
}

async fn claimed_ids(store: &dyn Store, now: i64, limit: u32) -> BTreeSet<String> {
    claim(store, now, limit).await.into_iter().map(|one| one.job.id).collect()
}

/// Its name makes adding harmless.
pub async fn a_job_is_added_once_and_forgotten_when_done(store: Arc<dyn Store>) {
    store.add_job(job("a", 10)).await.unwrap();
    store.add_job(Job { payload: "other".to_owned(), ..job("a", 1) }).await.unwrap();
    let without_room = Job { room: None, ..job("b", 10) };
    store.add_job(without_room.clone()).await.unwrap();
    assert!(claim(&*store, 9, 10).await.is_empty(), "not before it is due");

    let mut claimed = claim(&*store, 10, 10).await;
    claimed.sort_by(|a, b| a.job.id.cmp(&b.job.id));
    let leased = |job: Job| ClaimedJob {
        job: Job { due: Timestamp(110), ..job },
        attempts: 1,
        last_error: None,
    };
    assert_eq!(claimed, [leased(job("a", 10)), leased(without_room)]);
    for _ in 0..2 {
        store.finish_job("a").await.unwrap();
    }
    assert_eq!(claimed_ids(&*store, 1_000, 10).await, BTreeSet::from(["b".to_owned()]));
}

/// Every job once, whoever asks.
pub async fn a_job_has_one_claimer_among_many(store: Arc<dyn Store>) {
    for n in 0..40 {
        store.add_job(job(&format!("job-{n:02}"), n)).await.unwrap();
    }
    let tasks: Vec<_> = (0..16)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { claim(&*store, 50, 4).await })
        })
        .collect();
    let mut ids = vec![];
    for task in tasks {
        ids.extend(task.await.unwrap().into_iter().map(|one| one.job.id));
    }
    // Whoever met a row in somebody's hands passed it over; nobody took it as well.
    ids.extend(claimed_ids(&*store, 50, 40).await);
    let different: BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), different.len()), (40, 40));
}

/// Whoever died with it does not keep it.
pub async fn a_lease_that_runs_out_can_be_claimed_again(store: Arc<dyn Store>) {
    store.add_job(job("a", 10)).await.unwrap();
    assert_eq!(claim(&*store, 10, 1).await[0].attempts, 1);
    assert!(claim(&*store, 109, 1).await.is_empty());
    assert_eq!(claim(&*store, 110, 1).await[0].attempts, 2);
}

/// With the code of what went wrong.
pub async fn a_failed_job_waits_and_says_why(store: Arc<dyn Store>) {
    store.add_job(job("a", 10)).await.unwrap();
    claim(&*store, 10, 1).await;
    store.fail_job("a", Timestamp(50), "mail_refused").await.unwrap();
    assert!(claim(&*store, 49, 1).await.is_empty());
    let again = claim(&*store, 50, 1).await;
    assert_eq!(again[0].attempts, 2);
    assert_eq!(again[0].last_error.as_deref(), Some("mail_refused"));
    store.fail_job("nobody", Timestamp(1), "x").await.unwrap();
}

/// A full hand leaves the rest for the next.
pub async fn the_longest_overdue_is_claimed_first(store: Arc<dyn Store>) {
    for (id, due) in [("late", 30), ("early", 10), ("middle", 20)] {
        store.add_job(job(id, due)).await.unwrap();
    }
    let two = claimed_ids(&*store, 40, 2).await;
    assert_eq!(two, BTreeSet::from(["early".to_owned(), "middle".to_owned()]));
    assert_eq!(claimed_ids(&*store, 40, 2).await, BTreeSet::from(["late".to_owned()]));
}
