-- Who changed which file of the content in the browser, and how it was before. The files themselves stay the truth.
CREATE TABLE content_changes (
    id          TEXT    NOT NULL PRIMARY KEY,
    file        TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    by_id       TEXT    NOT NULL,
    by_name     TEXT    NOT NULL,
    text_before TEXT    NULL,
    text_after  TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX content_changes_file ON content_changes (file, at);
