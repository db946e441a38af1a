-- What makes residents' weeks differ, and who comes and leaves, as declared state. Rows of lives are slots.

CREATE TABLE agents.lives (
    row            integer PRIMARY KEY,
    born_day       bigint  NOT NULL,
    calling        integer NOT NULL,
    tradition      integer NOT NULL,
    achievement    integer NOT NULL,
    benevolence    integer NOT NULL,
    stimulation    integer NOT NULL,
    security       integer NOT NULL,
    household      uuid    NOT NULL,
    partner        uuid    NOT NULL,
    parent         uuid    NOT NULL,
    other_parent   uuid    NOT NULL,
    ill_until      bigint  NOT NULL,
    immune_until   bigint  NOT NULL,
    exposed        integer NOT NULL,
    last_morning   bigint  NOT NULL,
    destitute_days integer NOT NULL,
    goal           integer NOT NULL,
    goal_target    integer NOT NULL,
    goal_progress  integer NOT NULL,
    goal_since     bigint  NOT NULL,
    goals_reached  integer NOT NULL,
    seen           bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON COLUMN agents.lives.born_day IS 'days since 1970-01-01 in city time';
COMMENT ON COLUMN agents.lives.calling IS '0 what age and job say, 1 pupil, 2 retired, 3 homemaker';
COMMENT ON COLUMN agents.lives.tradition IS 'this and the other values: 0 to 100, 50 is like most people';
COMMENT ON COLUMN agents.lives.household IS 'nil for none';
COMMENT ON COLUMN agents.lives.partner IS 'id of a resident, who may be yet to come; nil for none; so the parents';
COMMENT ON COLUMN agents.lives.ill_until IS 'tick; 0 when well';
COMMENT ON COLUMN agents.lives.immune_until IS 'tick';
COMMENT ON COLUMN agents.lives.exposed IS '1 when close to somebody ill since the last morning';
COMMENT ON COLUMN agents.lives.last_morning IS 'day on which the resident last took stock, as born_day';
COMMENT ON COLUMN agents.lives.destitute_days IS 'mornings in a row with neither food nor the money for it';
COMMENT ON COLUMN agents.lives.goal IS '0 save, 1 find work, 2 better work, 3 company, 4 family, 5 learn, 6 help, 7 see places, 8 craft';
COMMENT ON COLUMN agents.lives.goal_progress IS 'of goal_target, in what the goal counts';
COMMENT ON COLUMN agents.lives.goal_since IS 'tick';
COMMENT ON COLUMN agents.lives.seen IS 'a bit for each place of leisure seen since goal_since, by its row modulo 64';

CREATE TABLE agents.migration (
    row                      integer PRIMARY KEY,
    arrivals_per_year        integer NOT NULL,
    leavers_per_mille_a_year integer NOT NULL,
    min_population           integer NOT NULL,
    max_population           integer NOT NULL,
    given                    text    NOT NULL,
    family                   text    NOT NULL,
    ranges                   bytea   NOT NULL,
    goals                    text    NOT NULL
);

COMMENT ON TABLE agents.migration IS 'Who comes of its own accord and who leaves: one row, or none when nobody does';
COMMENT ON COLUMN agents.migration.given IS 'one a line; so family and goals';
COMMENT ON COLUMN agents.migration.ranges IS 'least and most, 4 bytes each, of six traits, five values, age, savings in minor units';
