-- Tables of a module that does not exist, to test what holds for all.
CREATE TABLE made_up.things (
    "row" integer PRIMARY KEY,
    coins bigint  NOT NULL,
    rank  integer NOT NULL,
    name  text    NOT NULL,
    id    uuid    NOT NULL,
    plan  bytea   NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE made_up.wide (
    "row" integer PRIMARY KEY,
    a     bigint  NOT NULL,
    b     bigint  NOT NULL,
    c     bigint  NOT NULL,
    d     bigint  NOT NULL,
    e     integer NOT NULL,
    f     integer NOT NULL,
    g     integer NOT NULL,
    h     uuid    NOT NULL,
    i     text    NOT NULL,
    j     bytea   NOT NULL
) WITH (fillfactor = 60);

CREATE TABLE made_up.deeds (
    sequence bigint        PRIMARY KEY,
    subject  uuid          NOT NULL,
    worth    numeric(15,2) NOT NULL
);
