-- The outbox keeps the order within a case, and knows what was answered.
CREATE TABLE outbox_next (
    position     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    work_key     TEXT    NOT NULL UNIQUE,
    kind         TEXT    NOT NULL,
    case_key     TEXT    NOT NULL,
    payload      TEXT    NOT NULL,
    created_at   INTEGER NOT NULL,
    due_at       INTEGER NOT NULL,
    attempts     INTEGER NOT NULL,
    lease_owner  TEXT    NULL,
    lease_until  INTEGER NULL,
    delivered_at INTEGER NULL,
    dead_at      INTEGER NULL,
    last_error   TEXT    NULL,
    receipt      TEXT    NULL
);
INSERT INTO outbox_next (work_key, kind, case_key, payload, created_at, due_at, attempts, delivered_at, dead_at, last_error)
    SELECT work_key, kind, work_key, payload, created_at, due_at, attempts, delivered_at, dead_at, last_error FROM outbox ORDER BY created_at, work_key;
DROP TABLE outbox;
ALTER TABLE outbox_next RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (due_at) WHERE delivered_at IS NULL AND dead_at IS NULL;
CREATE INDEX outbox_case ON outbox (case_key, kind, position) WHERE delivered_at IS NULL AND dead_at IS NULL;
