-- Questions without an answer that an author has dealt with; the id is made from the words that carry meaning, without personal details.
CREATE TABLE unanswered_dealt_with (
    question TEXT    NOT NULL PRIMARY KEY,
    at       INTEGER NOT NULL,
    by_whom  TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversation_log_unanswered ON conversation_log (at) WHERE ending IN ('not_found', 'out_of_scope');
