-- Talk and ties: the declared state, a table each, a column each. Beside it stand columns and a table that are only for
-- people and tools: the adapter writes them, the city never reads them back.

CREATE TABLE social.relationships (
    row          integer       PRIMARY KEY,
    from_slot    integer       NOT NULL,
    to_slot      integer       NOT NULL,
    next_row     integer       NOT NULL,
    familiarity  integer       NOT NULL,
    trust        integer       NOT NULL,
    affinity     integer       NOT NULL,
    bond         integer       NOT NULL,
    met_at       bigint        NOT NULL,
    contacted_at bigint        NOT NULL,
    talked_at    bigint        NOT NULL,
    id           uuid,
    agent1_id    uuid,
    agent2_id    uuid,
    type         varchar(50),
    strength     numeric(3, 2),
    sentiment    numeric(3, 2),
    created_at   timestamptz,
    updated_at   timestamptz
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE social.relationships IS 'What one resident holds of another, as it was at the last contact; it fades by a hundredth a day';
COMMENT ON COLUMN social.relationships.next_row IS 'row of the next tie of the same resident; -1 at the end of its chain, which begins at social.talkers.first_tie';
COMMENT ON COLUMN social.relationships.familiarity IS 'per mille, 0 to 1000';
COMMENT ON COLUMN social.relationships.trust IS 'per mille, -1000 to 1000';
COMMENT ON COLUMN social.relationships.affinity IS 'per mille, -1000 to 1000';
COMMENT ON COLUMN social.relationships.bond IS 'what the second is to the first: 0 nothing, 1 colleague, 2 relative, 3 parent, 4 child, 5 sibling, 6 partner';
COMMENT ON COLUMN social.relationships.met_at IS 'tick; so are contacted_at and talked_at, which is -1 when they never talked';
COMMENT ON COLUMN social.relationships.id IS 'to be read: the first eight digits are from_slot, the last twelve to_slot, in hexadecimal';
COMMENT ON COLUMN social.relationships.agent1_id IS 'to be read: who holds it';
COMMENT ON COLUMN social.relationships.agent2_id IS 'to be read: of whom';
COMMENT ON COLUMN social.relationships.type IS 'to be read: how people would call it';
COMMENT ON COLUMN social.relationships.strength IS 'to be read: half familiarity, a quarter trust, a quarter affinity, both without their sign';
COMMENT ON COLUMN social.relationships.sentiment IS 'to be read: affinity';
COMMENT ON COLUMN social.relationships.created_at IS 'to be read: city time of met_at';
COMMENT ON COLUMN social.relationships.updated_at IS 'to be read: city time of the last change of type, strength or sentiment';

CREATE TABLE social.talkers (
    row            integer PRIMARY KEY,
    id             uuid    NOT NULL,
    conversation   integer NOT NULL,
    invited        integer NOT NULL,
    said           integer NOT NULL,
    warmth         integer NOT NULL,
    until_tick     bigint  NOT NULL,
    free_at        bigint  NOT NULL,
    rebuffed_by    integer NOT NULL,
    rebuffed_until bigint  NOT NULL,
    first_tie      integer NOT NULL,
    news           bytea   NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE social.talkers IS 'What is kept of each resident who ever met another; the row is its slot';
COMMENT ON COLUMN social.talkers.conversation IS 'row of social.conversations; -1 for none';
COMMENT ON COLUMN social.talkers.invited IS '1 when it is asked and has not answered';
COMMENT ON COLUMN social.talkers.said IS 'messages in this conversation; warmth is the sum of their tones';
COMMENT ON COLUMN social.talkers.until_tick IS 'until when it has time for this conversation';
COMMENT ON COLUMN social.talkers.free_at IS 'tick from which on it may begin a conversation';
COMMENT ON COLUMN social.talkers.rebuffed_by IS 'slot of who turned it down last, whom it does not ask again until rebuffed_until; -1 for nobody';
COMMENT ON COLUMN social.talkers.first_tie IS 'row of social.relationships; -1 for none';
COMMENT ON COLUMN social.talkers.news IS 'newest first, 20 bytes an item: kind (1), whom or what it is about (4), tick (8), slot of who told it (4), credibility per mille (2), how often it was passed on (1)';

CREATE TABLE social.conversations (
    row         integer PRIMARY KEY,
    id          uuid    NOT NULL,
    location    integer NOT NULL,
    location_id uuid    NOT NULL,
    open        integer NOT NULL,
    inviter     integer NOT NULL,
    people      bytea   NOT NULL,
    turn_slot   integer NOT NULL,
    messages    integer NOT NULL,
    warmth      integer NOT NULL,
    speaker     integer NOT NULL,
    words       text    NOT NULL,
    tone        integer NOT NULL,
    topic       text    NOT NULL,
    started_at  bigint  NOT NULL,
    expires_at  bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE social.conversations IS 'Conversations that go on and invitations that wait; over, they are gone from here';
COMMENT ON COLUMN social.conversations.location IS 'row of world.locations';
COMMENT ON COLUMN social.conversations.open IS '0 while nobody has accepted';
COMMENT ON COLUMN social.conversations.people IS 'slots of all who ever took part or are asked, 4 bytes each, in the order of coming';
COMMENT ON COLUMN social.conversations.turn_slot IS 'slot of who speaks next';
COMMENT ON COLUMN social.conversations.speaker IS 'slot of who spoke last; -1 before anybody did';
COMMENT ON COLUMN social.conversations.words IS 'said last; of an invitation, what will be said when somebody accepts';
COMMENT ON COLUMN social.conversations.tone IS '0 plain, 1 warm, 2 cross';
COMMENT ON COLUMN social.conversations.expires_at IS 'tick at which it is over unless somebody speaks, or answers, before';

-- A read table for people and tools, one row a conversation, written beside the exact state and never loaded.
CREATE TABLE social.interactions (
    id          uuid        PRIMARY KEY,
    location_id uuid        NOT NULL,
    members     uuid[]      NOT NULL,
    sequence    bigint      NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    messages    integer,
    outcome     varchar(50),
    ending      varchar(50)
) WITH (fillfactor = 80);

COMMENT ON COLUMN social.interactions.members IS 'with whom it began; all who ever took part, once it is over';
COMMENT ON COLUMN social.interactions.started_at IS 'city time, and so is ended_at, which is missing while it goes on';
COMMENT ON COLUMN social.interactions.outcome IS 'cut_short, plain, pleasant, cross';
COMMENT ON COLUMN social.interactions.ending IS 'limit, left, walked_away, timed_out, by_operator';

CREATE UNIQUE INDEX interactions_sequence ON social.interactions (sequence);
CREATE INDEX interactions_members ON social.interactions USING gin (members);
