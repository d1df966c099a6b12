ALTER TABLE conversation_log ADD COLUMN event text NULL;
ALTER TABLE conversation_log ADD COLUMN speaker_name text NULL;
ALTER TABLE conversation_log ADD COLUMN audience integer NOT NULL DEFAULT 0;
CREATE TABLE desk_queue (
    conversation_id text    NOT NULL PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    reason          text    NOT NULL,
    is_danger       integer NOT NULL,
    waiting_since   bigint  NOT NULL,
    promised_by     bigint  NOT NULL,
    not_before      bigint  NULL,
    channel         text    NOT NULL,
    skill           text    NOT NULL,
    patch           text    NOT NULL,
    words           text    NOT NULL,
    for_officer     text    NULL,
    officer_id      text    NULL,
    officer_name    text    NULL,
    joined_at       bigint  NULL,
    lease_until     bigint  NULL,
    last_said_at    bigint  NOT NULL
);
CREATE INDEX desk_queue_lease ON desk_queue (lease_until) WHERE officer_id IS NOT NULL;
CREATE TABLE desk_waits (
    conversation_id text    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    version         integer NOT NULL,
    waiting_since   bigint  NOT NULL,
    joined_at       bigint  NOT NULL,
    is_danger       integer NOT NULL,
    PRIMARY KEY (conversation_id, version)
);
CREATE INDEX desk_waits_joined ON desk_waits (joined_at);
