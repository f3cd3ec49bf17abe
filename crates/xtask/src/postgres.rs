//! A PostgreSQL that lives as long as a run: no TCP, a socket in a folder of its own, nothing
//! forced to the disk. Dropping it stops the server and deletes the folder.

use crate::provide::is_root;
use anyhow::{Context as _, Result, bail};
use std::io::{BufRead as _, BufReader, Read};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const SETTINGS: [&str; 7] = [
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "lc_messages=C",
    "logging_collector=off",
];

/// Whom the server runs as: PostgreSQL refuses to be root.
#[derive(Clone, Copy)]
struct User {
    uid: u32,
    gid: u32,
}

/// A running cluster.
pub(crate) struct Cluster {
    bin: PathBuf,
    folder: TempDir,
    user: Option<User>,
    server: Child,
    url: String,
}

impl Cluster {
    /// Makes and starts one.
    pub(crate) fn start(bin: &Path) -> Result<Self> {
        let user = is_root().then(postgres_user).transpose()?;
        let folder = tempfile::Builder::new().prefix("roundtable-pg-").tempdir()?;
        if let Some(User { uid, gid }) = user {
            chown(folder.path(), Some(uid), Some(gid))?;
        }
        initialise(bin, folder.path(), user)?;
        let server = serve(bin, folder.path(), user)?;
        let url =
            format!("postgres://postgres@localhost/postgres?host={}", folder.path().display());
        Ok(Self { bin: bin.to_owned(), folder, user, server, url })
    }

    /// How to reach it.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Stops it; so does dropping it.
    pub(crate) fn stop(self) {
        drop(self);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = data(self.folder.path());
        let mut stop = command(&self.bin.join("pg_ctl"), self.folder.path(), self.user);
        stop.args(["stop", "--wait", "--silent", "--mode=immediate", "-D"]).arg(data);
        if !stop.status().is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

/// The user that Debian's package made.
fn postgres_user() -> Result<User> {
    let users = std::fs::read_to_string("/etc/passwd")?;
    let line = users.lines().find(|line| line.starts_with("postgres:"));
    let line = line.context("PostgreSQL does not run as root, and there is no user postgres")?;
    let number = |index| line.split(':').nth(index).and_then(|field| field.parse().ok());
    let user = number(2).zip(number(3)).map(|(uid, gid)| User { uid, gid });
    user.context("the line of postgres in /etc/passwd")
}

fn command(program: &Path, folder: &Path, user: Option<User>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).env("LC_ALL", "C.UTF-8").env("LC_MESSAGES", "C");
    if let Some(User { uid, gid }) = user {
        command.uid(uid).gid(gid);
    }
    command
}

fn initialise(bin: &Path, folder: &Path, user: Option<User>) -> Result<()> {
    let mut initdb = command(&bin.join("initdb"), folder, user);
    initdb.args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
        "-D",
    ]);
    let output = initdb.arg(data(folder)).output()?;
    if !output.status.success() {
        bail!("initdb: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

fn serve(bin: &Path, folder: &Path, user: Option<User>) -> Result<Child> {
    let mut postgres = command(&bin.join("postgres"), folder, user);
    postgres.arg("-D").arg(data(folder)).arg("-k").arg(folder);
    for setting in SETTINGS {
        postgres.args(["-c", setting]);
    }
    let mut server = postgres.stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let words = server.stderr.take().context("its standard error")?;
    wait_until_ready(words)?;
    Ok(server)
}

/// Reads what the server says until it is ready, and goes on reading so that it never waits.
fn wait_until_ready(words: impl Read + Send + 'static) -> Result<()> {
    let mut lines = BufReader::new(words).lines().map_while(Result::ok);
    let mut said = Vec::new();
    for line in lines.by_ref() {
        if line.contains("ready to accept connections") {
            std::thread::spawn(move || lines.for_each(drop));
            return Ok(());
        }
        said.push(line);
    }
    bail!("PostgreSQL did not start:\n{}", said.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_listens_on_its_own_socket_and_leaves_nothing_behind() {
        let Some(bin) = crate::doctor::postgres() else {
            eprintln!("SKIPPED: PostgreSQL's server is not installed");
            return;
        };
        let cluster = Cluster::start(&bin).unwrap();
        let folder = cluster.folder.path().to_owned();
        assert!(folder.join(".s.PGSQL.5432").exists());
        assert!(cluster.url().ends_with(folder.to_str().unwrap()));
        cluster.stop();
        assert!(!folder.exists());
    }

    #[test]
    fn the_server_is_waited_for_until_it_says_so() {
        let ready =
            "LOG:  starting\nLOG:  database system is ready to accept connections\nLOG:  more\n";
        assert!(wait_until_ready(ready.as_bytes()).is_ok());
        let dead = wait_until_ready("FATAL:  no room\n".as_bytes()).unwrap_err();
        assert!(dead.to_string().contains("no room"));
    }
}
