CREATE TABLE addresses (
    kind            TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    conversation_id TEXT    NOT NULL,
    linked_at       INTEGER NOT NULL,
    verified_at     INTEGER NULL,
    stopped_at      INTEGER NULL,
    PRIMARY KEY (kind, address)
) WITHOUT ROWID;
CREATE INDEX addresses_conversation ON addresses (conversation_id);
CREATE TABLE outgoing_texts (
    id              TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    body            TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    state           TEXT    NOT NULL,
    attempts        INTEGER NOT NULL,
    next_at         INTEGER NOT NULL,
    provider_id     TEXT    NULL,
    problem         TEXT    NULL
) WITHOUT ROWID;
CREATE INDEX outgoing_texts_due ON outgoing_texts (next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outgoing_texts_provider ON outgoing_texts (provider_id) WHERE provider_id IS NOT NULL;
