//! A store whose next appends go wrong as a test says.
//!
//! To add a way to go wrong: a variant of [`Outcome`] and its arm in `append`.

use crate::directory::{Directory, Invitation, Session, SignIn};
use crate::error::StoreError;
use crate::jobs::{ClaimedJob, Job, Jobs};
use crate::log::{Append, RoomLog, SealedBody, Snapshot};
use crate::{Lifecycle, Store};
use async_trait::async_trait;
use roundtable_core::id::{BodyId, Position, RoomId, Seq};
use roundtable_core::record::{Digest, Entry};
use roundtable_core::room::fact::Lane;
use roundtable_core::room::row::{LanePlace, Row};
use roundtable_core::time::{Span, Timestamp};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// What happens to one append.
#[derive(Debug)]
pub enum Outcome {
    /// Nothing lands; the head is said to have moved.
    Conflict,
    /// Nothing lands; the database is said to be away.
    Fail,
    /// It lands, and the answer is lost.
    AmbiguousAfter,
    /// Nothing lands, and the answer is lost.
    AmbiguousBefore,
    /// It waits at a gate and then goes on as usual.
    Wait {
        /// Told when the append stands at the gate.
        reached: oneshot::Sender<()>,
        /// The gate; a sender that goes away opens it too.
        open: oneshot::Receiver<()>,
    },
}

/// The test's side of [`Outcome::Wait`].
#[derive(Debug)]
pub struct Gate {
    reached: oneshot::Receiver<()>,
    open: oneshot::Sender<()>,
}

impl Gate {
    /// Waits until an append stands at the gate.
    pub async fn reached(&mut self) {
        // The other end goes only with the store: then nobody will come.
        let _ = (&mut self.reached).await;
    }

    /// Lets it through.
    pub fn open(self) {
        // An append that was given up does not need the gate.
        let _ = self.open.send(());
    }
}

/// Passes everything on to a real store, except that appends follow a script while there is one.
pub struct FlakyLog {
    inner: Arc<dyn Store>,
    script: Mutex<VecDeque<Outcome>>,
}

impl FlakyLog {
    /// Well-behaved until told otherwise.
    pub fn new(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self { inner, script: Mutex::default() })
    }

    /// What happens to the append after those already in the script.
    pub fn next(&self, outcome: Outcome) {
        self.script.lock().unwrap_or_else(PoisonError::into_inner).push_back(outcome);
    }

    /// Puts a gate into the script.
    pub fn gate_next(&self) -> Gate {
        let (standing, reached) = oneshot::channel();
        let (open, opened) = oneshot::channel();
        self.next(Outcome::Wait { reached: standing, open: opened });
        Gate { reached, open }
    }

    fn scripted(&self) -> Option<Outcome> {
        self.script.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }

    async fn flaky_append(&self, append: Append) -> Result<(), StoreError> {
        let lost = || StoreError::Ambiguous(Arc::new(std::io::Error::other("scripted")));
        match self.scripted() {
            None => self.inner.append(append).await,
            Some(Outcome::Conflict) => Err(StoreError::Conflict { room: append.room }),
            Some(Outcome::Fail) => Err(StoreError::unavailable("scripted")),
            Some(Outcome::AmbiguousBefore) => Err(lost()),
            Some(Outcome::AmbiguousAfter) => {
                self.inner.append(append).await?;
                Err(lost())
            }
            Some(Outcome::Wait { reached, open }) => {
                // Whether anybody looks does not matter here.
                let _ = reached.send(());
                let _ = open.await;
                self.inner.append(append).await
            }
        }
    }
}

/// The methods of a trait, passed on as they are; those before `;` are written out.
macro_rules! pass_on {
    (impl $Trait:ident { $($own:item)* } $($name:ident($($arg:ident: $Arg:ty),*) -> $Out:ty;)*) => {
        #[async_trait]
        impl $Trait for FlakyLog {
            $($own)*
            $(async fn $name(&self, $($arg: $Arg),*) -> $Out {
                self.inner.$name($($arg),*).await
            })*
        }
    };
}

type Answer<T> = Result<T, StoreError>;

