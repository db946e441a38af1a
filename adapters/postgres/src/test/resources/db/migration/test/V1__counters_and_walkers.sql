create table test.counters (
    row   integer primary key,
    value bigint not null,
    heard bigint not null,
    mood  bigint not null default 0
);

create table test.walkers (
    row   integer primary key,
    steps bigint not null
);
