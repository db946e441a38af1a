package city.app.wiring;

import city.adapter.postgres.embedded.TestDatabase;
import city.app.wiring.RunSettings.Founding;
import city.app.wiring.RunSettings.Memory;
import city.world.kernel.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How tests run a city at full speed on a database of the tests' server.
final class CityOnADatabase {
    private CityOnADatabase() {}

    static Database.Choice choice(TestDatabase database) {
        return choice(database, database.jdbcUrl());
    }

    /// By another way, such as a link that counts.
    static Database.Choice choice(TestDatabase database, String jdbcUrl) {
        return new Database.Choice(
                Optional.of(jdbcUrl), Optional.of(database.user()), Optional.of(database.password()));
    }

    static RunSettings settings(Path data, Database.Choice choice, Founding founding, long stopAtTick) {
        return settings(data, choice, founding, stopAtTick, EngineSettings.TELEMETRY_DAYS);
    }

    static RunSettings settings(
            Path data, Database.Choice choice, Founding founding, long stopAtTick, int telemetryDays) {
        return settings(data, choice, founding, stopAtTick, telemetryDays, false);
    }

    static RunSettings remembering(Path data, Database.Choice choice, Founding founding, long stopAtTick) {
        return settings(data, choice, founding, stopAtTick, EngineSettings.TELEMETRY_DAYS, true);
    }

    private static RunSettings settings(
            Path data,
            Database.Choice choice,
            Founding founding,
            long stopAtTick,
            int telemetryDays,
            boolean remembers) {
        return new RunSettings(
                data,
                choice,
                founding,
                Double.POSITIVE_INFINITY,
                2,
                "127.0.0.1",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(stopAtTick),
                true,
                false,
                telemetryDays,
                remembers ? Optional.of(Memory.STANDARD) : Optional.empty());
    }

    static Founding founding(String scenario, int residents) {
        return new Founding(Optional.of(scenario), OptionalLong.of(7), OptionalInt.of(residents));
    }
}
