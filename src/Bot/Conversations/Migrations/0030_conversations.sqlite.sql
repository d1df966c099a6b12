ALTER TABLE conversation_log ADD COLUMN event TEXT NULL;
ALTER TABLE conversation_log ADD COLUMN speaker_name TEXT NULL;
ALTER TABLE conversation_log ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
CREATE TABLE desk_queue (
    conversation_id TEXT    NOT NULL PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    reason          TEXT    NOT NULL,
    is_danger       INTEGER NOT NULL,
    waiting_since   INTEGER NOT NULL,
    promised_by     INTEGER NOT NULL,
    not_before      INTEGER NULL,
    channel         TEXT    NOT NULL,
    skill           TEXT    NOT NULL,
    patch           TEXT    NOT NULL,
    words           TEXT    NOT NULL,
    for_officer     TEXT    NULL,
    officer_id      TEXT    NULL,
    officer_name    TEXT    NULL,
    joined_at       INTEGER NULL,
    lease_until     INTEGER NULL,
    last_said_at    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX desk_queue_lease ON desk_queue (lease_until) WHERE officer_id IS NOT NULL;
CREATE TABLE desk_waits (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    version         INTEGER NOT NULL,
    waiting_since   INTEGER NOT NULL,
    joined_at       INTEGER NOT NULL,
    is_danger       INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, version)
) WITHOUT ROWID;
CREATE INDEX desk_waits_joined ON desk_waits (joined_at);
