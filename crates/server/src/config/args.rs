//! The command line. To add a command: a variant of [`Command`] with its help.

use super::{Kind, Layer};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

const LONG_ABOUT: &str = "\
Roundtable: two communities with a painful past meet in small live rooms, in writing, each in their \
own language, led by facilitators.

Without a command it starts a practice session on this machine and prints a link for every seat. \
Open two or three of them in different browser windows to see a conversation from several sides.";

const EXAMPLES: &str = "\
Examples:
  Practise alone, with six participants, from the beginning:
      roundtable practice --participants 6 --fresh

  Serve real sessions behind a TLS proxy on the same machine:
      roundtable keys init --keys /srv/roundtable-keys
      roundtable serve --data /srv/roundtable --keys /srv/roundtable-keys \\
          --public-origin https://talk.example.org --trusted-proxy 127.0.0.1

  Make a session and print its invitations, while the server runs or not:
      roundtable session new listening-circle --participants 8 --data /srv/roundtable

  Check the record of a session, without a server and without trusting one:
      roundtable verify record.jsonl

Settings:
  A flag wins over the environment, the environment over the file, the file over the default.
  A file is TOML with the flags' names:
      listen = \"127.0.0.1:8080\"
      data = \"/srv/roundtable\"
      keys = \"/srv/roundtable-keys\"
      public-origin = \"https://talk.example.org\"
      trusted-proxy = [\"127.0.0.1\"]";

/// A moderated dialogue between two communities, in writing, live.
#[derive(Debug, Parser)]
#[command(name = "roundtable", version, long_about = LONG_ABOUT, after_long_help = EXAMPLES)]
pub struct Cli {
    /// Settings from the command line.
    #[command(flatten)]
    pub layer: Layer,

    /// A settings file
    ///
    /// TOML with the names of the flags. Folders in it are counted from where it lies.
    /// [env: ROUNDTABLE_CONFIG]
    #[arg(long, global = true, value_name = "FILE", help_heading = "Settings")]
    pub config: Option<PathBuf>,

    #[command(subcommand)]
    command: Option<Command>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Start a practice session on this machine and print a link for every seat (the default)
    ///
    /// Every start prints fresh links to the same session. Each link works once. Everything stays
    /// on this machine, and every page says that it is practice.
    Practice(PracticeArgs),

    /// Serve real sessions
    ///
    /// Needs a keys folder (see `roundtable keys init`) and, unless it listens on this machine
    /// alone, the address people type (--public-origin). TLS is the work of a proxy before it.
    Serve,

    /// Make sessions and look after them
    #[command(subcommand)]
    Session(SessionCommand),

    /// Make, change and keep the keys
    #[command(subcommand)]
    Keys(KeysCommand),

    /// Check a session's record, without a server and without trusting one
    ///
    /// Says whether every entry follows from the one before. With --head also whether the record
    /// ends where somebody else saw it end, so that nothing was cut off.
    Verify {
        /// The record, as `roundtable record` or the room's page gave it
        file: PathBuf,
        /// The last hash, as the other side wrote it down
        #[arg(long, value_name = "HEX")]
        head: Option<String>,
    },

    /// Print a room's record
    Record {
        /// The room's name, as `roundtable session status` shows it
        room: String,
    },
}

/// Settings of a practice session.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct PracticeArgs {
    /// How many participants, of alternating sides
    #[arg(long, value_name = "N", default_value_t = Self::PARTICIPANTS, value_parser = participants())]
    pub participants: u16,

    /// Forget the practice session before and begin anew
    #[arg(long)]
    pub fresh: bool,

    /// Print the links as JSON, for programs
    #[arg(long)]
    pub json: bool,
}

impl PracticeArgs {
    const PARTICIPANTS: u16 = 4;
}

impl Default for PracticeArgs {
    fn default() -> Self {
        Self { participants: Self::PARTICIPANTS, fresh: false, json: false }
    }
}

/// `roundtable session …`
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum SessionCommand {
    /// Make a session from a template and print its invitations
    ///
    /// Every invitation works once, and is printed only now: the server keeps no more than its
    /// hash. Works while the server runs and while it does not.
    New {
        /// The template: practice, listening-circle
        template: String,
        /// How many participants, half of each side
        #[arg(long, value_name = "N", default_value_t = 6, value_parser = participants())]
        participants: u16,
        /// Print the links as JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Show sessions and their rooms
    Status {
        /// One room only
        room: Option<String>,
        /// Print JSON, for programs
        #[arg(long)]
        json: bool,
    },
}

/// `roundtable keys …`
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum KeysCommand {
    /// Make the keys folder
    Init,
    /// Make a new key for signing tickets; the old one is believed for five more minutes
    Rotate,
    /// Copy the keys folder, replacing the copy made before
    ///
    /// Keep the copy on another disk than the data's backup. One generation is kept on purpose: an
    /// old copy of a purged key would bring erased words back.
    Backup {
        /// Where to
        dir: PathBuf,
    },
    /// Bring a backup back, without any key that was purged since. Stop the server first
    Restore {
        /// Where from
        dir: PathBuf,
    },
}

impl Cli {
    /// What to do: practice when nothing is said.
    pub fn chosen(&self) -> Command {
        self.command.clone().unwrap_or_else(|| Command::Practice(PracticeArgs::default()))
    }
}

impl Command {
    /// Which kind of server it starts, if any.
    pub fn starts(&self) -> Option<Kind> {
        match self {
            Self::Practice(_) => Some(Kind::Practice),
            Self::Serve => Some(Kind::Serve),
            Self::Session(_) | Self::Keys(_) | Self::Verify { .. } | Self::Record { .. } => None,
        }
    }
}

/// At least one of each side, and no more than a facilitated room can hear.
fn participants() -> clap::builder::RangedI64ValueParser<u16> {
    clap::value_parser!(u16).range(2..=40)
}
