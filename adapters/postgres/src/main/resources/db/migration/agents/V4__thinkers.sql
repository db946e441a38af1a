-- Who may think with more than routine, as declared state. Rows are slots; whoever never did has none.

CREATE TABLE agents.thinkers (
    row        integer PRIMARY KEY,
    kind       integer NOT NULL,
    threshold  integer NOT NULL,
    patience   integer NOT NULL,
    questions  bigint  NOT NULL,
    occasion   integer NOT NULL,
    open_until bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON COLUMN agents.thinkers.kind IS '0 routine, 1 model, 2 external';
COMMENT ON COLUMN agents.thinkers.threshold IS 'salience, per mille, from which an occasion is worth a question';
COMMENT ON COLUMN agents.thinkers.patience IS 'ticks after which the routine decides';
COMMENT ON COLUMN agents.thinkers.questions IS 'asked so far';
COMMENT ON COLUMN agents.thinkers.occasion IS 'of the last question: 0 next step, 1 talk over, 2 free time, 3 foul weather, 4 place closed, 5 morning, 6 job lost, 7 spoken to';
COMMENT ON COLUMN agents.thinkers.open_until IS 'tick in which the routine decides if no answer came; 0 when nothing is open';

COMMENT ON COLUMN agents.minds.because IS '0 nothing, 1 plan, 2 hungry, 3 starving, 4 tired, 5 exhausted, 6 lonely, 7 shift, 8 too early, 9 bedtime, 10 foul weather, 11 place closed, 12 place full, 13 refused, 14 no food, 15 pantry low, 16 no job, 17 unpaid, 18 generous, 19 treat, 20 arrived, 21 operator, 22 talk, 23 ill, 24 school, 25 kin, 26 habit, 27 festival, 28 market day, 29 storm, 30 goal, 31 destitute, 32 old age, 33 better life, 34 follows kin, 35 thought, 36 master';

-- What minds outside of the city were asked and said, for people: never loaded, and not part of the state.

CREATE TABLE agents.thoughts (
    agent_id         uuid        NOT NULL,
    question         bigint      NOT NULL,
    tick             bigint      NOT NULL,
    city_time        timestamptz NOT NULL,
    occasion         text        NOT NULL,
    input            text        NOT NULL,
    prompt_hash      text        NOT NULL,
    observation_hash text        NOT NULL,
    recalled         uuid[]      NOT NULL,
    recalled_texts   text[]      NOT NULL,
    recalled_scores  float8[]    NOT NULL,
    provider         text        NOT NULL,
    model            text        NOT NULL,
    reply            text        NOT NULL,
    reason           text        NOT NULL,
    action           text        NOT NULL,
    input_tokens     bigint      NOT NULL,
    output_tokens    bigint      NOT NULL,
    cost_micros      bigint      NOT NULL,
    model_ms         integer     NOT NULL,
    outcome          text        NOT NULL,
    detail           text        NOT NULL,
    total_ms         integer     NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (agent_id, question)
);

CREATE INDEX thoughts_recorded_at ON agents.thoughts USING brin (recorded_at);
CREATE INDEX thoughts_tick ON agents.thoughts USING brin (tick);

COMMENT ON COLUMN agents.thoughts.recalled_scores IS 'recency, importance and relevance of each memory, three in a row';
COMMENT ON COLUMN agents.thoughts.cost_micros IS 'millionths of the unit of money in which the prices are given';
COMMENT ON COLUMN agents.thoughts.model_ms IS 'that the model took, of total_ms from the question to the outcome';
