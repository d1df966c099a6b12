-- Work to be carried to the case system, stored in the transaction of the turn that asked for it.
CREATE TABLE outbox (
    work_key     TEXT    NOT NULL PRIMARY KEY,
    kind         TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    lease_owner  TEXT    NULL,
    lease_until  INTEGER NULL,
    delivered_at INTEGER NULL,
    dead_at      INTEGER NULL,
    last_error   TEXT    NULL
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
-- The register: the embedded case system.
CREATE TABLE register_referrals (
    id              TEXT    NOT NULL PRIMARY KEY,
    reference       TEXT    NOT NULL UNIQUE,
    conversation_id TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    priority        TEXT    NOT NULL,
    team            TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    created_at      INTEGER NOT NULL,
    received_at     INTEGER NOT NULL,
    payload         TEXT    NOT NULL
);
CREATE INDEX register_referrals_created ON register_referrals (created_at);
CREATE TABLE register_alerts (
    id              TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    words           TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    taken_by        TEXT    NULL,
    taken_at        INTEGER NULL
);
CREATE INDEX register_alerts_open ON register_alerts (at) WHERE taken_at IS NULL;
