//! Room tickets: short-lived, used once, and saying nothing about a person.
//!
//! A ticket is a JWT (HS256, type `rt-ticket+jwt`) that a seat's cookie buys and the first frame of
//! a connection spends. It names a handle, a room and a seat number; role and side are looked up
//! in the room. The library's defaults are not enough (it reads its own clock, allows a minute of
//! leeway, and checks audience and issuer only when they are there), so every rule is written
//! here. To add a claim: a field in [`Claims`] and an attack in the tests.

mod hs256;
mod spent;

use crate::keys_folder::SigningKey;
use crate::random;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use roundtable_core::id::{RoomId, SeatNo};
use roundtable_core::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use spent::Spent;
use std::sync::{Mutex, PoisonError, RwLock};

/// How long a ticket may be spent.
pub const TICKET_LIFE: Span = Span::seconds(60);
/// How far two clocks may be apart.
pub const LEEWAY: Span = Span::seconds(5);
/// No ticket of ours is longer; a longer text is not even parsed.
const MAX_LENGTH: usize = 1_024;

const TYPE: &str = "rt-ticket+jwt";
const ISSUER: &str = "roundtable";
const AUDIENCE: &str = "roundtable-room";

/// What a ticket says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The seat's handle, which says nothing about a person.
    #[serde(rename = "sub")]
    pub handle: String,
    /// The room it opens.
    pub room: RoomId,
    /// The seat that enters.
    pub seat: SeatNo,
    /// When it was made, in milliseconds: one from before this server started is not believed,
    /// because what was spent then is forgotten.
    born: Timestamp,
    nbf: u64,
    exp: u64,
    jti: String,
}

/// A ticket and when it ends.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    /// The token, for the first frame of a connection and nowhere else.
    pub token: String,
    /// When it can no longer be spent.
    pub expires: Timestamp,
}

impl std::fmt::Debug for Ticket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ticket(.., {:?})", self.expires)
    }
}

/// Why a ticket was not issued or not taken. The client hears one code for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum TicketFault {
    /// Not one of ours: shape, header, key, signature, or claims.
    #[error("not a ticket of this server")]
    NotOurs,
    /// Its minute is over.
    #[error("expired")]
    Expired,
    /// From the future.
    #[error("not valid yet")]
    TooEarly,
    /// From before this server started.
    #[error("from before the start")]
    BeforeStart,
    /// Already spent.
    #[error("already used")]
    Used,
    /// Too many were spent within a minute to remember another.
    #[error("too many tickets at once")]
    Busy,
    /// There is no key to sign with.
    #[error("no signing key")]
    NoKey,
}

/// Issues tickets and takes them back.
pub struct Tickets {
    keys: RwLock<Vec<Key>>,
    spent: Mutex<Spent>,
    started: Timestamp,
}

struct Key {
    kid: String,
    signs: EncodingKey,
    verifies: DecodingKey,
}

impl Tickets {
    /// `keys` as [`crate::keys_folder::KeysFolder::signing_keys`] gives them, the one that signs
    /// first.
    pub fn new(keys: &[SigningKey], started: Timestamp) -> Self {
        hs256::install();
        Self { keys: RwLock::new(read_keys(keys)), spent: Mutex::default(), started }
    }

    /// Believes these keys from now on and no others.
    pub fn replace_keys(&self, keys: &[SigningKey]) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = read_keys(keys);
    }

    /// A ticket for one seat, good once and for a minute.
    pub fn issue(
        &self,
        now: Timestamp,
        handle: &str,
        room: RoomId,
        seat: SeatNo,
    ) -> Result<Ticket, TicketFault> {
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            handle: handle.to_owned(),
            room,
            seat,
            born: now,
            nbf: seconds(now),
            exp: seconds(now) + seconds_of(TICKET_LIFE),
            jti: random::once(),
        };
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        let key = keys.first().ok_or(TicketFault::NoKey)?;
        let token = jsonwebtoken::encode(&header(&key.kid), &claims, &key.signs);
        let expires = Timestamp(i64::try_from(claims.exp * 1_000).unwrap_or(i64::MAX));
        Ok(Ticket { token: token.map_err(|_| TicketFault::NoKey)?, expires })
    }

    /// Takes a ticket: after `Ok` it is worth nothing.
    pub fn redeem(&self, now: Timestamp, token: &str) -> Result<Claims, TicketFault> {
        let claims = self.verify(token)?;
        self.check_time(now, &claims)?;
        let forgotten_from = claims.exp + seconds_of(LEEWAY);
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        spent.spend(seconds(now), &claims.jti, forgotten_from)?;
        Ok(claims)
    }

    /// Signature and every claim but the times.
    fn verify(&self, token: &str) -> Result<Claims, TicketFault> {
        if token.len() > MAX_LENGTH {
            return Err(TicketFault::NotOurs);
        }
        let sent = jsonwebtoken::decode_header(token).map_err(|_| TicketFault::NotOurs)?;
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        let key = keys.iter().find(|key| sent.kid.as_ref() == Some(&key.kid));
        // Nothing in the header is followed: it is exactly the one that we write, or refused.
        let key = key.filter(|key| sent == header(&key.kid)).ok_or(TicketFault::NotOurs)?;
        let token = jsonwebtoken::decode::<Claims>(token, &key.verifies, &validation());
        token.map(|token| token.claims).map_err(|_| TicketFault::NotOurs)
    }

    fn check_time(&self, now: Timestamp, claims: &Claims) -> Result<(), TicketFault> {
        let (now, leeway) = (seconds(now), seconds_of(LEEWAY));
        let life = claims.exp.checked_sub(claims.nbf).ok_or(TicketFault::NotOurs)?;
        if life > seconds_of(TICKET_LIFE) || seconds(claims.born) != claims.nbf {
            return Err(TicketFault::NotOurs);
        }
        if claims.born < self.started {
            return Err(TicketFault::BeforeStart);
        }
        if claims.nbf > now + leeway {
            return Err(TicketFault::TooEarly);
        }
        // Not `exp + leeway`: a forged number must not overflow.
        if now.saturating_sub(leeway) >= claims.exp {
            return Err(TicketFault::Expired);
        }
        Ok(())
    }
}

impl std::fmt::Debug for Tickets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tickets(..)")
    }
}

fn read_keys(keys: &[SigningKey]) -> Vec<Key> {
    let read = |key: &SigningKey| Key {
        kid: key.kid.to_string(),
        signs: EncodingKey::from_secret(key.secret.as_bytes()),
        verifies: DecodingKey::from_secret(key.secret.as_bytes()),
    };
    keys.iter().map(read).collect()
}

fn header(kid: &str) -> Header {
    Header {
        typ: Some(TYPE.to_owned()),
        kid: Some(kid.to_owned()),
        ..Header::new(Algorithm::HS256)
    }
}

/// Times are checked by hand: the library would read the machine's clock.
fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.set_required_spec_claims(&["exp", "nbf", "aud", "iss", "sub"]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_issuer(&[ISSUER]);
    validation
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.0.div_euclid(1_000)).unwrap_or(0)
}

const fn seconds_of(span: Span) -> u64 {
    span.0 / 1_000
}

#[cfg(test)]
mod tests;
