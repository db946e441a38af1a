-- The residents' declared state: a table each, a column each. Rows are slots. Beside it stand columns that are only for
-- people and tools: the adapter writes them, the city never reads them.

CREATE TABLE agents.agents (
    row               integer        PRIMARY KEY,
    id                uuid           NOT NULL UNIQUE,
    name              varchar(100)   NOT NULL,
    persona           text           NOT NULL,
    goals             text           NOT NULL,
    openness          integer        NOT NULL,
    conscientiousness integer        NOT NULL,
    extraversion      integer        NOT NULL,
    agreeableness     integer        NOT NULL,
    neuroticism       integer        NOT NULL,
    earliness         integer        NOT NULL,
    status_code       integer        NOT NULL,
    home              integer        NOT NULL,
    home_id           uuid           NOT NULL,
    spawned_at        bigint         NOT NULL,
    status            varchar(50)    NOT NULL DEFAULT 'active',
    location_id       uuid,
    balance           numeric(15, 2) NOT NULL DEFAULT 0,
    reputation        integer        NOT NULL DEFAULT 10,
    created_at        timestamptz,
    updated_at        timestamptz
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON COLUMN agents.agents.goals IS 'one a line';
COMMENT ON COLUMN agents.agents.openness IS 'this and the other traits: 0 to 100, 50 is like most people';
COMMENT ON COLUMN agents.agents.status_code IS '0 active, 1 sleeping, 2 paused, 3 departed';
COMMENT ON COLUMN agents.agents.home IS 'row of the location; -1 without a roof';
COMMENT ON COLUMN agents.agents.home_id IS 'id of the location; nil without a roof';
COMMENT ON COLUMN agents.agents.spawned_at IS 'tick';
COMMENT ON COLUMN agents.agents.status IS 'to be read: status_code in words';
COMMENT ON COLUMN agents.agents.location_id IS 'to be read: where the resident is, or set off from';
COMMENT ON COLUMN agents.agents.balance IS 'to be read: of the account, in whole units';
COMMENT ON COLUMN agents.agents.reputation IS 'to be read';
COMMENT ON COLUMN agents.agents.created_at IS 'to be read: city time of spawned_at';
COMMENT ON COLUMN agents.agents.updated_at IS 'to be read: city time of the last change to the row';

CREATE TABLE agents.minds (
    row            integer PRIMARY KEY,
    food           integer NOT NULL,
    energy         integer NOT NULL,
    company        integer NOT NULL,
    health         integer NOT NULL,
    measured_at    bigint  NOT NULL,
    food_pace      integer NOT NULL,
    energy_pace    integer NOT NULL,
    company_pace   integer NOT NULL,
    activity       integer NOT NULL,
    because        integer NOT NULL,
    target         integer NOT NULL,
    since          bigint  NOT NULL,
    wake_at        bigint  NOT NULL,
    pending        integer NOT NULL,
    steps_done     integer NOT NULL,
    tries          integer NOT NULL,
    avoided        integer NOT NULL,
    avoided_until  bigint  NOT NULL,
    unpaid_minutes integer NOT NULL,
    unpaid_shifts  integer NOT NULL,
    treated_at     bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE agents.minds IS 'Needs as they were at measured_at, with the pace at which they move; what each does';
COMMENT ON COLUMN agents.minds.food IS 'this and the other needs: 0 to 60000, in sixtieths of a thousandth';
COMMENT ON COLUMN agents.minds.food_pace IS 'this and the other paces: thousandths an hour';
COMMENT ON COLUMN agents.minds.activity IS '0 idle, 1 walking, 2 working, 3 eating, 4 shopping, 5 resting, 6 relaxing, 7 waiting, 8 sleeping, 9 still, 10 gone';
COMMENT ON COLUMN agents.minds.because IS '0 nothing, 1 plan, 2 hungry, 3 starving, 4 tired, 5 exhausted, 6 lonely, 7 shift, 8 too early, 9 bedtime, 10 foul weather, 11 place closed, 12 place full, 13 refused, 14 no food, 15 pantry low, 16 no job, 17 unpaid, 18 generous, 19 treat, 20 arrived, 21 operator';
COMMENT ON COLUMN agents.minds.target IS 'row of the location where, or where to; -1 where it does not matter';
COMMENT ON COLUMN agents.minds.wake_at IS 'tick of the one timer; 0 for the paused and the departed';
COMMENT ON COLUMN agents.minds.pending IS 'bit 0 the place closed, bit 1 foul weather, bit 2 job lost';
COMMENT ON COLUMN agents.minds.steps_done IS 'a bit for each step of the plan';
COMMENT ON COLUMN agents.minds.avoided IS 'row of the location that turned the resident away; until avoided_until';
COMMENT ON COLUMN agents.minds.treated_at IS 'tick of the last treat; 0 for none';

CREATE TABLE agents.plans (
    row   integer PRIMARY KEY,
    day   bigint  NOT NULL,
    steps bytea   NOT NULL
) WITH (fillfactor = 60);

COMMENT ON COLUMN agents.plans.day IS 'days since 1970-01-01 in city time';
COMMENT ON COLUMN agents.plans.steps IS 'nine bytes a step: kind (0 eat, 1 seek a job, 2 quit, 3 work, 4 shop, 5 leisure, 6 sleep), begin and end in minutes since midnight of the day (2 bytes each), row of the location or -1 (4 bytes)';
