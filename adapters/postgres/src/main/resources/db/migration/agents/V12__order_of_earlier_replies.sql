-- Two answers of one tick that change places make two cities, so a fork gives them in the order of the first city. Nothing
-- is known of it where the fork was made by an earlier release.

ALTER TABLE agents.earlier_replies
    ADD COLUMN tick    bigint NOT NULL DEFAULT -1,
    ADD COLUMN ordinal bigint NOT NULL DEFAULT -1;

ALTER TABLE agents.earlier_replies
    ALTER COLUMN tick    DROP DEFAULT,
    ALTER COLUMN ordinal DROP DEFAULT;

CREATE INDEX earlier_replies_tick ON agents.earlier_replies (tick);

COMMENT ON COLUMN agents.earlier_replies.tick IS 'of the question';
COMMENT ON COLUMN agents.earlier_replies.ordinal IS 'of the answer in the first city''s journal';
