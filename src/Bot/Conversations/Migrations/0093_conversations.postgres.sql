-- Whether an answer of a guide helped, as the resident says.
CREATE TABLE answer_votes (
    conversation_id text    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        bigint  NOT NULL,
    guide           text    NOT NULL,
    helped          integer NOT NULL,
    at              bigint  NOT NULL,
    PRIMARY KEY (conversation_id, sequence)
);
CREATE INDEX answer_votes_at ON answer_votes (at);
