-- What administrators have turned off, and what residents are told of it.
CREATE TABLE switches (
    what     TEXT    NOT NULL PRIMARY KEY,
    is_off   INTEGER NOT NULL,
    message  TEXT    NOT NULL,
    again    TEXT    NOT NULL,
    areas    TEXT    NOT NULL,
    who      TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    revision INTEGER NOT NULL
) WITHOUT ROWID;
