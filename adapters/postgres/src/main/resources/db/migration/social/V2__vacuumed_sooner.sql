-- Ties are made for months: as with memories, a twentieth of them is too much to leave dead.

ALTER TABLE social.relationships SET (autovacuum_vacuum_scale_factor = 0.01);
