//! The logs in SQL: one group in one transaction, and the reading of it.

/// How many rows of a table go into one statement; times eight columns it stays below SQLite's
/// limit of 32,766 variables.
pub(super) const CHUNK: usize = 1_000;

/// Up to this many rows a statement's text is worth keeping prepared.
pub(super) const SMALL: usize = 8;

/// Inserts any number of rows, many in a statement. `$cells` binds one of them.
macro_rules! insert_many {
    ($connection:expr, $Db:ty, $insert:expr, $items:expr, |$row:ident, $item:ident| $cells:expr) => {
        for chunk in $items.chunks(room_log::CHUNK) {
            let mut query = sqlx::QueryBuilder::<$Db>::new($insert);
            query.push_values(chunk, |mut $row, $item| {
                $cells;
            });
            let small = chunk.len() <= room_log::SMALL;
            query
                .build()
                .persistent(small)
                .execute(&mut *$connection)
                .await?;
        }
    };
}

/// `… AND <column> IN (…)` for one chunk of numbers.
macro_rules! in_list {
    ($Db:ty, $select:expr, $room:expr, $column:literal, $chunk:expr, $tail:literal) => {{
        let mut query = sqlx::QueryBuilder::<$Db>::new($select);
        query
            .push_bind($room.to_string())
            .push(concat!(" AND ", $column, " IN ("));
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
        impl Committer for Pool<$Db> {
            async fn commit(&self, group: &[Encoded]) -> appender::Settled {
                let mut transaction = self.begin().await?;
                let moved = SqlStore::<$Db>::move_heads(&mut transaction, group).await?;
                let landing: Vec<&Encoded> = group
                    .iter()
                    .filter(|append| moved.contains(&append.room))
                    .collect();
                SqlStore::<$Db>::insert(&mut transaction, &landing).await?;
                transaction.commit().await.map_err(Trouble::in_commit)?;
                Ok(moved)
            }
        }

        impl SqlStore<$Db> {
            /// Moves the heads that are where they are expected, and answers whose they were.
            async fn move_heads(
                connection: &mut <$Db as Database>::Connection,
                group: &[Encoded],
            ) -> appender::Settled {
                let mut query = sqlx::QueryBuilder::<$Db>::new(statements::MOVING);
                query.push_values(group, |mut row, append| {
                    row.push_bind(&append.id)
                        .push_bind(append.base)
                        .push_bind(append.head)
                        .push_bind(append.deadline);
                });
                query.push(statements::MOVE_HEADS);
                let small = group.len() <= room_log::SMALL;
                let moved: Vec<String> = query
                    .build_query_scalar()
                    .persistent(small)
                    .fetch_all(connection)
                    .await?;
                Ok(group
                    .iter()
                    .filter(|append| moved.contains(&append.id))
                    .map(|append| append.room)
                    .collect())
            }

            async fn insert(
                connection: &mut <$Db as Database>::Connection,
                landing: &[&Encoded],
            ) -> Result<(), Trouble> {
                let rows = encoded::flat(landing, |append| &append.rows);
                insert_many!(
                    connection,
                    $Db,
                    statements::INSERT_ROWS,
                    rows,
                    |row, item| row
                        .push_bind(item.0)
                        .push_bind(item.1.seq)
                        .push_bind(item.1.at)
                        .push_bind(&item.1.actor)
                        .push_bind(&item.1.nonce)
                        .push_bind(item.1.version)
                        .push_bind(&item.1.facts)
                        .push_bind(&item.1.commitments)
                );
                let places = encoded::flat(landing, |append| &append.places);
                insert_many!(
                    connection,
                    $Db,
                    statements::INSERT_PLACES,
                    places,
                    |row, item| row
                        .push_bind(item.0)
                        .push_bind(&item.1.lane)
                        .push_bind(item.1.position)
                        .push_bind(item.1.seq)
                        .push_bind(item.1.fact)
                );
                let bodies = encoded::flat(landing, |append| &append.bodies);
                insert_many!(
                    connection,
                    $Db,
                    statements::INSERT_BODIES,
                    bodies,
                    |row, item| row
                        .push_bind(item.0)
                        .push_bind(item.1.body)
                        .push_bind(&item.1.class)
                        .push_bind(&item.1.salt)
                        .push_bind(&item.1.sealed)
                );
                let entries = encoded::flat(landing, |append| &append.entries);
                insert_many!(
                    connection,
                    $Db,
                    statements::INSERT_ENTRIES,
                    entries,
                    |row, item| row
                        .push_bind(item.0)
                        .push_bind(item.1.n)
                        .push_bind(item.1.minute)
                        .push_bind(&item.1.kind)
                        .push_bind(&item.1.commitment)
                        .push_bind(&item.1.head)
                        .push_bind(&item.1.entry_key)
                        .push_bind(&item.1.payload)
                );
                Ok(())
            }
        }

        #[async_trait]
        impl RoomLog for SqlStore<$Db> {
            async fn append(&self, append: Append) -> Result<(), StoreError> {
                self.appender.append(Encoded::try_from(&append)?).await
            }

            async fn head(&self, room: RoomId) -> Result<Option<Seq>, StoreError> {
                let key = room.to_string();
                let answer = sqlx::query_scalar(statements::HEAD)
                    .bind(&key)
                    .fetch_optional(&self.reader);
                let head: Option<i64> = cells::read("rooms", &key, answer.await)?;
                let reading = cells::Reading {
                    table: "rooms",
                    key: &key,
                };
                head.map(|head| reading.natural("head", head).map(Seq))
                    .transpose()
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
                for chunk in seqs.chunks(room_log::CHUNK) {
                    let select = statements::ROWS_AT;
                    let mut query = in_list!($Db, select, room, "seq", chunk, ") ORDER BY seq");
                    let answer = query
                        .build_query_as()
                        .persistent(false)
                        .fetch_all(&self.reader)
                        .await;
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
                places
                    .into_iter()
                    .map(|place| place.read(room, lane))
                    .collect()
            }

            async fn bodies(
                &self,
                room: RoomId,
                ids: &[BodyId],
            ) -> Result<Vec<SealedBody>, StoreError> {
                let ids = once_each(ids);
                let mut bodies = Vec::with_capacity(ids.len());
                for chunk in ids.chunks(room_log::CHUNK) {
                    let select = statements::BODIES;
                    let mut query = in_list!($Db, select, room, "body", chunk, ") ORDER BY body");
                    let answer = query
                        .build_query_as()
                        .persistent(false)
                        .fetch_all(&self.reader)
                        .await;
                    let found: Vec<StoredBody> = cells::read("bodies", &room.to_string(), answer)?;
                    for body in found {
                        bodies.push(body.read(room)?);
                    }
                }
                Ok(bodies)
            }

            async fn erase_bodies(&self, room: RoomId, ids: &[BodyId]) -> Result<(), StoreError> {
                for chunk in ids.chunks(room_log::CHUNK) {
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
                let read = |key: String| {
                    cells::Reading {
                        table: "rooms",
                        key: &key,
                    }
                    .room("room", &key)
                };
                rooms.into_iter().map(read).collect()
            }
        }
    };
}
