-- Work for later. A claim moves `due` to the end of the lease; what is done is deleted.

CREATE TABLE jobs (
    id         TEXT   NOT NULL PRIMARY KEY,
    kind       TEXT   NOT NULL,
    room       TEXT,
    payload    TEXT   NOT NULL,
    due        BIGINT NOT NULL,
    attempts   BIGINT NOT NULL,
    last_error TEXT
);

CREATE INDEX jobs_due ON jobs (due);
