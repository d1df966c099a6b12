CREATE TABLE conversations (
    id            TEXT    NOT NULL PRIMARY KEY,
    version       INTEGER NOT NULL,
    channel       TEXT    NOT NULL,
    started_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    state         TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversations_updated ON conversations (updated_at);
CREATE TABLE conversation_log (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    sequence        INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    who             INTEGER NOT NULL,
    text            TEXT    NOT NULL,
    reply           TEXT    NULL,
    message_key     TEXT    NULL,
    ending          TEXT    NULL,
    PRIMARY KEY (conversation_id, sequence)
) WITHOUT ROWID;
CREATE UNIQUE INDEX conversation_log_key ON conversation_log (conversation_id, message_key) WHERE message_key IS NOT NULL;
