-- The calendars. A step of a quarter of an hour has one row for each of the team who is taken: its key keeps a time from being booked twice.
CREATE TABLE appointments (
    id              TEXT    NOT NULL PRIMARY KEY,
    conversation_id TEXT    NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind            TEXT    NOT NULL,
    calendar        TEXT    NOT NULL,
    starts_at       INTEGER NOT NULL,
    ends_at         INTEGER NOT NULL,
    state           TEXT    NOT NULL,
    booked_by       TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    source          TEXT    NULL,
    booked_at       INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX appointments_starts ON appointments (starts_at);
CREATE INDEX appointments_conversation ON appointments (conversation_id);
CREATE TABLE appointment_steps (
    calendar       TEXT    NOT NULL,
    at             INTEGER NOT NULL,
    seat           INTEGER NOT NULL,
    appointment_id TEXT    NOT NULL REFERENCES appointments (id) ON DELETE CASCADE,
    PRIMARY KEY (calendar, at, seat)
) WITHOUT ROWID;
CREATE INDEX appointment_steps_appointment ON appointment_steps (appointment_id);
CREATE INDEX appointment_steps_at ON appointment_steps (at);
