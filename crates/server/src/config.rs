//! What the operator decided: flags before environment before file before defaults.
//!
//! [`args`] is the command line, [`layer`] the three places where a setting may stand, [`place`]
//! the folders, [`database`] the database's address with its password hidden. To add a setting: a
//! field in [`Layer`] with its help, a line in its `from_env`, a field here and a line in
//! [`Settings::resolve`].

pub mod args;
pub mod database;
pub mod error;
pub mod layer;
pub mod place;

pub use args::{Cli, Command, KeysCommand, PracticeArgs, SessionCommand};
pub use database::DatabaseUrl;
pub use error::ConfigError;
pub use layer::Layer;
pub use place::Kind;

use crate::origin::Origin;
use ipnet::IpNet;
use layer::Layers;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// Where the server listens when nobody says otherwise.
pub const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Everything decided, checked, and safe to print.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Practice or the real thing.
    pub kind: Kind,
    /// Where to listen.
    pub listen: SocketAddr,
    /// The data folder.
    pub data: PathBuf,
    /// The keys folder.
    pub keys: PathBuf,
    /// The database.
    pub database: DatabaseUrl,
    /// Under which origin people come, when it is not simply where the server listens.
    pub public_origin: Option<Origin>,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// What the operator should hear at start-up.
    pub notes: Vec<String>,
}

impl Settings {
    /// Decides. `env` looks up an environment variable; see [`layer::environment`].
    pub fn resolve(cli: &Cli, env: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let layers = Layers::gather(cli, env)?;
        let starts = cli.chosen().starts();
        let data = layers.path(|l| l.data.as_ref());
        // The operator's tools take the folder for what it is.
        let found = || data.as_deref().map(place::kind_of).transpose().map(Option::flatten);
        let kind = starts.map_or_else(found, |kind| Ok(Some(kind)))?.unwrap_or(Kind::Serve);
        let data = data.unwrap_or_else(|| kind.default_data());
        let keys = layers.path(|l| l.keys.as_ref());
        let mut settings = Self {
            kind,
            listen: layers
                .parse("listen", |l| l.listen.as_ref(), layer::address)?
                .unwrap_or(DEFAULT_LISTEN),
            keys: keys.unwrap_or_else(|| place::keys_beside(&data)),
            database: DatabaseUrl::file_in(&data),
            data,
            public_origin: layers.parse(
                "public-origin",
                |l| l.public_origin.as_ref(),
                Origin::parse,
            )?,
            trusted_proxies: layers.parse_all(
                "trusted-proxy",
                |l| &l.trusted_proxy,
                layer::network,
            )?,
            notes: Vec::new(),
        };
        settings.choose_database(&layers)?;
        settings.check(starts)?;
        Ok(settings)
    }

    /// The origin that browsers must come from, once it is known where the server listens.
    pub fn origin(&self, listening: SocketAddr) -> Origin {
        self.public_origin.clone().unwrap_or_else(|| Origin::local(listening))
    }

    fn choose_database(&mut self, layers: &Layers) -> Result<(), ConfigError> {
        let url = |l: &'_ Layer| l.database_url.clone();
        // A DATABASE_URL that is in the environment for something else is not for practising in.
        if self.kind == Kind::Practice && layers.only_in_environment(url) {
            self.notes.push(
                "DATABASE_URL is not used for practice. To practise on it, give it as --database-url.".to_owned(),
            );
            return Ok(());
        }
        let said = layers.parse("database-url", |l| l.database_url.as_ref(), DatabaseUrl::parse)?;
        self.database = said.unwrap_or_else(|| self.database.clone());
        Ok(())
    }

    fn check(&mut self, starts: Option<Kind>) -> Result<(), ConfigError> {
        match starts {
            Some(Kind::Practice) => self.check_practice(),
            Some(Kind::Serve) => self.check_serve(),
            None => Ok(()),
        }
    }

    fn check_practice(&self) -> Result<(), ConfigError> {
        if !self.listen.ip().is_loopback() {
            return Err(ConfigError::PracticeNotLocal { listen: self.listen });
        }
        match &self.public_origin {
            Some(origin) => Err(ConfigError::PracticePublic { origin: origin.clone() }),
            None => Ok(()),
        }
    }

    fn check_serve(&mut self) -> Result<(), ConfigError> {
        if place::is_inside(&self.keys, &self.data) {
            return Err(ConfigError::KeysInsideData {
                keys: self.keys.clone(),
                data: self.data.clone(),
            });
        }
        let local = self.listen.ip().is_loopback();
        match &self.public_origin {
            None if !local => return Err(ConfigError::NoPublicOrigin { listen: self.listen }),
            Some(origin) if origin.is_https() && self.trusted_proxies.is_empty() => self.notes.push(
                "No --trusted-proxy is given: everybody behind the TLS proxy counts as one address for the limits.".to_owned(),
            ),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
