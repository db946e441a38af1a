package city.world.kernel.engine;

import java.util.OptionalLong;

/// How a city is run. Nothing here changes what the city becomes.
///
/// @param ticksPerSecond at the start; infinite for as fast as possible
/// @param stopAtTick     where the city stops by itself
/// @param telemetryDays  days of the city for which the log keeps telemetry, at least 1
public record EngineSettings(double ticksPerSecond, OptionalLong stopAtTick, int telemetryDays) {
    /// A week to look back.
    public static final int TELEMETRY_DAYS = 7;

    public EngineSettings {
        if (telemetryDays < 1) {
            throw new IllegalArgumentException("telemetryDays must be at least 1: " + telemetryDays);
        }
    }
}
