-- Which sessions there are, who may enter, who is in. Secrets stand here only as SHA-256.

CREATE TABLE sessions (
    room       TEXT   NOT NULL PRIMARY KEY,
    series     TEXT   NOT NULL,
    template   TEXT   NOT NULL,
    settings   TEXT   NOT NULL,
    kid_words  TEXT   NOT NULL,
    kid_names  TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE invitations (
    hash       TEXT   NOT NULL PRIMARY KEY,
    room       TEXT   NOT NULL REFERENCES sessions (room),
    role       TEXT   NOT NULL,
    belonging  TEXT   NOT NULL,
    uses_left  BIGINT NOT NULL CHECK (uses_left >= 0),
    expires_at BIGINT NOT NULL,
    revoked    BIGINT NOT NULL CHECK (revoked IN (0, 1))
);

CREATE INDEX invitations_room ON invitations (room);

CREATE TABLE sign_ins (
    handle     TEXT   NOT NULL PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    room       TEXT   NOT NULL REFERENCES sessions (room),
    seat       BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
