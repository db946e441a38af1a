package city.memory.application;

import city.memory.MemoryFollower;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryPorts;
import city.world.World;
import city.world.kernel.Participant;

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
    public static MemoryFollower follow(MemoryPorts ports) {
        return LogFollower.start(ports);
    }
}
