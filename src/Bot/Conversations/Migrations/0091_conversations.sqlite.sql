-- Reviews of finished conversations. "matter" is the version at which an officer closed it; 0 where the assistant had it alone.
CREATE TABLE desk_reviews (
    conversation_id TEXT    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    matter          INTEGER NOT NULL,
    reviewer_id     TEXT    NOT NULL,
    reviewer_name   TEXT    NOT NULL,
    at              INTEGER NOT NULL,
    answers         TEXT    NOT NULL,
    note            TEXT    NOT NULL,
    PRIMARY KEY (conversation_id, matter, reviewer_id)
) WITHOUT ROWID;
CREATE INDEX desk_reviews_at ON desk_reviews (at);
