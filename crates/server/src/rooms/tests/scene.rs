//! A room with a log that can go wrong, and people who come, speak and read.

use crate::clock::{Clock as _, TestClock};
use crate::keys_folder::KeysFolder;
use crate::rooms::connection::{Connection, Incoming};
use crate::rooms::feed::{Feed, Step};
use crate::rooms::{RoomHandle, Rooms, World, load};
use crate::sessions;
use axum::extract::ws::Utf8Bytes;
use roundtable_core::id::{BodyId, Nonce, PhaseIndex, ProposalId, RoomId, SeatNo};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::{Command, SeatCommand};
use roundtable_core::room::row::Row;
use roundtable_core::session::Kind;
use roundtable_core::testing::words;
use roundtable_core::text::SeatName;
use roundtable_core::time::Timestamp;
use roundtable_protocol::{CloseCode, Event, Positions, ServerFrame};
use roundtable_store::flaky::FlakyLog;
use roundtable_store::{MemoryStore, RoomLog as _};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The facilitators, one of each side.
pub(super) const ANI: SeatNo = SeatNo(1);
pub(super) const LEYLA: SeatNo = SeatNo(2);
/// The participants, one of each side.
pub(super) const ARAM: SeatNo = SeatNo(3);
pub(super) const NIGAR: SeatNo = SeatNo(4);

const PEOPLE: [(SeatNo, Role, Belonging); 4] = [
    (ANI, Role::Facilitator, Belonging::A),
    (LEYLA, Role::Facilitator, Belonging::B),
    (ARAM, Role::Participant, Belonging::A),
    (NIGAR, Role::Participant, Belonging::B),
];
/// Nothing more comes when nothing came for so long. Time is paused: it costs none.
const QUIET: Duration = Duration::from_millis(20);

/// An open practice room in its first phase, in which facilitators write.
pub(super) struct Scene {
    pub(super) log: Arc<FlakyLog>,
    pub(super) world: World,
    pub(super) rooms: Rooms,
    pub(super) room: RoomId,
    nonces: AtomicU32,
    _home: tempfile::TempDir,
}

impl Scene {
    /// Nobody is connected yet.
    pub(super) async fn open() -> Self {
        let home = tempfile::tempdir().unwrap();
        let clock = TestClock::at(Timestamp(1_780_000_000_000));
        let keys = KeysFolder::init(&home.path().join("keys-here"), clock.now()).unwrap();
        let log = FlakyLog::new(Arc::new(MemoryStore::new()));
        let world = World {
            store: log.clone(),
            keys: Arc::new(keys),
            clock: Arc::new(clock),
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
        };
        let rooms = Rooms::new(world.clone());
        let room = sessions::arrange(&rooms, "practice").await.unwrap();
        let scene = Self { log, world, rooms, room, nonces: AtomicU32::new(0), _home: home };
        scene.begin().await;
        scene
    }

    async fn begin(&self) {
        for (seat, role, belonging) in PEOPLE {
            let admit = Command::Admit { role, belonging, consents: BTreeSet::new() };
            self.handle().organize(admit).await.unwrap();
            self.done(seat, introduction(&format!("Quince {seat}"), belonging)).await;
        }
        self.done(ANI, SeatCommand::Propose { act: Act::Open }).await;
        self.done(LEYLA, SeatCommand::Second { proposal: ProposalId(1) }).await;
    }

    /// The room, loaded when it was not.
    pub(super) fn handle(&self) -> RoomHandle {
        self.rooms.room(self.room).unwrap()
    }

    /// A nonce that nobody used.
    pub(super) fn nonce(&self) -> Nonce {
        let number = self.nonces.fetch_add(1, Ordering::Relaxed);
        Nonce::parse(&format!("nonce-{number:06}")).unwrap()
    }

    /// A seat sends a command from a device that reads nothing but its answers.
    pub(super) fn send(&self, seat: SeatNo, nonce: &Nonce, command: SeatCommand) -> Device {
        let device = Device::new(seat);
        assert!(device.connection.ask(1), "the first command of a device is let in");
        let reply = device.connection.clone();
        self.handle().submit(seat, nonce.clone(), command, reply).unwrap();
        device
    }

    /// A seat sends a command and waits for its one answer.
    pub(super) async fn act(&self, seat: SeatNo, command: SeatCommand) -> ServerFrame {
        self.send(seat, &self.nonce(), command).only_frame().await
    }

    /// The same for a command that must succeed; its nonce names what it led to.
    pub(super) async fn done(&self, seat: SeatNo, command: SeatCommand) -> Nonce {
        let nonce = self.nonce();
        let answer = self.send(seat, &nonce, command).only_frame().await;
        assert_eq!(answer, ServerFrame::Done { nonce: nonce.clone() });
        nonce
    }

    /// From the welcome to the stories, which a facilitator reads first.
    pub(super) async fn on_to_the_stories(&self) {
        for phase in [0, 1] {
            self.done(ANI, SeatCommand::NextPhase { from: PhaseIndex(phase) }).await;
        }
    }

    /// Lets a device of a seat in, below the level of a feed.
    pub(super) async fn device(&self, seat: SeatNo) -> Device {
        let device = Device::new(seat);
        self.handle().join(device.connection.clone()).await.unwrap();
        device
    }

