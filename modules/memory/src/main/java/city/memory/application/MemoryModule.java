package city.memory.application;

import city.memory.MemoryFollower;
import city.memory.Witness;
import city.memory.spi.Embedder;
import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryStore;
import city.world.World;
import city.world.kernel.Event;
import city.world.kernel.Participant;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Memory's own parts, by the ports that others know.
public final class MemoryModule {
    private MemoryModule() {}

    /// What memory is to the kernel, also in a city that runs without remembering.
    public static Participant participant(World world) {
        return new MemoryParticipant(world);
    }

    /// The embedder that needs no model and no network.
    public static Embedder embedder() {
        return new HashedEmbedder();
    }

    /// Begins to follow the log, and returns at once.
    public static MemoryFollower follow(Ports ports) {
        return LogFollower.start(ports);
    }

    /// @param reader  of an event of the log; empty for what this release cannot read, which is not remembered
    /// @param nanos   a clock that only goes forward, for how often the cursor is saved
    public record Ports(
            Kernel kernel,
            Function<LoggedEvent, Optional<Event>> reader,
            Witness witness,
            Embedder embedder,
            MemoryStore store,
            IndexShelf shelf,
            LongSupplier nanos) {}
}
