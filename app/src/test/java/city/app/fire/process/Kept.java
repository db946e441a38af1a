package city.app.fire.process;

import city.adapter.postgres.embedded.TestDatabase;
import city.app.wiring.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where a city is kept: a data folder, and the database of somebody else where one is given.
///
/// @param more what its process is told besides, by its environment
public record Kept(Path data, Optional<Access> database, Map<String, String> more) {
    /// How a database is reached.
    public record Access(String jdbcUrl, String user, String password) {
        public Access through(String otherUrl) {
            return new Access(otherUrl, user, password);
        }
    }

    /// With the city's own server in the folder.
    public static Kept in(Path data) {
        return new Kept(data, Optional.empty(), Map.of());
    }

    public static Kept in(Path data, TestDatabase database) {
        return in(data, new Access(database.jdbcUrl(), database.user(), database.password()));
    }

    public static Kept in(Path data, Access database) {
        return new Kept(data, Optional.of(database), Map.of());
    }

    /// The same city, with a process that is told more.
    public Kept with(Map<String, String> variables) {
        var all = new HashMap<>(more);
        all.putAll(variables);
        return new Kept(data, database, Map.copyOf(all));
    }

    /// What a process is told.
    public Map<String, String> environment() {
        var environment = new HashMap<>(more);
        database.ifPresent(it -> environment.putAll(Map.of(
                "CITY_POSTGRES_URL", it.jdbcUrl(),
                "CITY_POSTGRES_USER", it.user(),
                "CITY_POSTGRES_PASSWORD", it.password())));
        return environment;
    }

    /// The same, for a look without a process.
    public Database.Choice choice() {
        return new Database.Choice(
                database.map(Access::jdbcUrl), database.map(Access::user), database.map(Access::password));
    }
}
