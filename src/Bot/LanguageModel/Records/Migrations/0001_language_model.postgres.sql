CREATE TABLE language_model_calls (
    id           TEXT    NOT NULL PRIMARY KEY,
    at           BIGINT NOT NULL,
    day          TEXT    NOT NULL,
    prompt       TEXT    NOT NULL,
    milliseconds BIGINT NOT NULL,
    tokens_in    BIGINT NOT NULL,
    tokens_out   BIGINT NOT NULL,
    verdict      TEXT    NOT NULL,
    kept         BIGINT NOT NULL,
    dropped      BIGINT NOT NULL
);
CREATE INDEX language_model_calls_day ON language_model_calls (day);
CREATE TABLE language_model_switch (
    id    BIGINT NOT NULL PRIMARY KEY,
    is_on BIGINT NOT NULL,
    at    BIGINT NOT NULL,
    who   TEXT    NOT NULL
);
