-- Places may lie within one another: rooms in a house, offices in a tower.

alter table world.locations add column parent integer not null default -1;
alter table world.locations alter column parent drop default;

comment on column world.locations.parent is
    'The row of the place that it lies within, -1 for none. What lies within a place are the rows that follow its own.';
