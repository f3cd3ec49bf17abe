//! One connection as its room sees it: a bounded queue, and a way to say that it is over.

use axum::extract::ws::Utf8Bytes;
use roundtable_core::id::{Position, SeatNo};
use roundtable_core::room::fact::Lane;
use roundtable_protocol::{CloseCode, ServerFrame};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tokio::sync::{mpsc, watch};

/// Frames that wait for one connection at a time.
const MAX_FRAMES: usize = 1_024;
/// Bytes that wait for one connection at a time.
const MAX_BYTES: usize = 512 * 1_024;

/// A frame on its way, encoded once for everybody who reads the lane.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The JSON.
    pub text: Utf8Bytes,
    /// Where it stands, if it is an event.
    pub place: Option<(Lane, Position)>,
}

/// The room's end of a connection.
#[derive(Clone)]
pub struct Connection(Arc<Shared>);

struct Shared {
    seat: SeatNo,
    frames: mpsc::Sender<Outgoing>,
    bytes: AtomicUsize,
    behind: AtomicBool,
    overflowed: AtomicBool,
    unanswered: AtomicUsize,
    over: watch::Sender<Option<CloseCode>>,
}

/// The connection's own end.
pub struct Incoming {
    /// What waits.
    pub frames: mpsc::Receiver<Outgoing>,
    /// Why it is over, once it is.
    pub over: watch::Receiver<Option<CloseCode>>,
}

impl Connection {
    /// A new connection of a seat.
    pub fn new(seat: SeatNo) -> (Self, Incoming) {
        let (sender, frames) = mpsc::channel(MAX_FRAMES);
        let (over, over_seen) = watch::channel(None);
        let shared = Shared {
            seat,
            frames: sender,
            bytes: AtomicUsize::new(0),
            behind: AtomicBool::new(false),
            overflowed: AtomicBool::new(false),
            unanswered: AtomicUsize::new(0),
            over,
        };
        (Self(Arc::new(shared)), Incoming { frames, over: over_seen })
    }

    /// Whose it is.
    pub fn seat(&self) -> SeatNo {
        self.0.seat
    }

    /// Is it the very same connection?
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Queues an event; what does not fit is left out, and the connection catches up by itself.
    pub fn send_event(&self, outgoing: Outgoing) {
        if !self.is_behind() && !self.enqueue(outgoing) {
            self.0.overflowed.store(true, Ordering::Release);
            self.0.behind.store(true, Ordering::Release);
        }
    }

    /// Queues an answer or a word about the connection; one that does not fit ends it, because a
    /// client that resumes asks again.
    pub fn send_frame(&self, frame: &ServerFrame) {
        if !self.enqueue(Outgoing { text: encode(frame), place: None }) {
            self.close(CloseCode::TooSlow);
        }
    }

    fn enqueue(&self, outgoing: Outgoing) -> bool {
        let length = outgoing.text.len();
        if self.0.bytes.load(Ordering::Acquire) + length > MAX_BYTES {
            return false;
        }
        self.0.bytes.fetch_add(length, Ordering::AcqRel);
        let queued = self.0.frames.try_send(outgoing).is_ok();
        if !queued {
            self.0.bytes.fetch_sub(length, Ordering::AcqRel);
        }
        queued
    }

    /// The connection took a frame out of its queue.
    pub fn taken(&self, outgoing: &Outgoing) {
        self.0.bytes.fetch_sub(outgoing.text.len(), Ordering::AcqRel);
    }

    /// Was an event left out?
    pub fn is_behind(&self) -> bool {
        self.0.behind.load(Ordering::Acquire)
    }

    /// Is it behind because its own queue was full, and not because the log moved?
    pub fn has_overflowed(&self) -> bool {
        self.0.overflowed.load(Ordering::Acquire)
    }

    /// Something happened that is not in its queue; an empty frame wakes the writer.
    pub fn fall_behind(&self) {
        self.0.behind.store(true, Ordering::Release);
        self.enqueue(Outgoing { text: Utf8Bytes::default(), place: None });
    }

    /// It has caught up to where the room stands.
    pub fn caught_up(&self) {
        self.0.overflowed.store(false, Ordering::Release);
        self.0.behind.store(false, Ordering::Release);
    }

    /// A command came in: may there be one more without an answer?
    pub fn ask(&self, limit: usize) -> bool {
        let before = self.0.unanswered.fetch_add(1, Ordering::AcqRel);
        if before >= limit {
            self.0.unanswered.fetch_sub(1, Ordering::AcqRel);
        }
        before < limit
    }

    /// A command was answered.
    pub fn answered(&self, frame: &ServerFrame) {
        self.0.unanswered.fetch_sub(1, Ordering::AcqRel);
        self.send_frame(frame);
    }

    /// Ends the connection; the first reason stands.
    pub fn close(&self, why: CloseCode) {
        self.0.over.send_if_modified(|over| {
            let first = over.is_none();
            if first {
                *over = Some(why);
            }
            first
        });
    }
}

/// A frame as it goes over the wire.
pub fn encode(frame: &ServerFrame) -> Utf8Bytes {
    // Frames are plain data with string keys: writing them as JSON cannot fail.
    serde_json::to_string(frame).unwrap_or_default().into()
}
