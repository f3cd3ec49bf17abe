//! The statements that stand alone; those of many rows are built where they are used.

/// Heads of many rooms move in one statement, in the order of the rooms, so that two servers never
/// wait for each other crosswise. It is `UPDATE … SET head = new WHERE head = expected RETURNING`
/// for every room at once, and makes the row of a room whose log begins. Before it come the
/// rooms' values, named `moving (room, base, head, deadline)`.
pub(super) const MOVE_HEADS: &str = ") \
    INSERT INTO rooms (room, base, head, deadline) \
    SELECT room, base, head, deadline FROM moving \
    WHERE base = 0 OR EXISTS (SELECT 1 FROM rooms r WHERE r.room = moving.room) \
    ORDER BY room \
    ON CONFLICT (room) DO UPDATE \
    SET base = excluded.base, head = excluded.head, deadline = excluded.deadline \
    WHERE rooms.head = excluded.base \
    RETURNING room";
pub(super) const MOVING: &str = "WITH moving (room, base, head, deadline) AS (";
pub(super) const INSERT_ROWS: &str =
    "INSERT INTO room_rows (room, seq, at, actor, nonce, version, facts, commitments) ";
pub(super) const INSERT_PLACES: &str = "INSERT INTO room_lanes (room, lane, position, seq, fact) ";
pub(super) const INSERT_BODIES: &str = "INSERT INTO bodies (room, body, class, salt, sealed) ";
pub(super) const INSERT_ENTRIES: &str = "INSERT INTO record_entries \
    (room, n, minute, kind, commitment, head, entry_key, payload) ";

pub(super) const HEAD: &str = "SELECT head FROM rooms WHERE room = $1";
pub(super) const ROWS: &str = "SELECT seq, at, actor, nonce, version, facts, commitments \
    FROM room_rows WHERE room = $1 AND seq > $2 ORDER BY seq LIMIT $3";
pub(super) const ROWS_AT: &str = "SELECT seq, at, actor, nonce, version, facts, commitments \
    FROM room_rows WHERE room = ";
pub(super) const LANE: &str = "SELECT position, seq, fact FROM room_lanes \
    WHERE room = $1 AND lane = $2 AND position > $3 ORDER BY position LIMIT $4";
pub(super) const BODIES: &str = "SELECT body, class, salt, sealed FROM bodies WHERE room = ";
pub(super) const ERASE_BODIES: &str = "DELETE FROM bodies WHERE room = ";
pub(super) const RECORD: &str = "SELECT n, minute, kind, commitment, head, entry_key, payload \
    FROM record_entries WHERE room = $1 AND n > $2 ORDER BY n LIMIT $3";
pub(super) const SAVE_SNAPSHOT: &str = "INSERT INTO room_snapshots (room, seq, version, json) \
    VALUES ($1, $2, $3, $4) ON CONFLICT (room) DO UPDATE \
    SET seq = excluded.seq, version = excluded.version, json = excluded.json \
    WHERE excluded.seq >= room_snapshots.seq";
pub(super) const SNAPSHOT: &str = "SELECT seq, version, json FROM room_snapshots WHERE room = $1";
pub(super) const DUE_ROOMS: &str =
    "SELECT room FROM rooms WHERE deadline <= $1 ORDER BY deadline, room LIMIT $2";

pub(super) const CREATE_SESSION: &str = "INSERT INTO sessions \
    (room, series, template, settings, kid_words, kid_names, created_at) \
    VALUES ($1, $2, $3, $4, $5, $6, $7)";
pub(super) const SESSION: &str = "SELECT room, series, template, settings, kid_words, kid_names, \
    created_at FROM sessions WHERE room = $1";
pub(super) const SESSIONS: &str = "SELECT room, series, template, settings, kid_words, kid_names, \
    created_at FROM sessions ORDER BY created_at DESC, room LIMIT $1";
pub(super) const INSERT_INVITATIONS: &str = "INSERT INTO invitations \
    (hash, room, role, belonging, uses_left, expires_at, revoked) ";
pub(super) const INVITATION: &str = "SELECT hash, room, role, belonging, uses_left, expires_at, \
    revoked FROM invitations WHERE hash = $1";
pub(super) const REDEEM: &str = "UPDATE invitations SET uses_left = uses_left - 1 \
    WHERE hash = $1 AND uses_left > 0 AND revoked = 0 AND expires_at > $2 \
    RETURNING hash, room, role, belonging, uses_left, expires_at, revoked";
pub(super) const UNREDEEM: &str =
    "UPDATE invitations SET uses_left = uses_left + 1 WHERE hash = $1";
pub(super) const REVOKE_INVITATIONS: &str = "UPDATE invitations SET revoked = 1 WHERE room = $1";
pub(super) const ADD_SIGN_IN: &str = "INSERT INTO sign_ins \
    (handle, token_hash, room, seat, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)";
pub(super) const SIGN_IN: &str = "SELECT handle, token_hash, room, seat, created_at, expires_at \
    FROM sign_ins WHERE handle = $1";
pub(super) const END_SIGN_IN: &str = "DELETE FROM sign_ins WHERE handle = $1";

pub(super) const ADD_JOB: &str = "INSERT INTO jobs (id, kind, room, payload, due, attempts) \
    VALUES ($1, $2, $3, $4, $5, 0) ON CONFLICT (id) DO NOTHING";
pub(super) const FINISH_JOB: &str = "DELETE FROM jobs WHERE id = $1";
pub(super) const FAIL_JOB: &str = "UPDATE jobs SET due = $2, last_error = $3 WHERE id = $1";

/// Takes due jobs. PostgreSQL must pass over rows that another claim holds; SQLite has one writer
/// and no such clause.
macro_rules! claim_jobs {
    ($passing_over:literal) => {
        concat!(
            "UPDATE jobs SET due = $2, attempts = attempts + 1 WHERE id IN (",
            "SELECT id FROM jobs WHERE due <= $1 ORDER BY due, id LIMIT $3",
            $passing_over,
            ") RETURNING id, kind, room, payload, due, attempts, last_error"
        )
    };
}
pub(super) use claim_jobs;
