CREATE TABLE addresses (
    kind            text   NOT NULL,
    address         text   NOT NULL,
    conversation_id text   NOT NULL,
    linked_at       bigint NOT NULL,
    verified_at     bigint NULL,
    stopped_at      bigint NULL,
    PRIMARY KEY (kind, address)
);
CREATE INDEX addresses_conversation ON addresses (conversation_id);
CREATE TABLE outgoing_texts (
    id              text    NOT NULL PRIMARY KEY,
    conversation_id text    NOT NULL,
    kind            text    NOT NULL,
    address         text    NOT NULL,
    body            text    NOT NULL,
    at              bigint  NOT NULL,
    state           text    NOT NULL,
    attempts        integer NOT NULL,
    next_at         bigint  NOT NULL,
    provider_id     text    NULL,
    problem         text    NULL
);
CREATE INDEX outgoing_texts_due ON outgoing_texts (next_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX outgoing_texts_provider ON outgoing_texts (provider_id) WHERE provider_id IS NOT NULL;
