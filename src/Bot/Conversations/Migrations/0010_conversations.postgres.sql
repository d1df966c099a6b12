ALTER TABLE conversation_log ADD COLUMN activity text NULL;
