package city.world.kernel.engine;

import java.util.OptionalLong;

/// How a city is run. Nothing here changes what the city becomes.
///
/// @param ticksPerSecond at the start; infinite for as fast as possible
/// @param stopAtTick     where the city stops by itself
public record EngineSettings(double ticksPerSecond, OptionalLong stopAtTick) {}
