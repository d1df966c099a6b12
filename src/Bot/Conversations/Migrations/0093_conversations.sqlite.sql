-- Whether an answer of a guide helped, as the resident says.
CREATE TABLE answer_votes (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,
    guide           TEXT    NOT NULL,
    helped          INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, sequence)
) WITHOUT ROWID;
CREATE INDEX answer_votes_at ON answer_votes (at);
