//! A group of appends in one transaction: heads first, then what lands.

/// How many rows of a table go into one statement; times eight columns it stays below SQLite's
/// limit of 32,766 variables.
pub(super) const CHUNK: usize = 1_000;

/// Up to this many rows a statement's text is worth keeping prepared.
pub(super) const SMALL: usize = 8;

/// Inserts any number of rows, many in a statement. `$cells` binds one of them.
macro_rules! insert_many {
    ($connection:expr, $Db:ty, $insert:expr, $items:expr, |$row:ident, $item:ident| $cells:expr) => {
        for chunk in $items.chunks(group::CHUNK) {
            let mut query = sqlx::QueryBuilder::<$Db>::new($insert);
            query.push_values(chunk, |mut $row, $item| {
                $cells;
            });
            let small = chunk.len() <= group::SMALL;
            query.build().persistent(small).execute(&mut *$connection).await?;
        }
    };
}

macro_rules! group {
    ($Db:ty) => {
        impl Committer for Pool<$Db> {
            async fn commit(&self, group: &[Encoded]) -> appender::Settled {
                let mut transaction = self.begin().await?;
                let moved = SqlStore::<$Db>::move_heads(&mut transaction, group).await?;
                let landing: Vec<&Encoded> =
                    group.iter().filter(|append| moved.contains(&append.room)).collect();
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
                let small = group.len() <= group::SMALL;
                let moved: Vec<String> =
                    query.build_query_scalar().persistent(small).fetch_all(connection).await?;
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
                insert_many!(connection, $Db, statements::INSERT_ROWS, rows, |row, item| row
                    .push_bind(item.0)
                    .push_bind(item.1.seq)
                    .push_bind(item.1.at)
                    .push_bind(&item.1.actor)
                    .push_bind(&item.1.nonce)
                    .push_bind(item.1.version)
                    .push_bind(&item.1.facts)
                    .push_bind(&item.1.commitments));
                let places = encoded::flat(landing, |append| &append.places);
                insert_many!(connection, $Db, statements::INSERT_PLACES, places, |row, item| row
                    .push_bind(item.0)
                    .push_bind(&item.1.lane)
                    .push_bind(item.1.position)
                    .push_bind(item.1.seq)
                    .push_bind(item.1.fact));
                let bodies = encoded::flat(landing, |append| &append.bodies);
                insert_many!(connection, $Db, statements::INSERT_BODIES, bodies, |row, item| row
                    .push_bind(item.0)
                    .push_bind(item.1.body)
                    .push_bind(&item.1.class)
                    .push_bind(&item.1.salt)
                    .push_bind(&item.1.sealed));
                let entries = encoded::flat(landing, |append| &append.entries);
                insert_many!(connection, $Db, statements::INSERT_ENTRIES, entries, |row, item| row
                    .push_bind(item.0)
                    .push_bind(item.1.n)
                    .push_bind(item.1.minute)
                    .push_bind(&item.1.kind)
                    .push_bind(&item.1.commitment)
                    .push_bind(&item.1.head)
                    .push_bind(&item.1.entry_key)
                    .push_bind(&item.1.payload));
                Ok(())
            }
        }
    };
}
