//! A server of one's own: the built program on a free port, with folders that go with it.

use super::Database;
use roundtable_load::Invitation;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use tempfile::TempDir;

/// What kind of server a test wants.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// How many participants are invited.
    pub(crate) participants: u16,
    /// Whether people are held to a human speed.
    pub(crate) rate_limits: bool,
    /// On what.
    pub(crate) database: Database,
}

impl Default for Setup {
    fn default() -> Self {
        Self { participants: 4, rate_limits: false, database: Database::Sqlite }
    }
}

/// A running server. Dropping it kills it and removes its folders.
#[derive(Debug)]
pub(crate) struct TestServer {
    /// Where it is, and its links.
    pub(crate) invitation: Invitation,
    child: Child,
    setup: Setup,
    folders: TempDir,
}

impl TestServer {
    /// Starts one with a fresh practice session.
    pub(crate) fn start(setup: Setup) -> Self {
        let folders = TempDir::new().unwrap();
        let (child, invitation) = launch(&setup, folders.path(), true);
        Self { invitation, child, setup, folders }
    }

    /// The public origin.
    pub(crate) fn origin(&self) -> &str {
        self.invitation.url.trim_end_matches('/')
    }

    /// Kills it with no warning.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, without waiting for it.
    pub(crate) fn ask_to_stop(&self) {
        let asked =
            Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until it has stopped by itself.
    pub(crate) fn stopped(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// Starts it again on the same data.
    pub(crate) fn start_again(&mut self) {
        (self.child, self.invitation) = launch(&self.setup, self.folders.path(), false);
    }

    /// Runs another of the program's commands on the same data.
    pub(crate) fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = Command::new(program("roundtable", "ROUNDTABLE_BIN"));
        command.args(arguments);
        place(&mut command, &self.setup, self.folders.path());
        command.output().unwrap()
    }

    /// A place for files of the test.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.folders.path().join(name)
    }

    /// What it logged.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(self.scratch("server.log")).unwrap()
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = self.log();
            let tail: Vec<_> = log.lines().rev().take(20).collect();
            eprintln!("the server's last words:");
            tail.iter().rev().for_each(|line| eprintln!("  {line}"));
        }
    }
}

/// One of the built programs.
pub(crate) fn program(name: &str, variable: &str) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let default = || workspace.join("target/debug").join(name);
    let path = std::env::var_os(variable).map_or_else(default, PathBuf::from);
    assert!(
        path.exists(),
        "{} is missing: cargo build -p {name}, or set {variable}",
        path.display()
    );
    path
}

fn launch(setup: &Setup, folders: &Path, fresh: bool) -> (Child, Invitation) {
    let mut command = Command::new(program("roundtable", "ROUNDTABLE_BIN"));
    command.args(["practice", "--json", "--listen", "127.0.0.1:0", "--participants"]);
    command.arg(setup.participants.to_string());
    if fresh {
        command.arg("--fresh");
    }
    place(&mut command, setup, folders);
    let log = File::options().create(true).append(true).open(folders.join("server.log")).unwrap();
    let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
    let invitation = first_line(&mut child).unwrap_or_else(|error| {
        let _ = child.kill();
        let log = std::fs::read_to_string(folders.join("server.log")).unwrap_or_default();
        panic!("the server did not print its links: {error}\n{log}");
    });
    (child, invitation)
}

fn place(command: &mut Command, setup: &Setup, folders: &Path) {
    command.arg("--data").arg(folders.join("data")).arg("--keys").arg(folders.join("keys"));
    command.env_remove("DATABASE_URL");
    if let Database::Postgres(url) = &setup.database {
        command.args(["--database-url", url]);
    }
    if !setup.rate_limits {
        command.env("ROUNDTABLE_RATE", "off");
    }
}

/// The links; what comes after them is read and dropped, so that the server never waits for us.
fn first_line(child: &mut Child) -> Result<Invitation, serde_json::Error> {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.next().transpose().unwrap().unwrap_or_default();
    std::thread::spawn(move || lines.for_each(drop));
    serde_json::from_str(&line)
}
