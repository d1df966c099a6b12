-- What administrators have turned off, and what residents are told of it.
CREATE TABLE switches (
    what     text   NOT NULL PRIMARY KEY,
    is_off   bigint NOT NULL,
    message  text   NOT NULL,
    again    text   NOT NULL,
    areas    text   NOT NULL,
    who      text   NOT NULL,
    at       bigint NOT NULL,
    revision bigint NOT NULL
);
