-- Reviews of finished conversations. "matter" is the version at which an officer closed it; 0 where the assistant had it alone.
CREATE TABLE desk_reviews (
    conversation_id text    NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    matter          integer NOT NULL,
    reviewer_id     text    NOT NULL,
    reviewer_name   text    NOT NULL,
    at              bigint  NOT NULL,
    answers         text    NOT NULL,
    note            text    NOT NULL,
    PRIMARY KEY (conversation_id, matter, reviewer_id)
);
CREATE INDEX desk_reviews_at ON desk_reviews (at);
