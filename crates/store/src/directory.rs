//! The plain tables around the logs: which sessions there are, who may enter, who is in.
//!
//! Secrets are never here, only their SHA-256.

use crate::error::StoreError;
use async_trait::async_trait;
use roundtable_core::id::{RoomId, SeatNo};
use roundtable_core::record::Digest;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::session::Settings;
use roundtable_core::time::Timestamp;

/// A session as it was arranged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its room, which is its name.
    pub room: RoomId,
    /// The series that it belongs to.
    pub series: String,
    /// The template that it came from.
    pub template: String,
    /// Its rules and agenda.
    pub settings: Settings,
    /// Which key seals what is said in it.
    pub kid_words: String,
    /// Which key seals what people are called in it.
    pub kid_names: String,
    /// When it was arranged.
    pub created_at: Timestamp,
}

/// A way into a session, found by the hash of its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// SHA-256 of the code.
    pub hash: Digest,
    /// Into which session.
    pub room: RoomId,
    /// What the seat is for.
    pub role: Role,
    /// Where the seat stands, as far as the organizer set it.
    pub belonging: Belonging,
    /// How many more people it lets in.
    pub uses_left: u32,
    /// Until when.
    pub expires_at: Timestamp,
    /// Taken back.
    pub revoked: bool,
}

impl Invitation {
    /// Would it let somebody in now?
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.uses_left > 0 && !self.revoked && self.expires_at > now
    }
}

/// One seat signed in on one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// SHA-256 of the token in the cookie.
    pub token_hash: Digest,
    /// The random name in the page's path, which chooses the cookie.
    pub handle: String,
    /// In which session.
    pub room: RoomId,
    /// Which seat.
    pub seat: SeatNo,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
}

/// Sessions, invitations and sign-ins.
#[async_trait]
pub trait Directory: Send + Sync {
    /// Arranges a session; one room has one session.
    async fn create_session(&self, session: Session) -> Result<(), StoreError>;

    /// A session by its room.
    async fn session(&self, room: RoomId) -> Result<Option<Session>, StoreError>;

    /// At most `limit` sessions, the newest first.
    async fn sessions(&self, limit: u32) -> Result<Vec<Session>, StoreError>;

    /// Gives out invitations into existing sessions, all or none.
    async fn add_invitations(&self, invitations: &[Invitation]) -> Result<(), StoreError>;

    /// An invitation as it is, open or not. Consumes nothing.
    async fn invitation(&self, hash: Digest) -> Result<Option<Invitation>, StoreError>;

    /// Uses an open invitation once and answers what is left of it; `None` when it is not open.
    /// Of many at the same time, exactly as many succeed as it has uses.
    async fn redeem(&self, hash: Digest, now: Timestamp) -> Result<Option<Invitation>, StoreError>;

    /// Gives one use back, when the person could not be admitted after all.
    async fn unredeem(&self, hash: Digest) -> Result<(), StoreError>;

    /// Takes back every invitation into a session.
    async fn revoke_invitations(&self, room: RoomId) -> Result<(), StoreError>;

    /// Signs a seat in.
    async fn add_sign_in(&self, sign_in: SignIn) -> Result<(), StoreError>;

    /// A sign-in by its handle, expired or not: the caller knows the time and the token.
    async fn sign_in(&self, handle: &str) -> Result<Option<SignIn>, StoreError>;

    /// Ends a sign-in at once. One that is gone already is no error.
    async fn end_sign_in(&self, handle: &str) -> Result<(), StoreError>;
}
