//! Group commit: one task takes the appends of all rooms and commits what waits together.
//!
//! There is no timer: while one group commits, the next gathers, so an idle server commits at once
//! and a busy one commits much. A group has at most one append of a room; a second one of the same
//! room waits, in its order, for the next group, where it is judged against the head as it then is.
//! A group that breaks a rule of the tables is taken apart and each room's append tried alone, so
//! that one bad append harms nobody else. No error ends the task.

use super::encoded::Encoded;
use super::trouble::Trouble;
use crate::error::StoreError;
use roundtable_core::id::RoomId;
use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

/// How many appends may wait; beyond it callers wait with theirs.
const QUEUE: usize = 1_024;
/// How many are committed together at most.
const GROUP: usize = 256;
/// How often a group is tried that was rolled back because of somebody else.
const ATTEMPTS: usize = 3;

/// Whatever can commit a group in one transaction.
pub(super) trait Committer: Send + Sync + 'static {
    /// Commits and answers the rooms whose head moved; of the others nothing landed. The group is
    /// sorted by room and has each room once.
    fn commit(&self, group: &[Encoded]) -> impl Future<Output = Settled> + Send;
}

/// The rooms whose head moved, or why none did.
pub(super) type Settled = Result<BTreeSet<RoomId>, Trouble>;

type Verdict = Result<(), StoreError>;

struct Waiting {
    append: Encoded,
    answer: oneshot::Sender<Verdict>,
}

/// The handle of the task.
pub(super) struct Appender {
    queue: Mutex<Option<mpsc::Sender<Waiting>>>,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Appender {
    pub(super) fn start(committer: impl Committer) -> Self {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let task = tokio::spawn(run(committer, waiting));
        Self { queue: Mutex::new(Some(queue)), task: Mutex::new(Some(task)) }
    }

    pub(super) async fn append(&self, append: Encoded) -> Verdict {
        let (answer, verdict) = oneshot::channel();
        let queue = self.queue().ok_or_else(stopped)?;
        queue.send(Waiting { append, answer }).await.map_err(|_| stopped())?;
        drop(queue);
        // A task that ends without an answer may have committed.
        verdict.await.unwrap_or_else(|lost| Err(StoreError::Ambiguous(Arc::new(lost))))
    }

    pub(super) fn is_running(&self) -> bool {
        self.queue().is_some_and(|queue| !queue.is_closed())
    }

    /// Commits what waits, then ends.
    pub(super) async fn stop(&self) {
        take(&self.queue);
        if let Some(task) = take(&self.task)
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the log's writer ended badly");
        }
    }

    fn queue(&self) -> Option<mpsc::Sender<Waiting>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn take<T>(slot: &Mutex<Option<T>>) -> Option<T> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take()
}

fn stopped() -> StoreError {
    StoreError::unavailable("the store is closed")
}

async fn run(committer: impl Committer, mut queue: mpsc::Receiver<Waiting>) {
    let mut waiting = Vec::new();
    loop {
        if waiting.is_empty() && queue.recv_many(&mut waiting, GROUP).await == 0 {
            return;
        }
        while waiting.len() < GROUP
            && let Ok(more) = queue.try_recv()
        {
            waiting.push(more);
        }
        let group = next_group(&mut waiting);
        land(&committer, group).await;
    }
}

/// The first append of each room, sorted by room; the others stay, in their order.
fn next_group(waiting: &mut Vec<Waiting>) -> Vec<Waiting> {
    let mut group = BTreeMap::new();
    let mut later = Vec::new();
    for one in waiting.drain(..) {
        match group.entry(one.append.room) {
            btree_map::Entry::Vacant(free) => {
                free.insert(one);
            }
            btree_map::Entry::Occupied(_) => later.push(one),
        }
    }
    *waiting = later;
    group.into_values().collect()
}

async fn land(committer: &impl Committer, group: Vec<Waiting>) {
    let (appends, answers): (Vec<_>, Vec<_>) =
        group.into_iter().map(|one| (one.append, one.answer)).unzip();
    let verdicts = match insist(committer, &appends).await {
        Err(Trouble::Refused(_)) if appends.len() > 1 => each_alone(committer, &appends).await,
        settled => verdicts(&appends, &settled),
    };
    for (answer, verdict) in answers.into_iter().zip(verdicts) {
        // A caller that went away does not need its answer.
        let _ = answer.send(verdict);
    }
}

async fn each_alone(committer: &impl Committer, appends: &[Encoded]) -> Vec<Verdict> {
    let mut all = Vec::with_capacity(appends.len());
    for alone in appends.chunks(1) {
        all.extend(verdicts(alone, &insist(committer, alone).await));
    }
    all
}

/// Commits a group, again if somebody else's transaction was in the way.
async fn insist(committer: &impl Committer, group: &[Encoded]) -> Settled {
    let mut attempt = 1;
    loop {
        match committer.commit(group).await {
            Err(Trouble::Again(_)) if attempt < ATTEMPTS => attempt += 1,
            settled => return settled,
        }
    }
}

/// One verdict for each append of the group, in its order.
fn verdicts(group: &[Encoded], settled: &Settled) -> Vec<Verdict> {
    if let Err(trouble) = settled {
        tracing::warn!(%trouble, rooms = group.len(), "a group of the log did not land");
    }
    group.iter().map(|append| verdict(append.room, settled)).collect()
}

