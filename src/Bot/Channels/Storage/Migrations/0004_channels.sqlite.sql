CREATE TABLE connector_places (
    conversation_id TEXT    NOT NULL PRIMARY KEY,
    service_url     TEXT    NOT NULL,
    channel_id      TEXT    NOT NULL,
    their_id        TEXT    NOT NULL,
    bot             TEXT    NOT NULL,
    person          TEXT    NOT NULL,
    sent            INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    next_at         INTEGER NOT NULL,
    problem         TEXT    NULL
) WITHOUT ROWID;
