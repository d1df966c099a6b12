-- For what is held of one person, and for what has been kept for long enough.
CREATE INDEX outgoing_texts_conversation ON outgoing_texts (conversation_id);
CREATE INDEX outgoing_texts_at ON outgoing_texts (at);
CREATE INDEX kept_files_at ON kept_files (at);
