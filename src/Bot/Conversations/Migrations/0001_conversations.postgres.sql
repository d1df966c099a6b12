CREATE TABLE conversations (
    id            text    NOT NULL PRIMARY KEY,
    version       integer NOT NULL,
    channel       text    NOT NULL,
    started_at    bigint  NOT NULL,
    updated_at    bigint  NOT NULL,
    last_sequence bigint  NOT NULL,
    state         text    NOT NULL
);
CREATE INDEX conversations_updated ON conversations (updated_at);
CREATE TABLE conversation_log (
    conversation_id text    NOT NULL REFERENCES conversations (id),
    sequence        bigint  NOT NULL,
    at              bigint  NOT NULL,
    who             integer NOT NULL,
    text            text    NOT NULL,
    reply           text    NULL,
    message_key     text    NULL,
    ending          text    NULL,
    PRIMARY KEY (conversation_id, sequence)
);
CREATE UNIQUE INDEX conversation_log_key ON conversation_log (conversation_id, message_key) WHERE message_key IS NOT NULL;
