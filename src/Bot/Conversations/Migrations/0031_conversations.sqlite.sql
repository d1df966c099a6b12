CREATE TABLE desk_presence (
    officer_id TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    roles      TEXT    NOT NULL,
    seen_at    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE desk_outcomes (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    version         INTEGER NOT NULL,
    outcome         TEXT    NOT NULL,
    officer_id      TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, version)
) WITHOUT ROWID;
CREATE INDEX desk_outcomes_at ON desk_outcomes (at);
