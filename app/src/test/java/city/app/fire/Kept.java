package city.app.fire;

import city.adapter.postgres.embedded.TestDatabase;
import city.app.wiring.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a city is kept: a data folder, and the database of somebody else where one is given.
record Kept(Path data, Optional<TestDatabase> database) {
    /// With the city's own server in the folder.
    static Kept in(Path data) {
        return new Kept(data, Optional.empty());
    }

    static Kept in(Path data, TestDatabase database) {
        return new Kept(data, Optional.of(database));
    }

    /// What a process is told of the database.
    Map<String, String> environment() {
        return database.map(it -> Map.of(
                        "CITY_POSTGRES_URL", it.jdbcUrl(),
                        "CITY_POSTGRES_USER", it.user(),
                        "CITY_POSTGRES_PASSWORD", it.password()))
                .orElse(Map.of());
    }

    /// The same, for a look without a process.
    Database.Choice choice() {
        return new Database.Choice(
                database.map(TestDatabase::jdbcUrl),
                database.map(TestDatabase::user),
                database.map(TestDatabase::password));
    }
}
