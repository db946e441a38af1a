-- A read table for people and tools, one row a transfer, written beside the exact ledger and never loaded.
CREATE TABLE economy.transactions (
    id          uuid          PRIMARY KEY,
    sender_id   uuid          NOT NULL,
    receiver_id uuid          NOT NULL,
    amount      numeric(15,2) NOT NULL,
    type        varchar(50)   NOT NULL,
    metadata    jsonb         NOT NULL DEFAULT '{}',
    created_at  timestamptz   NOT NULL,
    sequence    bigint        NOT NULL,
    tick        bigint        NOT NULL,
    recorded_at timestamptz   NOT NULL DEFAULT now()
);

COMMENT ON COLUMN economy.transactions.sender_id IS 'An account; a resident''s account has the resident''s id';
COMMENT ON COLUMN economy.transactions.created_at IS 'City time; recorded_at is the wall''s';

CREATE UNIQUE INDEX transactions_sequence ON economy.transactions (sequence);
CREATE INDEX transactions_sender_sequence ON economy.transactions (sender_id, sequence);
CREATE INDEX transactions_receiver_sequence ON economy.transactions (receiver_id, sequence);
