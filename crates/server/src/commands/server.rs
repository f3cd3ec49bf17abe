//! `practice` and `serve`: start, listen, end.

use super::say;
use crate::clock::{Clock, SystemClock};
use crate::config::{ConfigError, Kind, PracticeArgs, Settings, layer, place};
use crate::control::Control;
use crate::cookies::SeatCookies;
use crate::headers::SecurityHeaders;
use crate::keys_folder::KeysFolder;
use crate::lifecycle::Lifecycle;
use crate::limits::{Addresses, Limits, Rates};
use crate::operator::Operator;
use crate::origin::Origin;
use crate::rooms::{Rooms, World};
use crate::sessions::{self, Invited};
use crate::state::{App, Inner};
use crate::stream::Streams;
use crate::tickets::Tickets;
use crate::{http, telemetry};
use anyhow::{Context, Result, bail};
use axum::serve::ListenerExt;
use roundtable_core::roles::Stage;
use roundtable_store::{DataLock, lock_data_dir};
use socket2::SockRef;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// What the end waits for at most.
const GRACE: Duration = Duration::from_secs(10);
/// Bytes that the kernel keeps for one connection (it doubles the number for its own use).
const SEND_BUFFER: usize = 64 * 1_024;
/// How often limits forget and erased bytes leave the disk.
const UPKEEP: Duration = Duration::from_mins(1);

/// Everything that is open before anybody is let in.
pub struct Started {
    /// The rooms.
    pub rooms: Rooms,
    /// The server's life.
    pub life: Lifecycle,
    _lock: DataLock,
}

/// Opens folders, keys and database, and finishes what a crash left undone.
pub async fn open(settings: &Settings) -> Result<Started> {
    place::claim(&settings.data, settings.kind)?;
    claim_keys(settings)?;
    let lock = lock_data_dir(&settings.data)?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    // Practice makes its keys itself; a real server's are made on purpose, in a place chosen for them.
    let keys = match settings.kind {
        Kind::Practice => KeysFolder::open_or_init(&settings.keys, clock.now())?,
        Kind::Serve => KeysFolder::open(&settings.keys)?,
    };
    let store = roundtable_store::connect(settings.database.expose()).await?;
    let life = Lifecycle::new();
    let (stop, tasks) = (life.soft().clone(), life.tasks().clone());
    let world = World { store, keys: Arc::new(keys), clock, stop, tasks };
    finish_erasures(&world).await?;
    Ok(Started { rooms: Rooms::new(world), life, _lock: lock })
}

/// Practice keys are marked as such, so that `--fresh` empties no others, and nobody serves with
/// them.
fn claim_keys(settings: &Settings) -> Result<()> {
    let marked = place::kind_of(&settings.keys)?;
    let used = settings.keys.join("keys").exists();
    match settings.kind {
        Kind::Practice if used && marked != Some(Kind::Practice) => bail!(
            "{} holds keys that were not made for practice. Name another folder: --keys DIR",
            settings.keys.display()
        ),
        Kind::Practice => Ok(place::claim(&settings.keys, Kind::Practice)?),
        Kind::Serve if marked == Some(Kind::Practice) => bail!(
            "{} holds keys of practice. Name another folder: --keys DIR, or make one: roundtable keys init",
            settings.keys.display()
        ),
        Kind::Serve => Ok(()),
    }
}

/// An erasure is noted beside the keys before its rows go: what is noted is done now, also after a
/// database was restored from an older copy.
async fn finish_erasures(world: &World) -> Result<()> {
    for (room, bodies) in world.keys.erasures()? {
        world.store.erase_bodies(room, &bodies).await?;
    }
    Ok(world.store.settle().await.or_else(|error| {
        tracing::warn!(error = %error, "erased bytes leave the disk later");
        Ok::<(), roundtable_store::StoreError>(())
    })?)
}

/// A session to try things out with, on this machine alone.
pub async fn practice(settings: Settings, args: PracticeArgs) -> Result<()> {
    if args.fresh {
        forget_practice(&settings)?;
    }
    let started = open(&settings).await?;
    let listener = listen(&settings).await?;
    let origin = settings.origin(listener.local_addr()?);
    let room = practice_room(&started.rooms, args.fresh).await?;
    let invited = sessions::invite(&started.rooms, room, args.participants, &origin).await?;
    if args.json {
        say(&serde_json::to_string(&invited)?);
    } else {
        say(&practice_words(&invited));
    }
    run(settings, started, listener, origin).await
}

/// Real sessions.
pub async fn serve(settings: Settings) -> Result<()> {
    let started = open(&settings).await?;
    let listener = listen(&settings).await?;
    let origin = settings.origin(listener.local_addr()?);
    run(settings, started, listener, origin).await
}

