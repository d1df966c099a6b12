CREATE TABLE desk_presence (
    officer_id text    NOT NULL PRIMARY KEY,
    name       text    NOT NULL,
    roles      text    NOT NULL,
    seen_at    bigint  NOT NULL
);
CREATE TABLE desk_outcomes (
    conversation_id text    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    version         integer NOT NULL,
    outcome         text    NOT NULL,
    officer_id      text    NOT NULL,
    at              bigint  NOT NULL,
    PRIMARY KEY (conversation_id, version)
);
CREATE INDEX desk_outcomes_at ON desk_outcomes (at);
