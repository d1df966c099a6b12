-- A key that came back with a back-up beside one that is in use already opens what was sealed with it, and seals nothing.
ALTER TABLE person_keys ADD COLUMN is_current INTEGER NOT NULL DEFAULT 1;
DROP INDEX person_keys_in_use;
CREATE UNIQUE INDEX person_keys_in_use ON person_keys (owner, part) WHERE erased_at IS NULL AND is_current = 1;
