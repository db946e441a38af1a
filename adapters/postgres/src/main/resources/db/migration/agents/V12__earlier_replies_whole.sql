-- A fork gives every question the end that it had in the first city, also where that was none, in the tick in which it
-- had it, and keeps why. What is here of an earlier release is too little for that: its forks ask again.

DROP TABLE agents.earlier_replies;

CREATE TABLE agents.earlier_replies (
    LIKE agents.thoughts INCLUDING COMMENTS,
    given_tick bigint  NOT NULL,
    ordinal    bigint  NOT NULL,
    type       text    NOT NULL,
    payload    text    NOT NULL,
    shared     boolean NOT NULL,
    PRIMARY KEY (agent_id, tick, question)
);

CREATE INDEX earlier_replies_tick ON agents.earlier_replies (tick);
CREATE INDEX earlier_replies_given ON agents.earlier_replies (given_tick);

COMMENT ON COLUMN agents.earlier_replies.given_tick IS 'in which it came in';
COMMENT ON COLUMN agents.earlier_replies.ordinal IS 'of the command in the first city''s journal';
COMMENT ON COLUMN agents.earlier_replies.type IS 'of that command: agents.mind-replied.v1 or agents.mind-gave-up.v1';
COMMENT ON COLUMN agents.earlier_replies.payload IS 'of that command';
COMMENT ON COLUMN agents.earlier_replies.shared IS 'whether it was asked before the two cities parted';
