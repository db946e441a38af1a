-- What a model decided may stand for situations of the same kind.

ALTER TABLE agents.thoughts ADD COLUMN tier text NOT NULL DEFAULT 'MODEL';
ALTER TABLE agents.thoughts ALTER COLUMN tier DROP DEFAULT;

COMMENT ON COLUMN agents.thoughts.tier IS 'who answered: a model, or what one had decided before';

COMMENT ON COLUMN agents.minds.because IS '0 nothing, 1 plan, 2 hungry, 3 starving, 4 tired, 5 exhausted, 6 lonely, 7 shift, 8 too early, 9 bedtime, 10 foul weather, 11 place closed, 12 place full, 13 refused, 14 no food, 15 pantry low, 16 no job, 17 unpaid, 18 generous, 19 treat, 20 arrived, 21 operator, 22 talk, 23 ill, 24 school, 25 kin, 26 habit, 27 festival, 28 market day, 29 storm, 30 goal, 31 destitute, 32 old age, 33 better life, 34 follows kin, 35 thought, 36 master, 37 remembered';
