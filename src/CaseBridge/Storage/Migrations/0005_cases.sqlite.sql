-- For what is held of one person, and for what has been kept for long enough.
CREATE INDEX outbox_of_case ON outbox (case_key);
CREATE INDEX outbox_delivered ON outbox (delivered_at) WHERE delivered_at IS NOT NULL;
CREATE INDEX register_alerts_conversation ON register_alerts (conversation_id);
CREATE INDEX register_alerts_at ON register_alerts (at);
CREATE INDEX register_referrals_received ON register_referrals (received_at);
