package city.app.wiring;

import city.adapter.vectors.VectorSettings;
import city.adapter.vectors.VectorShelf;
import city.agents.application.AgentsModule;
import city.memory.Memories;
import city.memory.MemoryFollower;
import city.memory.application.MemoryModule;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryPorts;
import city.world.kernel.Event;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.LoggedEvent;
import city.world.spi.Codec;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/// What residents remember, unless the city runs without memory. The record holds it; beside it lies an index that can
/// be built again.
final class Remembering implements AutoCloseable {
    /// Of the index, in the data folder.
    static final String INDEX = "vectors";

    /// More than 100,000 residents fill at their cap.
    private static final long MOST_BYTES = 1L << 37;

    private final Optional<MemoryFollower> follower;

    private Remembering(Optional<MemoryFollower> follower) {
        this.follower = follower;
    }

    /// Returns at once; what is behind is caught up with meanwhile.
    static Remembering start(RunSettings settings, RunningCity city, DataFolder folder, MeterRegistry meters) {
        if (!settings.remembers()) {
            city.postgres().letMemoryRest();
            return new Remembering(Optional.empty());
        }
        var follower = follow(city, folder);
        Gauge.builder("city.follower.lag.events", follower, MemoryFollower::lag)
                .description("Events of the log that a follower has not done with.")
                .tag("follower", MemoryFollower.NAME)
                .register(meters);
        return new Remembering(Optional.of(follower));
    }

    Optional<Memories> memories() {
        return follower.map(MemoryFollower::memories);
    }

    @Override
    public void close() {
        follower.ifPresent(MemoryFollower::close);
    }

    private static MemoryFollower follow(RunningCity city, DataFolder folder) {
        var kernel = city.kernel();
        var parts = city.parts();
        var embedder = MemoryModule.embedder();
        var index =
                new VectorSettings(folder.resolve(INDEX), space(embedder, kernel), embedder.dimension(), MOST_BYTES);
        var witness = AgentsModule.witness(
                parts.world(), parts.economy(), parts.social(), parts.agents(), kernel.events(), Remembering::read);
        return MemoryModule.follow(new MemoryPorts(
                kernel,
                Remembering::read,
                witness,
                embedder,
                city.postgres().memories(kernel.genesis().clock(), embedder.space()),
                new VectorShelf(index),
                System::nanoTime));
    }

    /// An index of another city, or of one before it was restored from a backup, is of another space as well.
    private static String space(Embedder embedder, Kernel kernel) {
        var genesis = kernel.genesis();
        return "%s@%d/%x/%x"
                .formatted(
                        embedder.space(),
                        kernel.generation(),
                        genesis.seed(),
                        genesis.name().hashCode());
    }

    /// What this release cannot read leaves nothing to remember.
    private static Optional<Event> read(LoggedEvent event) {
        try {
            return CityParts.CODEC.read(event.type(), event.data()) instanceof Event fact
                    ? Optional.of(fact)
                    : Optional.empty();
        } catch (Codec.Unreadable ofAnotherRelease) {
            return Optional.empty();
        }
    }
}
