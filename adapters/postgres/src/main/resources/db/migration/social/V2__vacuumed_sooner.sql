-- Ties grow with the months, as memories do.

ALTER TABLE social.relationships SET (autovacuum_vacuum_scale_factor = 0.01);
