COMMENT ON COLUMN agents.thoughts.tier IS 'who answered: a model, what one had decided before, or a program outside that speaks for the resident';