    /// Lets a reader in who has read nothing yet.
    pub(super) async fn reader(&self, seat: SeatNo) -> Reader {
        let (world, handle) = (self.world.clone(), self.handle());
        let from = Positions::default();
        let joined = Feed::join(world, self.room, handle, seat, from, None).await;
        let (feed, connection) = joined.unwrap();
        Reader { feed, connection }
    }

    /// Everything that is in the log.
    pub(super) async fn rows(&self) -> Vec<Row> {
        self.log.rows(self.room, roundtable_core::id::Seq(0), 10_000).await.unwrap()
    }

    /// Is this text in the store?
    pub(super) async fn keeps(&self, body: BodyId) -> bool {
        !self.log.bodies(self.room, &[body]).await.unwrap().is_empty()
    }

    /// Is its erasure noted beside the keys?
    pub(super) fn notes_erasure_of(&self, body: BodyId) -> bool {
        let noted = self.world.keys.erasures().unwrap();
        noted.iter().any(|(room, bodies)| *room == self.room && bodies.contains(&body))
    }

    /// The room has finished what it was at: it answers one thing after the other.
    pub(super) async fn settled(&self) -> serde_json::Value {
        serde_json::to_value(self.handle().view().await.unwrap()).unwrap()
    }

    /// The room as another server would load it.
    pub(super) async fn loaded_again(&self) -> serde_json::Value {
        let rooms = Rooms::new(self.world.clone());
        let view = rooms.room(self.room).unwrap().view().await.unwrap();
        serde_json::to_value(view).unwrap()
    }

    /// Keeps a snapshot of the room as it is now.
    pub(super) async fn snapshot(&self) {
        let loaded = load::load(&self.world, self.room).await.unwrap();
        load::save_snapshot(&self.world, &loaded.room).await.unwrap();
    }
}

/// "I am called so": a seat's first command.
pub(super) fn introduction(name: &str, belonging: Belonging) -> SeatCommand {
    SeatCommand::Introduce {
        name: SeatName::parse(name).unwrap(),
        taken: false,
        belonging,
        writes: Language::En,
        reads: vec![Language::En],
    }
}

/// The command that says this.
pub(super) fn say(text: &str) -> SeatCommand {
    let (kind, language) = (Kind::Plain, Language::En);
    SeatCommand::Say { kind, language, words: words(text), insist: false }
}

/// A connection whose queue the test reads itself.
pub(super) struct Device {
    pub(super) connection: Connection,
    pub(super) incoming: Incoming,
}

impl Device {
    fn new(seat: SeatNo) -> Self {
        let (connection, incoming) = Connection::new(seat);
        Self { connection, incoming }
    }

    /// The next frame; none when it stays quiet.
    pub(super) async fn frame(&mut self) -> Option<ServerFrame> {
        self.frame_within(QUIET).await
    }

    /// The next frame, if it comes within this time.
    pub(super) async fn frame_within(&mut self, time: Duration) -> Option<ServerFrame> {
        let outgoing = tokio::time::timeout(time, self.incoming.frames.recv()).await.ok()??;
        self.connection.taken(&outgoing);
        Some(decode(&outgoing.text))
    }

    /// The one frame that comes.
    pub(super) async fn only_frame(mut self) -> ServerFrame {
        let frame = self.frame_within(Duration::from_secs(5)).await.expect("an answer");
        assert_eq!(self.frame().await, None, "one command has one answer");
        frame
    }

    /// Whether nothing waits in its queue.
    pub(super) fn is_quiet(&self) -> bool {
        self.incoming.frames.is_empty()
    }

    /// Why it was ended, if it was.
    pub(super) fn over(&self) -> Option<CloseCode> {
        *self.incoming.over.borrow()
    }
}

/// A connection read through its feed, as a browser reads it.
pub(super) struct Reader {
    feed: Feed,
    pub(super) connection: Connection,
}

impl Reader {
    /// Reads until it stays quiet or ends.
    pub(super) async fn read(&mut self) -> (Vec<ServerFrame>, Option<CloseCode>) {
        let mut frames = Vec::new();
        loop {
            match tokio::time::timeout(QUIET, self.feed.next()).await {
                Err(_quiet) => return (frames, None),
                Ok(Step::Close(why)) => return (frames, Some(why)),
                Ok(Step::Frames(more)) => frames.extend(more.iter().map(decode)),
            }
        }
    }

    /// The numbers of the messages among what it reads.
    pub(super) async fn numbers(&mut self) -> Vec<u64> {
        let (frames, over) = self.read().await;
        assert_eq!(over, None, "the reader stays");
        numbers(&frames)
    }
}

/// The numbers of the messages in the order in which they come.
pub(super) fn numbers(frames: &[ServerFrame]) -> Vec<u64> {
    let number = |frame: &ServerFrame| {
        let ServerFrame::Event { event: Event::Message { number, .. }, .. } = frame else {
            return None;
        };
        Some(number.0)
    };
    frames.iter().filter_map(number).collect()
}

fn decode(text: &Utf8Bytes) -> ServerFrame {
    serde_json::from_str(text.as_str()).expect("a frame")
}
