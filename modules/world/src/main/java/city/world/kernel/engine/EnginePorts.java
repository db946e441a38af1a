package city.world.kernel.engine;

import city.world.spi.CityRecord;
import city.world.spi.Codec;
import city.world.spi.EventLog;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// What a running city needs from outside.
///
/// @param callbacks completes callers' stages; never the city thread
/// @param wall      wall time, for what is kept for a while: answers under keys
/// @param nanos     monotonic time, for pace and measures
public record EnginePorts(
        CityRecord record,
        EventLog log,
        Keyframes keyframes,
        Codec codec,
        Probe probe,
        Executor callbacks,
        InstantSource wall,
        LongSupplier nanos) {}
