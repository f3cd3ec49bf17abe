//! How the server ends: softly first, telling everybody when to come back; hard when it must.
//!
//! The first SIGINT or SIGTERM is soft: no new work, connections are told and closed, what was
//! acknowledged is already on the disk. A second one, or the end of the grace, is hard. Tasks that
//! must finish are spawned on [`Lifecycle::tasks`].

use std::io;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// How long a soft end may take before it becomes a hard one.
pub const GRACE: Duration = Duration::from_secs(10);

/// The server's life, shared by everything that must end with it.
#[derive(Clone, Debug, Default)]
pub struct Lifecycle {
    soft: CancellationToken,
    hard: CancellationToken,
    tasks: TaskTracker,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Every task came to its end.
    Softly,
    /// Some were cut off.
    Hard,
}

impl Lifecycle {
    /// A life that has just begun.
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancelled when no new work should begin.
    pub fn soft(&self) -> &CancellationToken {
        &self.soft
    }

    /// Cancelled when everything must let go at once.
    pub fn hard(&self) -> &CancellationToken {
        &self.hard
    }

    /// Tasks that the end waits for.
    pub fn tasks(&self) -> &TaskTracker {
        &self.tasks
    }

    /// Asks everybody to end; asking again is hard.
    pub fn ask(&self) {
        if self.soft.is_cancelled() {
            self.hard.cancel();
        }
        self.soft.cancel();
    }

    /// Listens for SIGINT and SIGTERM from now on. An error when the system gives no signals.
    pub fn listen(&self) -> io::Result<()> {
        let interrupt = signal(SignalKind::interrupt())?;
        let terminate = signal(SignalKind::terminate())?;
        // Not on the tracker: it ends with the process and nobody waits for it.
        tokio::spawn(self.clone().obey(interrupt, terminate));
        Ok(())
    }

    /// Waits until somebody asks, then for the tasks, at most for `grace`.
    pub async fn end(&self, grace: Duration) -> Ended {
        self.soft.cancelled().await;
        self.tasks.close();
        tokio::select! {
            () = self.tasks.wait() => return Ended::Softly,
            () = self.hard.cancelled() => {}
            () = tokio::time::sleep(grace) => {}
        }
        self.hard.cancel();
        // Tasks that listen to `hard` get a moment to let go of files.
        let _whether_they_did =
            tokio::time::timeout(Duration::from_secs(1), self.tasks.wait()).await;
        Ended::Hard
    }

    async fn obey(self, mut interrupt: Signal, mut terminate: Signal) {
        while !self.hard.is_cancelled() {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            self.ask();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn asked_once_everybody_ends_in_their_own_time() {
        let life = Lifecycle::new();
        let soft = life.soft().clone();
        life.tasks().spawn(async move {
            soft.cancelled().await;
            tokio::time::sleep(Duration::from_secs(5)).await;
        });
        life.ask();
        assert!(!life.hard().is_cancelled());
        assert_eq!(life.end(GRACE).await, Ended::Softly);
        assert!(!life.hard().is_cancelled());
    }

    #[tokio::test(start_paused = true)]
    async fn asked_twice_nobody_is_waited_for() {
        let life = Lifecycle::new();
        let hard = life.hard().clone();
        life.tasks().spawn(async move { hard.cancelled().await });
        life.ask();
        life.ask();
        assert!(life.hard().is_cancelled());
        assert!(matches!(life.end(GRACE).await, Ended::Softly | Ended::Hard));
    }

    #[tokio::test(start_paused = true)]
    async fn the_grace_ends_too() {
        let life = Lifecycle::new();
        life.tasks().spawn(std::future::pending::<()>());
        let before = tokio::time::Instant::now();
        life.ask();
        assert_eq!(life.end(GRACE).await, Ended::Hard);
        assert!(life.hard().is_cancelled());
        assert!(before.elapsed() <= GRACE + Duration::from_secs(2));
    }

    #[tokio::test]
    async fn listening_does_not_end_anything_by_itself() {
        let life = Lifecycle::new();
        life.listen().unwrap();
        tokio::task::yield_now().await;
        assert!(!life.soft().is_cancelled());
    }
}
