CREATE TABLE connector_places (
    conversation_id text   NOT NULL PRIMARY KEY,
    service_url     text   NOT NULL,
    channel_id      text   NOT NULL,
    their_id        text   NOT NULL,
    bot             text   NOT NULL,
    person          text   NOT NULL,
    sent            bigint NOT NULL,
    attempts        bigint NOT NULL,
    next_at         bigint NOT NULL,
    problem         text   NULL
);
