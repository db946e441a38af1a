package city.app.bench;

import city.app.wiring.Database;
import city.app.wiring.RunSettings;
import city.app.wiring.RunSettings.Founding;
import city.app.wiring.RunSettings.Memory;
import city.world.kernel.engine.EngineSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Generated cities as the benchmarks run them.
public final class Towns {
    public static final long SEED = 7;

    private Towns() {}

    static RunSettings settings(Path data, int residents, OptionalLong stopAtTick) {
        return settings(data, "town", residents, stopAtTick);
    }

    public static RunSettings settings(Path data, String scenario, int residents, OptionalLong stopAtTick) {
        return settings(data, scenario, residents, stopAtTick, Optional.empty());
    }

    /// Of residents who remember, without end.
    public static RunSettings remembering(Path data, String scenario, int residents) {
        return settings(data, scenario, residents, OptionalLong.empty(), Optional.of(Memory.STANDARD));
    }

    private static RunSettings settings(
            Path data, String scenario, int residents, OptionalLong stopAtTick, Optional<Memory> memory) {
        return new RunSettings(
                data,
                new Database.Choice(Optional.empty(), Optional.empty(), Optional.empty()),
                new Founding(Optional.of(scenario), OptionalLong.of(SEED), OptionalInt.of(residents)),
                Double.POSITIVE_INFINITY,
                Runtime.getRuntime().availableProcessors(),
                "127.0.0.1",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stopAtTick,
                true,
                false,
                EngineSettings.TELEMETRY_DAYS,
                memory);
    }
}
