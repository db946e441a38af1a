package broken.modulegraphadapter.economy;

import broken.modulegraphadapter.adapter.postgres.Row;

record Ledger(Row row) {}
