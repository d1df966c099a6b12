-- Where a conversation stands in Chatwoot, and how far it has been told.
CREATE TABLE chatwoot_places (
    conversation_id TEXT    NOT NULL PRIMARY KEY,
    contact         TEXT    NOT NULL,
    their_id        INTEGER NOT NULL UNIQUE,
    sent            INTEGER NOT NULL,
    last_message    INTEGER NOT NULL,
    is_open         INTEGER NOT NULL,
    is_urgent       INTEGER NOT NULL
) WITHOUT ROWID;
