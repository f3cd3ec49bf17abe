//! Sessions, invitations and sign-ins in memory.

use super::{MemoryStore, Tables, fresh, most};
use crate::directory::{Directory, Invitation, Session, SignIn};
use crate::error::StoreError;
use async_trait::async_trait;
use roundtable_core::id::RoomId;
use roundtable_core::record::Digest;
use roundtable_core::time::Timestamp;

#[async_trait]
impl Directory for MemoryStore {
    async fn create_session(&self, session: Session) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        fresh(&tables.sessions, [session.room].into_iter())?;
        tables.sessions.insert(session.room, session);
        Ok(())
    }

    async fn session(&self, room: RoomId) -> Result<Option<Session>, StoreError> {
        Ok(self.tables()?.sessions.get(&room).cloned())
    }

    async fn sessions(&self, limit: u32) -> Result<Vec<Session>, StoreError> {
        let mut sessions: Vec<_> = self.tables()?.sessions.values().cloned().collect();
        sessions.sort_by_key(|session| (std::cmp::Reverse(session.created_at), session.room));
        sessions.truncate(most(limit));
        Ok(sessions)
    }

    async fn add_invitations(&self, invitations: &[Invitation]) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        fresh(&tables.invitations, invitations.iter().map(|invitation| invitation.hash))?;
        for invitation in invitations {
            tables.has_session(invitation.room)?;
        }
        let invitations = invitations.iter().cloned();
        tables.invitations.extend(invitations.map(|invitation| (invitation.hash, invitation)));
        Ok(())
    }

    async fn invitation(&self, hash: Digest) -> Result<Option<Invitation>, StoreError> {
        Ok(self.tables()?.invitations.get(&hash).cloned())
    }

    async fn redeem(&self, hash: Digest, now: Timestamp) -> Result<Option<Invitation>, StoreError> {
        let mut tables = self.tables()?;
        let invitation = tables.invitations.get_mut(&hash);
        Ok(invitation.filter(|invitation| invitation.is_open(now)).map(|invitation| {
            invitation.uses_left -= 1;
            invitation.clone()
        }))
    }

    async fn unredeem(&self, hash: Digest) -> Result<(), StoreError> {
        if let Some(invitation) = self.tables()?.invitations.get_mut(&hash) {
            invitation.uses_left += 1;
        }
        Ok(())
    }

    async fn revoke_invitations(&self, room: RoomId) -> Result<(), StoreError> {
        for invitation in self.tables()?.invitations.values_mut() {
            invitation.revoked |= invitation.room == room;
        }
        Ok(())
    }

    async fn add_sign_in(&self, sign_in: SignIn) -> Result<(), StoreError> {
        let mut tables = self.tables()?;
        tables.has_session(sign_in.room)?;
        fresh(&tables.sign_ins, [sign_in.handle.clone()].into_iter())?;
        tables.sign_ins.insert(sign_in.handle.clone(), sign_in);
        Ok(())
    }

    async fn sign_in(&self, handle: &str) -> Result<Option<SignIn>, StoreError> {
        Ok(self.tables()?.sign_ins.get(handle).cloned())
    }

    async fn end_sign_in(&self, handle: &str) -> Result<(), StoreError> {
        self.tables()?.sign_ins.remove(handle);
        Ok(())
    }
}

impl Tables {
    fn has_session(&self, room: RoomId) -> Result<(), StoreError> {
        let known = self.sessions.contains_key(&room);
        if known { Ok(()) } else { Err(StoreError::invalid("there is no such session")) }
    }
}
