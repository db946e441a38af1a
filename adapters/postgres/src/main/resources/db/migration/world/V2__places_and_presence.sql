-- The world's declared state. A row's number is its place in the city's memory; numbers are dense, from 0. There are no
-- foreign keys: the city's audit checks the references, and a commit writes tables in any order.

create table world.districts (
    row  integer primary key,
    id   uuid not null,
    name text not null
);

comment on table world.districts is 'The districts of the map, in the order of the founding atlas.';

create table world.neighborhoods (
    row      integer primary key,
    id       uuid    not null,
    district integer not null,
    name     text    not null
);

comment on table world.neighborhoods is 'The neighborhoods of the map, in the order of the founding atlas.';
comment on column world.neighborhoods.district is 'Row in world.districts.';

create table world.locations (
    row            integer primary key,
    id             uuid    not null,
    neighborhood   integer not null,
    name           text    not null,
    kind           integer not null,
    x_meters       integer not null,
    y_meters       integer not null,
    capacity       integer not null,
    hours          bytea   not null,
    closed_because text    not null
);

comment on table world.locations is 'The locations of the map, in the order of the founding atlas.';
comment on column world.locations.neighborhood is 'Row in world.neighborhoods.';
comment on column world.locations.kind is
    '0 home, 1 street, 2 square, 3 park, 4 waterside, 5 chapel, 6 library, 7 tavern, 8 eatery, 9 shop, 10 workshop, '
    '11 farm, 12 mill, 13 school, 14 clinic, 15 hall, 16 office';
comment on column world.locations.x_meters is 'East of the origin of the map.';
comment on column world.locations.y_meters is 'North of the origin of the map.';
comment on column world.locations.capacity is 'How many may be inside before who arrives is turned away.';
comment on column world.locations.hours is
    'When it is open. For each span, big-endian: from minute of the day (2 bytes), to minute, which may lie in the next day '
    '(2 bytes), days of the week with Monday as bit 0 (1 byte). Empty means never.';
comment on column world.locations.closed_because is 'Why it is closed whatever its hours say; empty when it is not.';

-- Hot: a move rewrites a row twice. No further index, and room in each page, so that updates stay on their page (HOT).
create table world.presence (
    row           integer primary key,
    id            uuid    not null,
    location      integer not null,
    origin        integer not null,
    destination   integer not null,
    departed_tick bigint  not null,
    arrival_tick  bigint  not null,
    gone          integer not null
) with (
    fillfactor = 60,
    autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.2,
    autovacuum_vacuum_cost_delay = 2
);

comment on table world.presence is 'Who is where; the row is the resident''s slot.';
comment on column world.presence.location is 'Row in world.locations; -1 on the way or gone.';
comment on column world.presence.origin is 'Where a resident on the way set off from, a row in world.locations; -1 otherwise.';
comment on column world.presence.destination is 'Where a resident on the way is going, a row in world.locations; -1 otherwise.';
comment on column world.presence.departed_tick is '0 when not on the way.';
comment on column world.presence.arrival_tick is '0 when not on the way.';
comment on column world.presence.gone is '1 when the resident has left the city, else 0.';

create table world.weather (
    row        integer primary key,
    kind       integer not null,
    since_tick bigint  not null,
    climate    integer not null
);

comment on table world.weather is 'The sky over the city: one row from the founding on.';
comment on column world.weather.kind is '0 clear, 1 cloudy, 2 fog, 3 rain, 4 storm, 5 snow';
comment on column world.weather.climate is '0 temperate, 1 maritime, 2 dry';
