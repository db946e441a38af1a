-- A question may take several calls, and one that failed took some as well; budgets count them after a restart. Of the
-- thoughts that are there only the last day's are counted again, and no budget looks back further.

ALTER TABLE agents.thoughts ADD COLUMN calls integer NOT NULL DEFAULT 0;
ALTER TABLE agents.thoughts ALTER COLUMN calls DROP DEFAULT;

UPDATE agents.thoughts
   SET calls = 1
 WHERE recorded_at >= now() - interval '1 day'
   AND (provider <> '' OR input_tokens + output_tokens + cost_micros > 0);

COMMENT ON COLUMN agents.thoughts.calls IS 'that went to providers; before V9 0 where it is older than a day';
COMMENT ON COLUMN agents.thoughts.provider IS 'who answered, or failed to last; empty when nobody was asked';
