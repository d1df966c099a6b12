-- The calendars. A step of a quarter of an hour has one row for each of the team who is taken: its key keeps a time from being booked twice.
CREATE TABLE appointments (
    id              text    NOT NULL PRIMARY KEY,
    conversation_id text    NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind            text    NOT NULL,
    calendar        text    NOT NULL,
    starts_at       bigint NOT NULL,
    ends_at         bigint NOT NULL,
    state           text    NOT NULL,
    booked_by       text    NOT NULL,
    title           text    NOT NULL,
    source          text    NULL,
    booked_at       bigint NOT NULL,
    changed_at      bigint NOT NULL
);
CREATE INDEX appointments_starts ON appointments (starts_at);
CREATE INDEX appointments_conversation ON appointments (conversation_id);
CREATE TABLE appointment_steps (
    calendar       text    NOT NULL,
    at             bigint NOT NULL,
    seat           integer NOT NULL,
    appointment_id text    NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
    PRIMARY KEY (calendar, at, seat)
);
CREATE INDEX appointment_steps_appointment ON appointment_steps (appointment_id);
CREATE INDEX appointment_steps_at ON appointment_steps (at);
