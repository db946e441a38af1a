-- Parties ahead and of late, as declared state; the oldest is forgotten when there are many.

CREATE TABLE agents.parties (
    row    integer PRIMARY KEY,
    id     uuid    NOT NULL,
    name   text    NOT NULL,
    host   integer NOT NULL,
    place  integer NOT NULL,
    begins bigint  NOT NULL,
    ends   bigint  NOT NULL
) WITH (fillfactor = 60);

COMMENT ON COLUMN agents.parties.host IS 'slot';
COMMENT ON COLUMN agents.parties.place IS 'row of the location';
COMMENT ON COLUMN agents.parties.begins IS 'tick';
COMMENT ON COLUMN agents.parties.ends IS 'tick from which it is over';

-- What residents were told of parties. Rows are slots; whoever never heard of one has none.

CREATE TABLE agents.invitations (
    row         integer PRIMARY KEY,
    invitations bytea   NOT NULL
) WITH (fillfactor = 60);

COMMENT ON COLUMN agents.invitations.invitations IS
    'each 37 bytes: party, slot of who told it, tick, whether it means to come, tick at which it came or 0';
