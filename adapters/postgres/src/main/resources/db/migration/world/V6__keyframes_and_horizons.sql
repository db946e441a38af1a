-- By which rules the city lives now, copies of all state from which a replay can start, and how far the log reaches back.

ALTER TABLE world.head ADD COLUMN rules_version integer;

UPDATE world.head
   SET rules_version = (SELECT (payload::jsonb ->> 'rules_version')::integer FROM world.journal WHERE ordinal = 0);

ALTER TABLE world.head ALTER COLUMN rules_version SET NOT NULL;

COMMENT ON COLUMN world.head.rules_version IS 'Of the rules by which the city lives now; the genesis has those of its founding';

CREATE TABLE world.declared (
    position     integer PRIMARY KEY,
    schema       text    NOT NULL,
    name         text    NOT NULL,
    column_names text[]  NOT NULL,
    column_types text[]  NOT NULL
);

COMMENT ON TABLE world.declared IS 'The tables as the program declares them by whose rules the city lives, to check its sum by when a newer one starts';

-- A city that is older than this table lives by rules version 1, and its program declared these.
INSERT INTO world.declared (position, schema, name, column_names, column_types)
SELECT position, schema, name, string_to_array(column_names, ' '), string_to_array(column_types, ' ')
  FROM (VALUES
    (0, 'world', 'districts',
     'id name',
     'UUID TEXT'),
    (1, 'world', 'neighborhoods',
     'id district name',
     'UUID INT TEXT'),
    (2, 'world', 'locations',
     'id neighborhood name kind x_meters y_meters capacity hours closed_because',
     'UUID INT TEXT INT INT INT INT BYTES TEXT'),
    (3, 'world', 'presence',
     'id location origin destination departed_tick arrival_tick gone',
     'UUID INT INT INT LONG LONG INT'),
    (4, 'world', 'weather',
     'kind since_tick climate',
     'INT LONG INT'),
    (5, 'world', 'bus',
     'delivered_sequence',
     'LONG'),
    (6, 'world', 'topics',
     'name last_sequence',
     'TEXT LONG'),
    (7, 'economy', 'accounts',
     'id kind slot firm balance open owner',
     'UUID INT INT INT LONG INT TEXT'),
    (8, 'economy', 'arrears',
     'firm slot owed since_tick',
     'INT INT LONG LONG'),
    (9, 'economy', 'firms',
     'id name location location_id account owner_account contract_per_hour contract_accrued_sixtieths owed first_product products first_job jobs',
     'UUID TEXT INT UUID INT UUID LONG LONG LONG INT INT INT INT'),
    (10, 'economy', 'goods',
     'name nourish_per_mille cheer_per_mille on_the_spot',
     'TEXT INT INT INT'),
    (11, 'economy', 'jobs',
     'id firm title hourly_wage places taken shift_from_minute shift_to_minute shift_days',
     'UUID INT TEXT LONG INT INT INT INT INT'),
    (12, 'economy', 'pantry',
     'units',
     'INT'),
    (13, 'economy', 'products',
     'firm good price units_per_hour stock_cap stock_milli_units begun_sixtieths first_input inputs',
     'INT INT LONG INT INT LONG INT INT INT'),
    (14, 'economy', 'inputs',
     'product good milli_units',
     'INT INT INT'),
    (15, 'economy', 'input_stocks',
     'micro_units',
     'LONG'),
    (16, 'economy', 'employment',
     'job accrued_sixtieths owed since_tick',
     'INT LONG LONG LONG'),
    (17, 'agents', 'minds',
     'food energy company health measured_at food_pace energy_pace company_pace activity because target since wake_at pending steps_done tries avoided avoided_until unpaid_minutes unpaid_shifts treated_at',
     'INT INT INT INT LONG INT INT INT INT INT INT LONG LONG INT INT INT INT LONG INT INT LONG'),
    (18, 'agents', 'plans',
     'day steps',
     'LONG BYTES'),
    (19, 'agents', 'agents',
     'id name persona goals openness conscientiousness extraversion agreeableness neuroticism earliness status_code home home_id spawned_at',
     'UUID TEXT TEXT TEXT INT INT INT INT INT INT INT INT UUID LONG')
  ) AS first (position, schema, name, column_names, column_types)
 WHERE EXISTS (SELECT FROM world.head WHERE rules_version = 1);

CREATE TABLE world.keyframes (
    commit           bigint      PRIMARY KEY,
    cause            smallint    NOT NULL,
    blocks           integer     NOT NULL,
    undelivered_high bigint      NOT NULL,
    undelivered_low  bigint      NOT NULL,
    rules_version    integer     NOT NULL,
    generation       integer     NOT NULL,
    owner            bigint      NOT NULL,
    tick             bigint      NOT NULL,
    next_sequence    bigint      NOT NULL,
    next_ordinal     bigint      NOT NULL,
    journal_tip      text        NOT NULL,
    checksum_high    bigint      NOT NULL,
    checksum_low     bigint      NOT NULL,
    genesis_digest   text        NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE world.keyframes IS 'A complete copy of declared state each: the head of its commit, and blocks of rows';
COMMENT ON COLUMN world.keyframes.cause IS '0 the rules changed (kept for ever), 1 a day began (kept for a while)';

-- The keyframe's own row is written last, in the same transaction.
CREATE TABLE world.keyframe_blocks (
    commit bigint  NOT NULL REFERENCES world.keyframes ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    block  integer NOT NULL,
    packed bytea   NOT NULL,
    PRIMARY KEY (commit, block)
);

-- It is packed already.
ALTER TABLE world.keyframe_blocks ALTER COLUMN packed SET STORAGE EXTERNAL;

COMMENT ON COLUMN world.keyframe_blocks.packed IS 'Rows of one table in canonical bytes, by zlib (RFC 1950)';

CREATE TABLE world.horizons (
    type        text        PRIMARY KEY,
    topic       text        NOT NULL,
    sequence    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE world.horizons IS 'Above this sequence the log has every event of the type; a type that is not here has lost none';
