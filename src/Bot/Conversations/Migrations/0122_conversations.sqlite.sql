-- Who of staff is signed in where: a sign-in of the desk is good for as long as its line here says so.
CREATE TABLE desk_sessions (
    id           TEXT    NOT NULL PRIMARY KEY,
    officer_id   TEXT    NOT NULL,
    officer_name TEXT    NOT NULL,
    browser      TEXT    NOT NULL,
    began_at     INTEGER NOT NULL,
    used_at      INTEGER NOT NULL,
    ended_at     INTEGER NULL,
    ended_by     TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX desk_sessions_officer ON desk_sessions (officer_id);
CREATE INDEX desk_sessions_ended ON desk_sessions (ended_at);
