-- What minds said in the city from which this one was forked, after the two had parted. Written by the fork, and only read.

CREATE TABLE agents.earlier_replies (
    agent_id         uuid NOT NULL,
    observation_hash text NOT NULL,
    payload          text NOT NULL,
    model            text NOT NULL,
    reply            text NOT NULL,
    reason           text NOT NULL,
    action           text NOT NULL,
    PRIMARY KEY (agent_id, observation_hash)
);

COMMENT ON COLUMN agents.earlier_replies.payload IS 'the command agents.mind-replied.v1 as the first city''s journal has it';
