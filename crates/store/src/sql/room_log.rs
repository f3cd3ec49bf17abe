//! The logs in SQL: handing appends over, and reading.

/// `… AND <column> IN (…)` for one chunk of numbers.
macro_rules! in_list {
    ($Db:ty, $select:expr, $room:expr, $column:literal, $chunk:expr, $tail:literal) => {{
        let mut query = sqlx::QueryBuilder::<$Db>::new($select);
        query.push_bind($room.to_string()).push(concat!(" AND ", $column, " IN ("));
        let mut list = query.separated(", ");
        for number in $chunk {
            list.push_bind(cells::bound(number.0));
        }
        query.push($tail);
        query
    }};
}

macro_rules! room_log {
    ($Db:ty) => {
        #[async_trait]
        impl RoomLog for SqlStore<$Db> {
            async fn append(&self, append: Append) -> Result<(), StoreError> {
                self.appender.append(Encoded::try_from(&append)?).await
            }

            async fn head(&self, room: RoomId) -> Result<Option<Seq>, StoreError> {
                let key = room.to_string();
                let answer =
                    sqlx::query_scalar(statements::HEAD).bind(&key).fetch_optional(&self.reader);
                let head: Option<i64> = cells::read("rooms", &key, answer.await)?;
                let reading = cells::Reading { table: "rooms", key: &key };
                head.map(|head| reading.natural("head", head).map(Seq)).transpose()
            }

            async fn rows(
                &self,
                room: RoomId,
                after: Seq,
                limit: u32,
            ) -> Result<Vec<Row>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_as(statements::ROWS)
                    .bind(&key)
                    .bind(cells::bound(after.0))
                    .bind(i64::from(limit))
                    .fetch_all(&self.reader)
                    .await;
                let rows: Vec<StoredRow> = cells::read("room_rows", &key, answer)?;
                rows.into_iter().map(|row| row.read(room)).collect()
            }

            async fn rows_at(&self, room: RoomId, seqs: &[Seq]) -> Result<Vec<Row>, StoreError> {
                let seqs = once_each(seqs);
                let mut rows = Vec::with_capacity(seqs.len());
                for chunk in seqs.chunks(group::CHUNK) {
                    let select = statements::ROWS_AT;
                    let mut query = in_list!($Db, select, room, "seq", chunk, ") ORDER BY seq");
                    let answer =
                        query.build_query_as().persistent(false).fetch_all(&self.reader).await;
                    let found: Vec<StoredRow> =
                        cells::read("room_rows", &room.to_string(), answer)?;
                    for row in found {
                        rows.push(row.read(room)?);
                    }
                }
                Ok(rows)
            }

            async fn lane(
                &self,
                room: RoomId,
                lane: Lane,
                after: Position,
                limit: u32,
            ) -> Result<Vec<LanePlace>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_as(statements::LANE)
                    .bind(&key)
                    .bind(cells::lane(lane))
                    .bind(cells::bound(after.0))
                    .bind(i64::from(limit))
                    .fetch_all(&self.reader)
                    .await;
                let places: Vec<StoredPlace> = cells::read("room_lanes", &key, answer)?;
                places.into_iter().map(|place| place.read(room, lane)).collect()
            }

            async fn bodies(
                &self,
                room: RoomId,
                ids: &[BodyId],
            ) -> Result<Vec<SealedBody>, StoreError> {
                let ids = once_each(ids);
                let mut bodies = Vec::with_capacity(ids.len());
                for chunk in ids.chunks(group::CHUNK) {
                    let select = statements::BODIES;
                    let mut query = in_list!($Db, select, room, "body", chunk, ") ORDER BY body");
                    let answer =
                        query.build_query_as().persistent(false).fetch_all(&self.reader).await;
                    let found: Vec<StoredBody> = cells::read("bodies", &room.to_string(), answer)?;
                    for body in found {
                        bodies.push(body.read(room)?);
                    }
                }
                Ok(bodies)
            }

            async fn erase_bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<(), StoreError> {
                for chunk in ids.chunks(group::CHUNK) {
                    let _slice = self.slice().await?;
                    let delete = statements::ERASE_BODIES;
                    let mut query = in_list!($Db, delete, room, "body", chunk, ")");
                    written(query.build().persistent(false).execute(&self.writer).await)?;
                }
                Ok(())
            }

            async fn record(
                &self,
                room: RoomId,
                after: u64,
                limit: u32,
            ) -> Result<Vec<Entry>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_as(statements::RECORD)
                    .bind(&key)
                    .bind(cells::bound(after))
                    .bind(i64::from(limit))
                    .fetch_all(&self.reader)
                    .await;
                let entries: Vec<StoredEntry> = cells::read("record_entries", &key, answer)?;
                entries.into_iter().map(|entry| entry.read(room)).collect()
            }

            async fn save_snapshot(
                &self,
                room: RoomId,
                snapshot: Snapshot,
            ) -> Result<(), StoreError> {
                let _slice = self.slice().await?;
                let query = sqlx::query(statements::SAVE_SNAPSHOT)
                    .bind(room.to_string())
                    .bind(cells::integer(snapshot.seq.0)?)
                    .bind(i64::from(snapshot.version))
                    .bind(snapshot.json);
                written(query.execute(&self.writer).await).map(drop)
            }

            async fn snapshot(&self, room: RoomId) -> Result<Option<Snapshot>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_as(statements::SNAPSHOT)
                    .bind(&key)
                    .fetch_optional(&self.reader)
                    .await;
                let stored: Option<StoredSnapshot> = cells::read("room_snapshots", &key, answer)?;
                stored.map(|snapshot| snapshot.read(room)).transpose()
            }

            async fn due_rooms(
                &self,
                now: Timestamp,
                limit: u32,
            ) -> Result<Vec<RoomId>, StoreError> {
                let answer = sqlx::query_scalar(statements::DUE_ROOMS)
                    .bind(now.0)
                    .bind(i64::from(limit))
                    .fetch_all(&self.reader)
                    .await;
                let rooms: Vec<String> = cells::read("rooms", "", answer)?;
                let read =
                    |key: String| cells::Reading { table: "rooms", key: &key }.room("room", &key);
                rooms.into_iter().map(read).collect()
            }
        }
    };
}
