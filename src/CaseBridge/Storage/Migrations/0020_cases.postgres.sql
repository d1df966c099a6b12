-- The keys of people, wrapped under the master key, which is not here. An erased one leaves its number.
CREATE TABLE person_keys (
    id        BIGINT  NOT NULL PRIMARY KEY,
    owner     TEXT    NOT NULL,
    part      INTEGER NOT NULL,
    master    TEXT    NOT NULL,
    wrapped   TEXT    NULL,
    erased_at BIGINT  NULL
);
CREATE UNIQUE INDEX person_keys_in_use ON person_keys (owner, part) WHERE erased_at IS NULL;
CREATE INDEX person_keys_master ON person_keys (master) WHERE erased_at IS NULL;
-- How far what stood there in plain words has been sealed.
CREATE TABLE sealed_tables (
    name     TEXT    NOT NULL PRIMARY KEY,
    last_key TEXT    NULL,
    is_done  INTEGER NOT NULL
);
