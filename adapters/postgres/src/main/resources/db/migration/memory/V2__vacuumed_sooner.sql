-- A table of memories grows with the months. At a twentieth of it dead rows would pile up with its size; its indexes are
-- small beside what a hundredth of it costs to read again.

ALTER TABLE memory.memories SET (autovacuum_vacuum_scale_factor = 0.01);
