-- Who changed which file of the content in the browser, and how it was before. The files themselves stay the truth.
CREATE TABLE content_changes (
    id          text    NOT NULL PRIMARY KEY,
    file        text    NOT NULL,
    at          bigint  NOT NULL,
    by_id       text    NOT NULL,
    by_name     text    NOT NULL,
    text_before text    NULL,
    text_after  text    NOT NULL
);
CREATE INDEX content_changes_file ON content_changes (file, at);
