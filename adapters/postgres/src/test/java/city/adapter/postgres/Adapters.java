package city.adapter.postgres;

import city.adapter.postgres.columns.ReadColumns;
import city.adapter.postgres.embedded.TestDatabase;
import java.util.List;

/// Opens the adapter on a test's database.
final class Adapters {
    private Adapters() {}

    static PostgresAdapter on(TestDatabase database, MadeUpCity city, ReadColumns... readColumns) {
        return open(settings(database.jdbcUrl(), database, "city, process 1 on host test"), city, readColumns);
    }

    static PostgresAdapter open(PostgresSettings settings, MadeUpCity city, ReadColumns... readColumns) {
        return PostgresAdapter.open(settings, city.tables(), List.of(readColumns), List.of(MadeUpCity.SCHEMA));
    }

    static PostgresSettings settings(String jdbcUrl, TestDatabase database, String holder) {
        return new PostgresSettings(jdbcUrl, database.user(), database.password(), holder);
    }
}
