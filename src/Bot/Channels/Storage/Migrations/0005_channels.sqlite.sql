CREATE TABLE carry_on_codes (
    code_hash       TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NOT NULL,
    number          TEXT    NULL,
    made_at         INTEGER NOT NULL,
    expires_at      INTEGER NOT NULL,
    used_by         TEXT    NULL
) WITHOUT ROWID;
CREATE INDEX carry_on_codes_conversation ON carry_on_codes (conversation_id);
CREATE TABLE carry_on_tries (
    who   TEXT    NOT NULL,
    hour  INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    PRIMARY KEY (who, hour)
) WITHOUT ROWID;
CREATE TABLE channel_keys (
    name   TEXT    NOT NULL PRIMARY KEY,
    sealed TEXT    NOT NULL
) WITHOUT ROWID;