/// The folders of practice, and nothing else: their markers are looked at first.
fn forget_practice(settings: &Settings) -> Result<()> {
    for folder in [&settings.data, &settings.keys] {
        if place::kind_of(folder)? == Some(Kind::Practice) {
            let _free = if folder == &settings.data { Some(lock_data_dir(folder)?) } else { None };
            empty(folder).with_context(|| format!("{} could not be emptied", folder.display()))?;
        }
    }
    Ok(())
}

fn empty(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { std::fs::remove_dir_all(path)? } else { std::fs::remove_file(path)? }
    }
    Ok(())
}

/// The practice room goes on where it was; one that has ended makes place for a new one.
async fn practice_room(rooms: &Rooms, fresh: bool) -> Result<roundtable_core::id::RoomId> {
    let newest = rooms.world().store.sessions(1).await?.into_iter().next();
    if let Some(session) = newest.filter(|_| !fresh)
        && rooms.room(session.room)?.view().await?.stage != Stage::Closed
    {
        return Ok(session.room);
    }
    Ok(sessions::arrange(rooms, "practice").await?)
}

fn practice_words(invited: &Invited) -> String {
    let mut lines = vec![
        "Practice. Everything stays on this machine; every link works once.".to_owned(),
        "Open both facilitator links in one browser: one proposes to open the room, the other seconds.".to_owned(),
        String::new(),
    ];
    lines.extend(invited.links.lines());
    lines.push(String::new());
    lines.push("Ctrl+C ends it. The next start goes on here; --fresh begins anew.".to_owned());
    lines.join("\n")
}

async fn listen(settings: &Settings) -> Result<TcpListener, ConfigError> {
    let cannot = |source| ConfigError::cannot_listen(settings.listen, source);
    TcpListener::bind(settings.listen).await.map_err(cannot)
}

async fn run(
    settings: Settings,
    started: Started,
    listener: TcpListener,
    origin: Origin,
) -> Result<()> {
    telemetry::install_logs(&layer::environment)?;
    for note in &settings.notes {
        say(note);
    }
    let Started { rooms, life, _lock } = started;
    life.listen()?;
    let app = app(&settings, &rooms, origin)?;
    let control = Control::open(&settings.data).await?;
    let operator = Operator::new(app.clone());
    life.tasks().spawn(control.serve(Arc::new(operator), life.soft().clone()));
    life.tasks().spawn(rooms.clone().wake_due());
    life.tasks().spawn(rooms.clone().finish_erasures());
    life.tasks().spawn(upkeep(app.clone()));
    tracing::info!(listen = %listener.local_addr()?, kind = %settings.kind, "ready");
    let listener = listener.tap_io(tune);
    let service = http::router(&app).into_make_service_with_connect_info::<SocketAddr>();
    let stop = life.soft().clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(stop.cancelled_owned());
    let served = tokio::spawn(serving.into_future());
    let ended = life.end(GRACE).await;
    served.abort();
    rooms.world().store.close().await;
    tracing::info!(reason = ended_word(ended), "ended");
    Ok(())
}

/// Small frames at once, and little in the kernel for somebody who does not read: what waits is
/// bounded here, and a slow connection is noticed while it is slow.
fn tune(socket: &mut TcpStream) {
    let _a_slower_socket_is_no_fault = socket.set_nodelay(true);
    let _a_larger_buffer_is_no_fault = SockRef::from(&*socket).set_send_buffer_size(SEND_BUFFER);
}

const fn ended_word(ended: crate::lifecycle::Ended) -> &'static str {
    match ended {
        crate::lifecycle::Ended::Softly => "softly",
        crate::lifecycle::Ended::Hard => "hard",
    }
}

fn app(settings: &Settings, rooms: &Rooms, origin: Origin) -> Result<App> {
    let practice = settings.kind == Kind::Practice;
    let world = rooms.world();
    let keys = world.keys.signing_keys(world.clock.now())?;
    Ok(App::new(Inner {
        rooms: rooms.clone(),
        tickets: Tickets::new(&keys, world.clock.now()),
        limits: Limits::new(if practice { Rates::PRACTICE } else { Rates::SERVE }),
        addresses: Addresses::new(),
        trusted_proxies: settings.trusted_proxies.clone(),
        cookies: SeatCookies::of(&origin),
        headers: SecurityHeaders::new(&origin)?,
        origin,
        streams: Streams::default(),
        metrics: telemetry::install_metrics()?,
        practice,
        unlimited: practice && layer::environment("ROUNDTABLE_RATE").as_deref() == Some("off"),
    }))
}

async fn upkeep(app: App) {
    let mut every = tokio::time::interval(UPKEEP);
    let stop = app.rooms.world().stop.clone();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = every.tick() => {}
        }
        app.limits.sweep();
        app.metrics.run_upkeep();
        if let Err(error) = app.rooms.world().store.settle().await {
            tracing::debug!(error = %error, "erased bytes leave the disk at the next turn");
        }
    }
}