fn verdict(room: RoomId, settled: &Settled) -> Verdict {
    match settled {
        Ok(moved) if moved.contains(&room) => Ok(()),
        Ok(_) => Err(StoreError::Conflict { room }),
        Err(trouble) => Err(trouble.clone().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers each commit from a script, and writes down which rooms it was asked for.
    #[derive(Default)]
    struct Scripted {
        script: Mutex<std::collections::VecDeque<Option<Trouble>>>,
        asked: Mutex<Vec<Vec<(u8, i64)>>>,
    }

    impl Committer for Arc<Scripted> {
        async fn commit(&self, group: &[Encoded]) -> Settled {
            let asked = group.iter().map(|one| (one.room.as_bytes()[0], one.base)).collect();
            self.asked.lock().unwrap().push(asked);
            match self.script.lock().unwrap().pop_front().flatten() {
                Some(trouble) => Err(trouble),
                None => Ok(group.iter().map(|one| one.room).collect()),
            }
        }
    }

    fn scripted(script: impl IntoIterator<Item = Option<Trouble>>) -> Arc<Scripted> {
        let script = Mutex::new(script.into_iter().collect());
        Arc::new(Scripted { script, ..Scripted::default() })
    }

    fn source() -> crate::error::Source {
        Arc::new(std::fmt::Error)
    }

    fn encoded(room: u8, base: i64) -> Encoded {
        let id = RoomId::from_bytes([room; 16]);
        Encoded {
            room: id,
            id: id.to_string(),
            base,
            head: base + 1,
            deadline: None,
            rows: vec![],
            places: vec![],
            bodies: vec![],
            entries: vec![],
        }
    }

    /// Puts all appends in the queue before the task begins, so that they meet in one group.
    async fn together(committer: &Arc<Scripted>, appends: &[(u8, i64)]) -> Vec<Verdict> {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let mut answers = vec![];
        for (room, base) in appends {
            let (answer, verdict) = oneshot::channel();
            queue.send(Waiting { append: encoded(*room, *base), answer }).await.unwrap();
            answers.push(verdict);
        }
        drop(queue);
        run(Arc::clone(committer), waiting).await;
        let mut verdicts = vec![];
        for answer in answers {
            verdicts.push(answer.await.unwrap());
        }
        verdicts
    }

    #[tokio::test]
    async fn what_waits_together_is_committed_together_sorted_by_room() {
        let committer = scripted([]);
        let verdicts = together(&committer, &[(3, 0), (1, 0), (2, 0)]).await;
        assert!(verdicts.iter().all(Result::is_ok));
        assert_eq!(*committer.asked.lock().unwrap(), [vec![(1, 0), (2, 0), (3, 0)]]);
    }

    #[tokio::test]
    async fn a_second_append_of_a_room_waits_for_the_next_group_in_its_order() {
        let committer = scripted([]);
        together(&committer, &[(1, 0), (1, 1), (2, 0), (1, 2)]).await;
        let asked = committer.asked.lock().unwrap().clone();
        assert_eq!(asked, [vec![(1, 0), (2, 0)], vec![(1, 1)], vec![(1, 2)]]);
    }

    #[tokio::test]
    async fn a_refused_group_is_tried_room_by_room_and_only_the_bad_one_is_invalid() {
        let refused = || Some(Trouble::Refused(source()));
        let committer = scripted([refused(), None, refused(), None]);
        let verdicts = together(&committer, &[(1, 0), (2, 0), (3, 0)]).await;
        assert!(verdicts[0].is_ok() && verdicts[2].is_ok());
        assert!(matches!(verdicts[1], Err(StoreError::Invalid(_))));
    }

    #[tokio::test]
    async fn a_deadlock_is_tried_again_a_few_times_and_no_more() {
        let deadlock = || Some(Trouble::Again(source()));
        let committer = scripted([deadlock(), deadlock(), None]);
        assert!(together(&committer, &[(1, 0)]).await[0].is_ok());

        let committer = scripted([deadlock(), deadlock(), deadlock()]);
        let verdicts = together(&committer, &[(1, 0)]).await;
        assert!(matches!(verdicts[0], Err(StoreError::Unavailable(_))));
        assert_eq!(committer.asked.lock().unwrap().len(), ATTEMPTS);
    }

    #[tokio::test]
    async fn a_commit_in_doubt_is_told_to_all_and_never_tried_again() {
        let committer = scripted([Some(Trouble::InDoubt(source()))]);
        let verdicts = together(&committer, &[(1, 0), (2, 0)]).await;
        assert!(verdicts.iter().all(|verdict| matches!(verdict, Err(StoreError::Ambiguous(_)))));
        assert_eq!(committer.asked.lock().unwrap().len(), 1);
    }

    #[tokio::test]
    async fn trouble_does_not_end_the_task_and_stopping_refuses_what_comes_after() {
        let committer = scripted([Some(Trouble::Lost(source()))]);
        let appender = Appender::start(Arc::clone(&committer));
        let lost = appender.append(encoded(1, 0)).await;
        assert!(matches!(lost, Err(StoreError::Unavailable(_))));
        appender.append(encoded(1, 0)).await.unwrap();
        assert!(appender.is_running());
        appender.stop().await;
        assert!(!appender.is_running());
        let closed = appender.append(encoded(1, 1)).await;
        assert!(matches!(closed, Err(StoreError::Unavailable(_))));
    }
}
