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
