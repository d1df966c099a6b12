CREATE TABLE carry_on_codes (
    code_hash       text   NOT NULL PRIMARY KEY,
    conversation_id text   NOT NULL,
    number          text   NULL,
    made_at         bigint NOT NULL,
    expires_at      bigint NOT NULL,
    used_by         text   NULL
);
CREATE INDEX carry_on_codes_conversation ON carry_on_codes (conversation_id);
CREATE TABLE carry_on_tries (
    who   text   NOT NULL,
    hour  bigint NOT NULL,
    tries bigint NOT NULL,
    PRIMARY KEY (who, hour)
);
CREATE TABLE channel_keys (
    name   text   NOT NULL PRIMARY KEY,
    sealed text   NOT NULL
);
