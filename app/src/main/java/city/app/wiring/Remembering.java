package city.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.qdrant.ApiKey;
import city.adapter.qdrant.QdrantSettings;
import city.adapter.qdrant.QdrantShelf;
import city.adapter.vectors.VectorSettings;
import city.adapter.vectors.VectorShelf;
import city.agents.MindReport;
import city.agents.application.AgentsModule;
import city.app.Failure;
import city.app.wiring.RunSettings.Memory;
import city.app.wiring.RunSettings.Qdrant;
import city.memory.Memories;
import city.memory.MemoryFollower;
import city.memory.application.MemoryModule;
import city.memory.spi.Embedder;
import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryPorts;
import city.world.kernel.Genesis;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What residents remember, unless the city runs without memory. The record holds it; beside it lies an index that can
/// be built again.
public final class Remembering implements AutoCloseable {
    /// Of the index, in the data folder.
    static final String INDEX = "vectors";

    /// More than 100,000 residents fill at their cap.
    private static final long MOST_BYTES = 1L << 37;

    /// What both indexes take.
    private static final int MAX_SPACE_BYTES = 64;

    private final Optional<MemoryFollower> follower;
    private final Optional<Words> words;

    /// @param words to be closed at the end
    private Remembering(Optional<MemoryFollower> follower, Optional<Words> words) {
        this.follower = follower;
        this.words = words;
    }

    /// Returns at once; what is behind is caught up with meanwhile.
    public static Remembering start(RunSettings settings, RunningCity city, DataFolder folder, MeterRegistry meters) {
        if (settings.memory().isEmpty()) {
            return new Remembering(Optional.empty(), Optional.empty());
        }
        var memory = settings.memory().get();
        var words = Words.open(memory, folder, meters);
        var follower = follow(city, words.embedder(), shelf(memory, city, folder, words.embedder()));
        Gauge.builder("city.follower.lag.events", follower, MemoryFollower::lag)
                .description("Events of the log that a follower has not done with.")
                .tag("follower", MemoryFollower.NAME)
                .register(meters);
        return new Remembering(Optional.of(follower), Optional.of(words));
    }

    public Optional<Memories> memories() {
        return follower.map(MemoryFollower::memories);
    }

    /// What a provider costs that makes vectors of words; empty where none does.
    Optional<MindReport.Embedder> embedder() {
        return words.flatMap(it -> it.cost().get());
    }

    @Override
    public void close() {
        follower.ifPresent(MemoryFollower::close);
        words.ifPresent(Words::close);
    }

    private static MemoryFollower follow(RunningCity city, Embedder embedder, IndexShelf shelf) {
        var kernel = city.kernel();
        var parts = city.parts();
        var witness = AgentsModule.witness(
                parts.world(), parts.economy(), parts.social(), parts.agents(), kernel.events(), CityParts::read);
        return MemoryModule.follow(new MemoryPorts(
                kernel,
                CityParts::read,
                witness,
                embedder,
                city.postgres().memories(kernel.genesis().clock(), embedder.space()),
                shelf,
                System::nanoTime));
    }

    private static IndexShelf shelf(Memory memory, RunningCity city, DataFolder folder, Embedder embedder) {
        var kernel = city.kernel();
        var space = space(embedder.space(), kernel.generation(), kernel.genesis());
        return memory.qdrant()
                .<IndexShelf>map(it -> new QdrantShelf(
                        qdrant(it, space, embedder), kernel.genesis().clock()))
                .orElseGet(() -> new VectorShelf(
                        new VectorSettings(folder.resolve(INDEX), space, embedder.dimension(), MOST_BYTES)));
    }

    private static QdrantSettings qdrant(Qdrant qdrant, String space, Embedder embedder) {
        try {
            var key = new ApiKey(qdrant.apiKey());
            return new QdrantSettings(qdrant.url(), key, space, embedder.dimension(), QdrantSettings.STANDARD_TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw Failure.wrongUsage("--qdrant-" + e.getMessage());
        }
    }

    /// An index of another city, or of one before it was restored from a backup, is of another space as well. What is
    /// too long for an index to carry is named by its SHA-256 instead.
    static String space(String embedder, int generation, Genesis genesis) {
        var name = "%s@%d/%x/%x"
                .formatted(embedder, generation, genesis.seed(), genesis.name().hashCode());
        var bytes = name.getBytes(UTF_8);
        return bytes.length <= MAX_SPACE_BYTES ? name : sha256(bytes);
    }

    /// In hex, which has 64 digits.
    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
