-- For how much work is laid before staff, which is looked at again and again.
CREATE INDEX outbox_dead ON outbox (dead_at) WHERE delivered_at IS NULL AND dead_at IS NOT NULL;
