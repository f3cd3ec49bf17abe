//! Sessions, invitations and sign-ins in SQL: every change is one statement, or one short transaction.

macro_rules! directory {
    ($Db:ty) => {
        impl SqlStore<$Db> {
            async fn insert_invitations(
                &self,
                invitations: &[InvitationCells],
            ) -> Result<(), Trouble> {
                let mut transaction = self.writer.begin().await?;
                let insert = statements::INSERT_INVITATIONS;
                insert_many!(transaction, $Db, insert, invitations, |row, item| row
                    .push_bind(&item.hash)
                    .push_bind(&item.room)
                    .push_bind(&item.role)
                    .push_bind(&item.belonging)
                    .push_bind(item.uses_left)
                    .push_bind(item.expires_at)
                    .push_bind(item.revoked));
                transaction.commit().await.map_err(Trouble::in_commit)
            }
        }

        #[async_trait]
        impl Directory for SqlStore<$Db> {
            async fn create_session(&self, session: Session) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::CREATE_SESSION)
                    .bind(session.room.to_string())
                    .bind(session.series)
                    .bind(session.template)
                    .bind(cells::json(&session.settings)?)
                    .bind(session.kid_words)
                    .bind(session.kid_names)
                    .bind(session.created_at.0);
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn session(&self, room: RoomId) -> Result<Option<Session>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_as(statements::SESSION)
                    .bind(&key)
                    .fetch_optional(&self.reader)
                    .await;
                let stored: Option<StoredSession> = cells::read("sessions", &key, answer)?;
                stored.map(StoredSession::read).transpose()
            }

            async fn sessions(&self, limit: u32) -> Result<Vec<Session>, StoreError> {
                let answer = sqlx::query_as(statements::SESSIONS)
                    .bind(i64::from(limit))
                    .fetch_all(&self.reader)
                    .await;
                let stored: Vec<StoredSession> = cells::read("sessions", "", answer)?;
                stored.into_iter().map(StoredSession::read).collect()
            }

            async fn add_invitations(&self, invitations: &[Invitation]) -> Result<(), StoreError> {
                let cells: Vec<InvitationCells> = encoded::each(invitations)?;
                let _slice = self.slice().await?;
                Ok(self.insert_invitations(&cells).await?)
            }

            async fn invitation(&self, hash: Digest) -> Result<Option<Invitation>, StoreError> {
                let key = hash.to_string();
                let answer = sqlx::query_as(statements::INVITATION)
                    .bind(&key)
                    .fetch_optional(&self.reader)
                    .await;
                let stored: Option<StoredInvitation> = cells::read("invitations", &key, answer)?;
                stored.map(StoredInvitation::read).transpose()
            }

            async fn redeem(
                &self,
                hash: Digest,
                now: Timestamp,
            ) -> Result<Option<Invitation>, StoreError> {
                let _slice = self.slice().await?;
                let key = hash.to_string();
                let answer = sqlx::query_as(statements::REDEEM)
                    .bind(&key)
                    .bind(now.0)
                    .fetch_optional(&self.writer)
                    .await;
                let stored: Option<StoredInvitation> = cells::read("invitations", &key, answer)?;
                stored.map(StoredInvitation::read).transpose()
            }

            async fn unredeem(&self, hash: Digest) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::UNREDEEM).bind(hash.to_string());
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn revoke_invitations(&self, room: RoomId) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::REVOKE_INVITATIONS).bind(room.to_string());
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn add_sign_in(&self, sign_in: SignIn) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::ADD_SIGN_IN)
                    .bind(sign_in.handle)
                    .bind(sign_in.token_hash.to_string())
                    .bind(sign_in.room.to_string())
                    .bind(i64::from(sign_in.seat.0))
                    .bind(sign_in.created_at.0)
                    .bind(sign_in.expires_at.0);
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn sign_in(&self, handle: &str) -> Result<Option<SignIn>, StoreError> {
                let answer = sqlx::query_as(statements::SIGN_IN)
                    .bind(handle)
                    .fetch_optional(&self.reader)
                    .await;
                let stored: Option<StoredSignIn> = cells::read("sign_ins", handle, answer)?;
                stored.map(StoredSignIn::read).transpose()
            }

            async fn end_sign_in(&self, handle: &str) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::END_SIGN_IN).bind(handle);
                written(query.execute(&self.writer).await).map(drop)
            }
        }
    };
}
