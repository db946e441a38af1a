-- The economy's declared state: a table each, a column each. Money is in minor units.

CREATE TABLE economy.accounts (
    row     integer PRIMARY KEY,
    id      uuid    NOT NULL,
    kind    integer NOT NULL,
    slot    integer NOT NULL,
    firm    integer NOT NULL,
    balance bigint  NOT NULL,
    open    integer NOT NULL,
    owner   text    NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE economy.accounts IS 'Row 0 is the mint, row 1 the treasury; the balances sum to zero';
COMMENT ON COLUMN economy.accounts.kind IS '0 mint, 1 treasury, 2 firm, 3 resident';
COMMENT ON COLUMN economy.accounts.slot IS 'of the resident; -1 for others';
COMMENT ON COLUMN economy.accounts.firm IS 'row of economy.firms; -1 for others';
COMMENT ON COLUMN economy.accounts.open IS '1 open, 0 closed';
COMMENT ON COLUMN economy.accounts.owner IS 'name; empty for a resident';

CREATE TABLE economy.goods (
    row               integer PRIMARY KEY,
    name              text    NOT NULL,
    nourish_per_mille integer NOT NULL,
    cheer_per_mille   integer NOT NULL,
    on_the_spot       integer NOT NULL
);

COMMENT ON COLUMN economy.goods.on_the_spot IS '1 used up where it is bought, 0 carried away';

CREATE TABLE economy.firms (
    row                        integer PRIMARY KEY,
    id                         uuid    NOT NULL,
    name                       text    NOT NULL,
    location                   integer NOT NULL,
    location_id                uuid    NOT NULL,
    account                    integer NOT NULL,
    owner_account              uuid    NOT NULL,
    contract_per_hour          bigint  NOT NULL,
    contract_accrued_sixtieths bigint  NOT NULL,
    owed                       bigint  NOT NULL,
    first_product              integer NOT NULL,
    products                   integer NOT NULL,
    first_job                  integer NOT NULL,
    jobs                       integer NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON COLUMN economy.firms.contract_accrued_sixtieths IS 'earned of the treasury and not paid, in sixtieths of a minor unit';
COMMENT ON COLUMN economy.firms.owed IS 'arrears of wages: the sum of the firm''s rows in economy.arrears';
COMMENT ON COLUMN economy.firms.first_product IS 'row of economy.products; products counts those from there';
COMMENT ON COLUMN economy.firms.first_job IS 'row of economy.jobs; jobs counts those from there';

CREATE TABLE economy.products (
    row               integer PRIMARY KEY,
    firm              integer NOT NULL,
    good              integer NOT NULL,
    price             bigint  NOT NULL,
    units_per_hour    integer NOT NULL,
    stock_cap         integer NOT NULL,
    stock_milli_units bigint  NOT NULL,
    begun_sixtieths   integer NOT NULL,
    first_input       integer NOT NULL,
    inputs            integer NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON COLUMN economy.products.stock_milli_units IS 'thousandths of a unit';
COMMENT ON COLUMN economy.products.begun_sixtieths IS 'made beyond whole thousandths, in sixtieths of one';
COMMENT ON COLUMN economy.products.first_input IS 'row of economy.inputs; inputs counts those from there';

CREATE TABLE economy.inputs (
    row         integer PRIMARY KEY,
    product     integer NOT NULL,
    good        integer NOT NULL,
    milli_units integer NOT NULL
);

COMMENT ON COLUMN economy.inputs.milli_units IS 'thousandths of a unit for one unit of the product';

CREATE TABLE economy.input_stocks (
    row         integer PRIMARY KEY,
    micro_units bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE economy.input_stocks IS 'Row = firm * number of goods + good; only what there is has a row';
COMMENT ON COLUMN economy.input_stocks.micro_units IS 'millionths of a unit';

CREATE TABLE economy.jobs (
    row               integer PRIMARY KEY,
    id                uuid    NOT NULL,
    firm              integer NOT NULL,
    title             text    NOT NULL,
    hourly_wage       bigint  NOT NULL,
    places            integer NOT NULL,
    taken             integer NOT NULL,
    shift_from_minute integer NOT NULL,
    shift_to_minute   integer NOT NULL,
    shift_days        integer NOT NULL
);

COMMENT ON COLUMN economy.jobs.shift_days IS 'bit 0 is Monday, bit 6 is Sunday';

CREATE TABLE economy.employment (
    row               integer PRIMARY KEY,
    job               integer NOT NULL,
    accrued_sixtieths bigint  NOT NULL,
    owed              bigint  NOT NULL,
    since_tick        bigint  NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE economy.employment IS 'Row = slot of the resident, as long as its account is open';
COMMENT ON COLUMN economy.employment.job IS 'row of economy.jobs; -1 without a job';
COMMENT ON COLUMN economy.employment.accrued_sixtieths IS 'wage earned and not yet due, in sixtieths of a minor unit';
COMMENT ON COLUMN economy.employment.owed IS 'arrears: the sum of the resident''s rows in economy.arrears';

CREATE TABLE economy.arrears (
    row        integer PRIMARY KEY,
    firm       integer NOT NULL,
    slot       integer NOT NULL,
    owed       bigint  NOT NULL,
    since_tick bigint  NOT NULL
);

COMMENT ON TABLE economy.arrears IS 'Wages that a firm could not pay, one row for a firm and a resident';

CREATE TABLE economy.pantry (
    row   integer PRIMARY KEY,
    units integer NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE economy.pantry IS 'What residents carry. Row = slot * number of goods + good; only what there is has a row';
