-- What the desk counts, in codes of the content: the state itself is sealed.
ALTER TABLE conversations ADD COLUMN facts TEXT NULL;
