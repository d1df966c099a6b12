-- How often somebody named a reference with a wrong date of birth, day by day: after some times nobody is told any more on that day.
CREATE TABLE register_attempts (
    reference TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    wrong     INTEGER NOT NULL,
    PRIMARY KEY (reference, day)
);
