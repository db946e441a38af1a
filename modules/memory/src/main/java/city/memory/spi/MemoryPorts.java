package city.memory.spi;

import city.memory.Witness;
import city.world.kernel.Event;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// All that remembering needs from outside.
///
/// @param reader of an event of the log; empty for what this release cannot read, which is not remembered
/// @param nanos  a clock that only goes forward, for how often the cursor is saved
public record MemoryPorts(
        Kernel kernel,
        Function<LoggedEvent, Optional<Event>> reader,
        Witness witness,
        Embedder embedder,
        MemoryStore store,
        IndexShelf shelf,
        LongSupplier nanos) {}
