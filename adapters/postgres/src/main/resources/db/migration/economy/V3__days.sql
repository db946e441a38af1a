-- The flows of the last days, which no balance remembers. Money is in minor units.
CREATE TABLE economy.days (
    row       integer PRIMARY KEY,
    day       bigint  NOT NULL,
    purchases bigint  NOT NULL,
    contracts bigint  NOT NULL,
    wages     bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE economy.days IS 'One row a day, day modulo 31: a month is kept';
COMMENT ON COLUMN economy.days.day IS 'since 1970-01-01 in city time';
COMMENT ON COLUMN economy.days.purchases IS 'what residents bought';
COMMENT ON COLUMN economy.days.contracts IS 'what the treasury paid firms for hours worked';