pass_on! {
    impl RoomLog {
        async fn append(&self, append: Append) -> Answer<()> {
            self.flaky_append(append).await
        }
    }
    head(room: RoomId) -> Answer<Option<Seq>>;
    rows(room: RoomId, after: Seq, limit: u32) -> Answer<Vec<Row>>;
    rows_at(room: RoomId, seqs: &[Seq]) -> Answer<Vec<Row>>;
    lane(room: RoomId, lane: Lane, after: Position, limit: u32) -> Answer<Vec<LanePlace>>;
    bodies(room: RoomId, ids: &[BodyId]) -> Answer<Vec<SealedBody>>;
    erase_bodies(room: RoomId, ids: &[BodyId]) -> Answer<()>;
    record(room: RoomId, after: u64, limit: u32) -> Answer<Vec<Entry>>;
    save_snapshot(room: RoomId, snapshot: Snapshot) -> Answer<()>;
    snapshot(room: RoomId) -> Answer<Option<Snapshot>>;
    due_rooms(now: Timestamp, limit: u32) -> Answer<Vec<RoomId>>;
}

pass_on! {
    impl Directory {}
    create_session(session: Session) -> Answer<()>;
    session(room: RoomId) -> Answer<Option<Session>>;
    sessions(limit: u32) -> Answer<Vec<Session>>;
    add_invitations(invitations: &[Invitation]) -> Answer<()>;
    invitation(hash: Digest) -> Answer<Option<Invitation>>;
    redeem(hash: Digest, now: Timestamp) -> Answer<Option<Invitation>>;
    unredeem(hash: Digest) -> Answer<()>;
    revoke_invitations(room: RoomId) -> Answer<()>;
    add_sign_in(sign_in: SignIn) -> Answer<()>;
    sign_in(handle: &str) -> Answer<Option<SignIn>>;
    end_sign_in(handle: &str) -> Answer<()>;
}

pass_on! {
    impl Jobs {}
    add_job(job: Job) -> Answer<()>;
    claim_jobs(now: Timestamp, lease: Span, limit: u32) -> Answer<Vec<ClaimedJob>>;
    finish_job(id: &str) -> Answer<()>;
    fail_job(id: &str, next_due: Timestamp, error_code: &str) -> Answer<()>;
}

pass_on! {
    impl Lifecycle {
        async fn close(&self) {
            self.inner.close().await;
        }
    }
    ready() -> Answer<()>;
    settle() -> Answer<()>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MemoryStore;
    use crate::contract::samples::{append, room};

    fn flaky() -> Arc<FlakyLog> {
        FlakyLog::new(Arc::new(MemoryStore::new()))
    }

    #[tokio::test]
    async fn scripted_failures_land_nothing_and_then_all_is_well() {
        let log = flaky();
        log.next(Outcome::Conflict);
        log.next(Outcome::Fail);
        log.next(Outcome::AmbiguousBefore);
        let offer = || log.append(append(room(1), 0, 1));
        assert!(matches!(offer().await, Err(StoreError::Conflict { .. })));
        assert!(matches!(offer().await, Err(StoreError::Unavailable(_))));
        assert!(matches!(offer().await, Err(StoreError::Ambiguous(_))));
        assert_eq!(log.head(room(1)).await.unwrap(), None);
        offer().await.unwrap();
    }

    #[tokio::test]
    async fn an_ambiguous_commit_may_have_landed() {
        let log = flaky();
        log.next(Outcome::AmbiguousAfter);
        let answer = log.append(append(room(1), 0, 2)).await;
        assert!(matches!(answer, Err(StoreError::Ambiguous(_))));
        assert_eq!(log.head(room(1)).await.unwrap(), Some(Seq(2)));
    }

    #[tokio::test]
    async fn an_append_waits_at_the_gate_until_it_opens() {
        let log = flaky();
        let mut gate = log.gate_next();
        let task = tokio::spawn({
            let log = Arc::clone(&log);
            async move { log.append(append(room(1), 0, 1)).await }
        });
        gate.reached().await;
        assert_eq!(log.head(room(1)).await.unwrap(), None);
        gate.open();
        task.await.unwrap().unwrap();
        assert_eq!(log.head(room(1)).await.unwrap(), Some(Seq(1)));
    }
}
