-- Memories grow with the months, and at a twentieth of them so do the rows that wait for the vacuum: 2.3 times in twelve
-- days of a metropolis.

ALTER TABLE memory.memories SET (autovacuum_vacuum_scale_factor = 0.01);
