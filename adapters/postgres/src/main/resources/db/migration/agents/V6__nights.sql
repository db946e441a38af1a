-- What came of residents' nights, as declared state. Rows are slots; whoever never looked back has none.

CREATE TABLE agents.nights (
    row             integer PRIMARY KEY,
    reflected_up_to bigint  NOT NULL,
    opinions        bytea   NOT NULL,
    planned_day     bigint  NOT NULL,
    planned_steps   bytea   NOT NULL
) WITH (fillfactor = 60);

COMMENT ON COLUMN agents.nights.reflected_up_to IS 'tick up to which it has looked back';
COMMENT ON COLUMN agents.nights.opinions IS 'each: kind of subject (0 person, 1 place, 2 good), its id or name, stance, tick, words';
COMMENT ON COLUMN agents.nights.planned_day IS 'days since 1970-01-01; with its steps packed as in agents.plans, until the morning';

-- A night has no question number, so thoughts are told apart by their tick as well. In one tick a resident is asked at
-- most once, and falls asleep at most once.
ALTER TABLE agents.thoughts DROP CONSTRAINT thoughts_pkey;
ALTER TABLE agents.thoughts ADD PRIMARY KEY (agent_id, tick, question);

COMMENT ON COLUMN agents.thoughts.question IS '0 for a night';
