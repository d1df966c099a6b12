-- Where a conversation stands in Chatwoot, and how far it has been told.
CREATE TABLE chatwoot_places (
    conversation_id text    NOT NULL PRIMARY KEY,
    contact         text    NOT NULL,
    their_id        bigint  NOT NULL UNIQUE,
    sent            bigint  NOT NULL,
    last_message    bigint  NOT NULL,
    is_open         bigint  NOT NULL,
    is_urgent       bigint  NOT NULL
);
