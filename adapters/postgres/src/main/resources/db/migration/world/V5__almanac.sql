-- What the days of the city hold, as declared state. A day is meant whose month, day of the month and day of the week
-- all are in the masks: bit 0 is January, the first, Monday. A place is the id of a location, a neighborhood or a
-- district, or 776f726c-6400-8000-8000-000000000000 for the whole city.

create table world.holidays (
    row      integer primary key,
    name     text    not null,
    months   integer not null,
    days     integer not null,
    weekdays integer not null
);

comment on table world.holidays is 'Days that are lived as Sundays.';

create table world.regular_events (
    row         integer primary key,
    kind        integer not null,
    name        text    not null,
    place       uuid    not null,
    months      integer not null,
    days        integer not null,
    weekdays    integer not null,
    from_minute integer not null,
    minutes     integer not null
);

comment on table world.regular_events is 'What comes round at a stated hour.';
comment on column world.regular_events.kind is '0 festival, 1 market day, 2 storm, 3 outage, 4 fire';
comment on column world.regular_events.from_minute is 'Since midnight.';

create table world.risks (
    row            integer primary key,
    kind           integer not null,
    name           text    not null,
    times_per_year integer not null,
    min_minutes    integer not null,
    max_minutes    integer not null,
    place          uuid    not null
);

comment on table world.risks is 'What befalls the city by chance.';
comment on column world.risks.kind is '0 festival, 1 market day, 2 storm, 3 outage, 4 fire';
comment on column world.risks.place is 'Nil for any district, drawn each time.';

create table world.happenings (
    row        integer primary key,
    id         uuid    not null,
    kind       integer not null,
    name       text    not null,
    place      uuid    not null,
    since_tick bigint  not null,
    until_tick bigint  not null
);

comment on table world.happenings is 'What goes on now; a row is taken away when it is over.';
comment on column world.happenings.kind is '0 festival, 1 market day, 2 storm, 3 outage, 4 fire';
