//! The places where a setting may stand, and which of them wins.

use super::{Cli, ConfigError};
use ipnet::IpNet;
use serde::Deserialize;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

/// Settings as they were written in one place. Every one may be missing.
#[derive(Clone, Debug, Default, clap::Args, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Layer {
    /// Where to listen, as ADDR:PORT [default: 127.0.0.1:8080]
    ///
    /// Practice listens on this machine alone. Behind a TLS proxy on the same machine the default
    /// is right as well. Port 0 takes any free port. [env: ROUNDTABLE_LISTEN]
    #[arg(long, global = true, value_name = "ADDR:PORT", help_heading = "Settings")]
    pub listen: Option<String>,

    /// The data folder [default: ./data/roundtable, for practice ./data/practice]
    ///
    /// Holds the database (unless it is PostgreSQL), a lock against a second server and the
    /// socket through which `roundtable session` talks to a running server.
    /// [env: ROUNDTABLE_DATA]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Settings")]
    pub data: Option<PathBuf>,

    /// The keys folder, apart from the data [default: the data folder's name with -keys]
    ///
    /// Everything written in a session is sealed with keys from here. Keep it, and its backups,
    /// away from the data and its backups: who has only one of them can read nothing.
    /// [env: ROUNDTABLE_KEYS]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Settings")]
    pub keys: Option<PathBuf>,

    /// The database, when it is not a file in the data folder
    ///
    /// For example postgres://roundtable@localhost/roundtable. Prefer the environment to a flag:
    /// other users of the machine can see flags. Practice takes it from a flag or the file only.
    /// [env: DATABASE_URL]
    #[arg(long, global = true, value_name = "URL", help_heading = "Settings")]
    pub database_url: Option<String>,

    /// The address people type, such as `https://talk.example.org`
    ///
    /// Browsers that come from any other origin are turned away. Needed by `serve` unless it
    /// listens on this machine alone. [env: ROUNDTABLE_PUBLIC_ORIGIN]
    #[arg(long, global = true, value_name = "ORIGIN", help_heading = "Settings")]
    pub public_origin: Option<String>,

    /// A proxy whose X-Forwarded-For is believed; may be given several times
    ///
    /// An address or a network, such as 127.0.0.1 or 10.0.0.0/8. Without it, everybody behind a
    /// proxy shares one limit. Addresses are used for limits alone and never stored.
    /// [env: ROUNDTABLE_TRUSTED_PROXY, with commas]
    #[arg(long, global = true, value_name = "CIDR", help_heading = "Settings")]
    pub trusted_proxy: Vec<String>,
}

/// Looks up a variable of this process; an empty one counts as missing.
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// All places, the strongest first.
pub(super) struct Layers([(Whence, Layer); 3]);

/// Where a setting stands, for the words of an error.
enum Whence {
    Flag,
    Environment,
    File(PathBuf),
}

impl Layers {
    pub(super) fn gather(
        cli: &Cli,
        env: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let env = |name: &str| env(name).filter(|text| !text.is_empty());
        let file = cli.config.clone().or_else(|| env("ROUNDTABLE_CONFIG").map(PathBuf::from));
        let from_file = file.as_deref().map(read_file).transpose()?.unwrap_or_default();
        Ok(Self([
            (Whence::Flag, cli.layer.clone()),
            (Whence::Environment, from_env(&env)),
            (Whence::File(file.unwrap_or_default()), from_file),
        ]))
    }

    pub(super) fn path<'a>(
        &'a self,
        get: impl Fn(&'a Layer) -> Option<&'a PathBuf>,
    ) -> Option<PathBuf> {
        self.0.iter().find_map(|(_, layer)| get(layer)).cloned()
    }

    pub(super) fn parse<'a, T, E: fmt::Display>(
        &'a self,
        name: &str,
        get: impl Fn(&'a Layer) -> Option<&'a String>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Option<T>, ConfigError> {
        let said = self.0.iter().find_map(|(whence, layer)| Some((whence, get(layer)?)));
        said.map(|(whence, text)| parse(text).map_err(|why| whence.bad(name, &why))).transpose()
    }

    pub(super) fn parse_all<'a, T, E: fmt::Display>(
        &'a self,
        name: &str,
        get: impl Fn(&'a Layer) -> &'a Vec<String>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Result<Vec<T>, ConfigError> {
        let Some((whence, layer)) = self.0.iter().find(|(_, layer)| !get(layer).is_empty()) else {
            return Ok(Vec::new());
        };
        get(layer).iter().map(|text| parse(text).map_err(|why| whence.bad(name, &why))).collect()
    }

    pub(super) fn only_in_environment(&self, get: impl Fn(&Layer) -> Option<String>) -> bool {
        let [flags, env, file] = &self.0;
        get(&env.1).is_some() && get(&flags.1).is_none() && get(&file.1).is_none()
    }
}

impl Whence {
    fn bad(&self, name: &str, why: &dyn fmt::Display) -> ConfigError {
        let whence = match self {
            Self::Flag => format!("--{name}"),
            Self::Environment => variable(name),
            Self::File(path) => format!("`{name}` in {}", path.display()),
        };
        ConfigError::Bad { whence, why: why.to_string() }
    }
}

fn variable(name: &str) -> String {
    match name {
        "database-url" => "DATABASE_URL".to_owned(),
        _ => format!("ROUNDTABLE_{}", name.replace('-', "_").to_uppercase()),
    }
}

fn from_env(env: &dyn Fn(&str) -> Option<String>) -> Layer {
    let said = |name| env(&variable(name));
    let several = said("trusted-proxy").unwrap_or_default();
    let several = several.split(',').map(str::trim).filter(|one| !one.is_empty());
    Layer {
        listen: said("listen"),
        data: said("data").map(PathBuf::from),
        keys: said("keys").map(PathBuf::from),
        database_url: said("database-url"),
        public_origin: said("public-origin"),
        trusted_proxy: several.map(str::to_owned).collect(),
    }
}

/// Folders in the file are counted from where the file lies.
fn read_file(path: &Path) -> Result<Layer, ConfigError> {
    let bad = |why: String| ConfigError::File { path: path.to_owned(), why };
    let text = std::fs::read_to_string(path).map_err(|fault| bad(fault.to_string()))?;
    let mut layer: Layer = toml::from_str(&text).map_err(|fault| bad(fault.to_string()))?;
    let home = path.parent().unwrap_or(Path::new(""));
    for folder in [&mut layer.data, &mut layer.keys].into_iter().flatten() {
        *folder = home.join(&folder);
    }
    Ok(layer)
}

pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no ADDR:PORT, such as 127.0.0.1:8080 or [::1]:8080"))
}

pub(super) fn network(text: &str) -> Result<IpNet, String> {
    let one = text.parse::<IpAddr>().map(IpNet::from);
    one.or_else(|_| text.parse::<IpNet>())
        .map_err(|_| format!("`{text}` is no address or network, such as 127.0.0.1 or 10.0.0.0/8"))
}
