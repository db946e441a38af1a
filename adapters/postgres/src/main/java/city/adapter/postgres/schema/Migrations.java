package city.adapter.postgres.schema;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings every schema to the shape that this JAR needs, each by its own migrations (`db/migration/<schema>`) with
/// its own history, so that a module can leave with its schema.
public final class Migrations {
    /// In the order of the modules' dependencies. A schema appears here when it has a migration.
    public static final List<String> SCHEMAS = List.of("world", "economy", "social", "memory", "agents");

    private final List<Flyway> runs;

    public Migrations(DataSource source, List<String> schemas) {
        this.runs = schemas.stream().map(schema -> run(source, schema)).toList();
    }

    /// Whether there is anything to do.
    public boolean arePending() throws FlywayException {
        return runs.stream().anyMatch(run -> run.info().pending().length > 0);
    }

    /// To be called by the holder of the record's lock only, for another process may be at work with the older shape.
    public void apply() throws FlywayException {
        runs.forEach(Flyway::migrate);
    }

    private static Flyway run(DataSource source, String schema) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("classpath:db/migration/" + schema)
                .failOnMissingLocations(true)
                .load();
    }
}
