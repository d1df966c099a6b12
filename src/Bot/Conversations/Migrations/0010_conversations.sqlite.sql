ALTER TABLE conversation_log ADD COLUMN activity TEXT NULL;
