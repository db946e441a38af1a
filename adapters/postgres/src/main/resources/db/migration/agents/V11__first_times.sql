-- What is done for the first time is worth a question. Of those who live in the city already nobody knows where they
-- have been, so nothing is new to them. The default also stays for programs of older rules, which are told so by version.

ALTER TABLE agents.lives ADD COLUMN known_places bigint NOT NULL DEFAULT -1;
ALTER TABLE agents.lives ADD COLUMN known_deeds integer NOT NULL DEFAULT -1;

COMMENT ON COLUMN agents.lives.known_places IS 'a bit for each place where it ever was or was asked about going, by its row modulo 64';
COMMENT ON COLUMN agents.lives.known_deeds IS 'a bit for each kind of deed that it ever did or was asked about: 1 work, 2 buy, 4 give, 8 study, 16 invite';

COMMENT ON COLUMN agents.thinkers.occasion IS 'of the last question: 0 next step, 1 talk over, 2 free time, 3 foul weather, 4 place closed, 5 morning, 6 job lost, 7 spoken to, 9 money at stake, 10 first time';
