-- Numbers and names are sealed. "address" holds what an address is found by, made from it with a key; the start moves what stood there in words.
ALTER TABLE addresses RENAME TO addresses_in_words;
DROP INDEX addresses_conversation;
CREATE TABLE addresses (
    kind            TEXT    NOT NULL,
    address         TEXT    NOT NULL,
    sealed          TEXT    NULL,
    conversation_id TEXT    NOT NULL,
    linked_at       INTEGER NOT NULL,
    verified_at     INTEGER NULL,
    stopped_at      INTEGER NULL,
    PRIMARY KEY (kind, address)
) WITHOUT ROWID;
CREATE INDEX addresses_conversation ON addresses (conversation_id);
-- Codes live for a quarter of an hour: whoever has one asks for another.
DELETE FROM carry_on_codes;
DELETE FROM carry_on_tries;
ALTER TABLE carry_on_codes ADD COLUMN sealed_number TEXT NULL;
