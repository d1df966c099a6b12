-- Who of staff is signed in where: a sign-in of the desk is good for as long as its line here says so.
CREATE TABLE desk_sessions (
    id           text   NOT NULL PRIMARY KEY,
    officer_id   text   NOT NULL,
    officer_name text   NOT NULL,
    browser      text   NOT NULL,
    began_at     bigint NOT NULL,
    used_at      bigint NOT NULL,
    ended_at     bigint NULL,
    ended_by     text   NOT NULL
);
CREATE INDEX desk_sessions_officer ON desk_sessions (officer_id);
CREATE INDEX desk_sessions_ended ON desk_sessions (ended_at);
