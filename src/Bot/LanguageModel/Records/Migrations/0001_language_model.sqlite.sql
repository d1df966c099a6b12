CREATE TABLE language_model_calls (
    id           TEXT    NOT NULL PRIMARY KEY,
    at           INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    prompt       TEXT    NOT NULL,
    milliseconds INTEGER NOT NULL,
    tokens_in    INTEGER NOT NULL,
    tokens_out   INTEGER NOT NULL,
    verdict      TEXT    NOT NULL,
    kept         INTEGER NOT NULL,
    dropped      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX language_model_calls_day ON language_model_calls (day);
CREATE TABLE language_model_switch (
    id    INTEGER NOT NULL PRIMARY KEY,
    is_on INTEGER NOT NULL,
    at    INTEGER NOT NULL,
    who   TEXT    NOT NULL
);
