-- What residents remember. No part of the declared state: no rule of the city looks at it, so it is in no hash and no
-- journal. A follower of the log writes it, in one transaction with its cursor in world.cursors.

CREATE TABLE memory.memories (
    id              uuid        PRIMARY KEY,
    agent_id        uuid        NOT NULL,
    type            text        NOT NULL CHECK (type IN ('observation', 'conversation', 'insight', 'summary')),
    content         text        NOT NULL CHECK (length(content) BETWEEN 1 AND 1000),
    importance      integer     NOT NULL CHECK (importance BETWEEN 0 AND 1000),
    tick            bigint      NOT NULL CHECK (tick >= 0),
    made_at         timestamptz NOT NULL,
    accessed_tick   bigint      NOT NULL CHECK (accessed_tick >= tick),
    accesses        integer     NOT NULL CHECK (accesses >= 0),
    pinned          boolean     NOT NULL,
    evidence        bigint[]    NOT NULL,
    vector          bytea       NOT NULL,
    space           text        NOT NULL,
    recorded_at     timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE memory.memories IS 'What residents remember, written by a follower of the event log';
COMMENT ON COLUMN memory.memories.agent_id IS 'whose memory it is: agents.agents.id';
COMMENT ON COLUMN memory.memories.importance IS 'per mille, 0 to 1000';
COMMENT ON COLUMN memory.memories.tick IS 'of its making; made_at is the city time of it';
COMMENT ON COLUMN memory.memories.accessed_tick IS 'of the last recall; that of its making when it was never recalled';
COMMENT ON COLUMN memory.memories.accesses IS 'how often it was recalled or lived through again';
COMMENT ON COLUMN memory.memories.pinned IS 'never forgotten';
COMMENT ON COLUMN memory.memories.evidence IS 'sequences of the events that it goes back to, ascending, at most 32';
COMMENT ON COLUMN memory.memories.vector IS 'a byte a component; only the direction counts';
COMMENT ON COLUMN memory.memories.space IS 'which embedder the vector is from';

-- For a resident's newest, and for all that one has.
CREATE INDEX memories_of_agent ON memory.memories (agent_id, tick DESC, id DESC);

-- For the few whose vectors are of another space than the rest, after the embedder was changed.
CREATE INDEX memories_by_space ON memory.memories USING brin (space) WITH (autosummarize = on);

-- Where the follower was when the city last ran without memory: out of world.cursors, a rest keeps no telemetry.
CREATE TABLE memory.rested (
    single   boolean PRIMARY KEY DEFAULT true CHECK (single),
    sequence bigint  NOT NULL
);

COMMENT ON TABLE memory.rested IS 'At most one row: the sequence up to which the log is remembered, while the city runs without memory';
