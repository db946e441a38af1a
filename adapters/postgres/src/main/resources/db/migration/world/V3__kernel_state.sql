-- The kernel's own declared state: how far the bus has delivered, and the last public event of each topic.

create table world.bus (
    row integer primary key,
    delivered_sequence bigint not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0.0);

create table world.topics (
    row integer primary key,
    name text not null,
    last_sequence bigint not null
) with (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0.0);
