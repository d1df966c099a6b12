-- Who looked at or changed what. Rows are only ever added.
CREATE TABLE audit_trail (
    sequence BIGINT NOT NULL PRIMARY KEY,
    at       BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    action   TEXT   NOT NULL,
    subject  TEXT   NOT NULL,
    purpose  TEXT   NOT NULL,
    hash     TEXT   NOT NULL
);
CREATE INDEX audit_trail_subject ON audit_trail (subject, sequence);
CREATE TABLE audit_head (
    sequence BIGINT NOT NULL,
    hash     TEXT   NOT NULL
);
INSERT INTO audit_head (sequence, hash) VALUES (0, '0000000000000000000000000000000000000000000000000000000000000000');
CREATE FUNCTION audit_trail_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''The audit trail is only added to.''; END';
CREATE TRIGGER audit_trail_is_not_changed BEFORE UPDATE OR DELETE ON audit_trail FOR EACH ROW EXECUTE FUNCTION audit_trail_is_only_added_to();
