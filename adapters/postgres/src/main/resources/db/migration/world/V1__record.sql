-- The kernel's own record: how far the city has come, what was asked of it, what happened, what was answered.

CREATE TABLE world.head (
    singleton      boolean     PRIMARY KEY DEFAULT true CHECK (singleton),
    generation     integer     NOT NULL,
    owner          bigint      NOT NULL,
    commit         bigint      NOT NULL,
    tick           bigint      NOT NULL,
    next_sequence  bigint      NOT NULL,
    next_ordinal   bigint      NOT NULL,
    journal_tip    text        NOT NULL,
    checksum_high  bigint      NOT NULL,
    checksum_low   bigint      NOT NULL,
    genesis_digest text        NOT NULL,
    recorded_at    timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);

COMMENT ON TABLE world.head IS 'One row, compared whole and replaced by every commit';

CREATE TABLE world.journal (
    ordinal     bigint      PRIMARY KEY,
    tick        bigint      NOT NULL,
    actor       text        NOT NULL,
    type        text        NOT NULL,
    payload     text        NOT NULL,
    chain       text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE world.journal IS 'Every admitted command in order; 0 is the genesis; never dropped';

-- By audience, so that telemetry can be dropped without touching what is kept for ever.
CREATE TABLE world.events (
    sequence          bigint      NOT NULL,
    id                uuid        NOT NULL,
    tick              bigint      NOT NULL,
    time              timestamptz NOT NULL,
    type              text        NOT NULL,
    topic             text        NOT NULL,
    audience          smallint    NOT NULL,
    subject           uuid        NOT NULL,
    previous_sequence bigint      NOT NULL,
    data              text        NOT NULL,
    recorded_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sequence, audience)
) PARTITION BY LIST (audience);

COMMENT ON COLUMN world.events.time IS 'City time; recorded_at is the wall''s';
COMMENT ON COLUMN world.events.audience IS '0 public, 1 telemetry, 2 internal';

CREATE TABLE world.events_public PARTITION OF world.events FOR VALUES IN (0);
CREATE TABLE world.events_telemetry PARTITION OF world.events FOR VALUES IN (1);
CREATE TABLE world.events_internal PARTITION OF world.events FOR VALUES IN (2);

CREATE INDEX events_subject_sequence ON world.events (subject, sequence);

CREATE TABLE world.answers (
    actor       text        NOT NULL,
    key         text        NOT NULL,
    digest      text        NOT NULL,
    ordinal     bigint      NOT NULL,
    tick        bigint      NOT NULL,
    sequence    bigint      NOT NULL,
    type        text        NOT NULL,
    payload     text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
) WITH (autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX answers_recorded_at ON world.answers (recorded_at);

CREATE TABLE world.cursors (
    follower    text        PRIMARY KEY,
    sequence    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 10, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
