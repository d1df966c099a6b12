-- Figures are of the conversations that began in a period.
CREATE INDEX conversations_started ON conversations (started_at);
