-- The rooms' logs. Runs unchanged on SQLite and PostgreSQL: TEXT and BIGINT only, instants in
-- milliseconds since 1970, hashes and sealed bytes as lower-case hex, JSON as TEXT.

-- Where each log ends, and when the room wants to be woken.
CREATE TABLE rooms (
    room     TEXT   NOT NULL PRIMARY KEY,
    head     BIGINT NOT NULL CHECK (head > base),
    -- the head that the last append was decided on: an append lands where head = its base
    base     BIGINT NOT NULL CHECK (base >= 0),
    deadline BIGINT
);

CREATE INDEX rooms_deadline ON rooms (deadline) WHERE deadline IS NOT NULL;

-- One row is one decision.
CREATE TABLE room_rows (
    room        TEXT   NOT NULL REFERENCES rooms (room),
    seq         BIGINT NOT NULL CHECK (seq > 0),
    at          BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    nonce       TEXT,
    version     BIGINT NOT NULL,
    facts       TEXT   NOT NULL,
    commitments TEXT   NOT NULL,
    PRIMARY KEY (room, seq)
);

-- Where each fact stands in each lane that has a form of it.
CREATE TABLE room_lanes (
    room     TEXT   NOT NULL REFERENCES rooms (room),
    lane     TEXT   NOT NULL,
    position BIGINT NOT NULL CHECK (position > 0),
    seq      BIGINT NOT NULL,
    fact     BIGINT NOT NULL,
    PRIMARY KEY (room, lane, position)
);

-- Texts, sealed with keys that are not in the database.
CREATE TABLE bodies (
    room   TEXT   NOT NULL REFERENCES rooms (room),
    body   BIGINT NOT NULL,
    class  TEXT   NOT NULL,
    salt   TEXT   NOT NULL,
    sealed TEXT   NOT NULL,
    PRIMARY KEY (room, body)
);

-- The record. Erasing an entry empties key and payload; the chain still verifies.
CREATE TABLE record_entries (
    room       TEXT   NOT NULL REFERENCES rooms (room),
    n          BIGINT NOT NULL CHECK (n > 0),
    minute     BIGINT NOT NULL,
    kind       TEXT   NOT NULL,
    commitment TEXT   NOT NULL,
    head       TEXT   NOT NULL,
    entry_key  TEXT,
    payload    TEXT,
    PRIMARY KEY (room, n),
    CHECK ((entry_key IS NULL) = (payload IS NULL))
);

-- A state to begin the fold from. May be deleted at any time.
CREATE TABLE room_snapshots (
    room    TEXT   NOT NULL PRIMARY KEY REFERENCES rooms (room),
    seq     BIGINT NOT NULL,
    version BIGINT NOT NULL,
    json    TEXT   NOT NULL
);
