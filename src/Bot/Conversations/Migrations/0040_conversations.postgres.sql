-- Questions without an answer that an author has dealt with; the id is made from the words that carry meaning, without personal details.
CREATE TABLE unanswered_dealt_with (
    question text   NOT NULL PRIMARY KEY,
    at       bigint NOT NULL,
    by_whom  text   NOT NULL
);
CREATE INDEX conversation_log_unanswered ON conversation_log (at) WHERE ending IN ('not_found', 'out_of_scope');
