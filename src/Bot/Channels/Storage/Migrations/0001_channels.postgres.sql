CREATE TABLE kept_files (
    id              text   NOT NULL PRIMARY KEY,
    conversation_id text   NOT NULL REFERENCES conversations (id),
    name            text   NOT NULL,
    content_type    text   NOT NULL,
    size            bigint NOT NULL,
    at              bigint NOT NULL
);
CREATE INDEX kept_files_conversation ON kept_files (conversation_id);
