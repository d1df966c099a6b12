CREATE TABLE kept_files (
    id              TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL REFERENCES conversations (id),
    name            TEXT    NOT NULL,
    content_type    TEXT    NOT NULL,
    size            INTEGER NOT NULL,
    at              INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX kept_files_conversation ON kept_files (conversation_id);
