package city.adapter.llm.embedding;

import city.adapter.llm.EmbedderSettings.Remote;
import city.adapter.llm.provider.Deadline;
import city.adapter.llm.provider.TextVectors;
import city.adapter.llm.provider.Transport;
import city.agents.spi.ModelReply;
import city.agents.spi.ProviderBudget;
import city.agents.spi.ProviderBudget.Permit;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A provider's model over HTTP. Texts go out in one call; none is tried twice, as its caller can wait and come again.
public final class RemoteEmbedder implements Embedder, AutoCloseable {
    /// Of a number in JSON, with what stands around it.
    private static final int BYTES_PER_COMPONENT = 32;

    private static final int BYTES_AROUND = 1 << 16;

    private final Remote settings;
    private final Transport transport;
    private final TextVectors vectors;
    private final ProviderBudget budget;
    private final LongSupplier nanoTime;

    private RemoteEmbedder(
            Remote settings, Transport transport, TextVectors vectors, ProviderBudget budget, LongSupplier nanoTime) {
        this.settings = settings;
        this.transport = transport;
        this.vectors = vectors;
        this.budget = budget;
        this.nanoTime = nanoTime;
    }

    /// The provider need not be there yet.
    ///
    /// @param budget   is asked before each call, and told what it used
    /// @param nanoTime the machine's steady clock, as [System#nanoTime] reads it
    public static RemoteEmbedder open(Remote settings, ProviderBudget budget, LongSupplier nanoTime) {
        int mostBytes = settings.batchTexts() * settings.dimension() * BYTES_PER_COMPONENT + BYTES_AROUND;
        var transport = Transport.open(settings.timeout(), mostBytes);
        return new RemoteEmbedder(settings, transport, TextVectors.open(settings, transport), budget, nanoTime);
    }

    @Override
    public String space() {
        return settings.space();
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    /// @param texts no more than the settings have in a batch
    /// @throws TooMany when the whole budget has no room for them in one call
    @Override
    public List<Embedding> embed(List<String> texts) {
        return switch (budget.reserve(Remote.PROVIDER, vectors.atMost(texts))) {
            case Permit.Granted(var settle) -> embed(texts, settle);
            case Permit.Declined(var _, var retryAfter)
            when retryAfter.isEmpty() && texts.size() > 1 -> throw new TooMany();
            case Permit.Declined(var why, var retryAfter) ->
                throw new Unavailable(
                        "embedder %s has no budget: %s".formatted(space(), why), retryAfter.orElse(Duration.ZERO));
        };
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        transport.close();
    }

    private List<Embedding> embed(List<String> texts, Consumer<ModelReply> settle) {
        var found = vectors.of(texts, Deadline.in(settings.timeout(), nanoTime), settle);
        if (found.size() != texts.size()) {
            throw unusable("vectors must be one for each of %d texts: %d".formatted(texts.size(), found.size()));
        }
        return found.stream().map(this::quantised).toList();
    }

    private Embedding quantised(float[] vector) {
        if (vector.length != dimension()) {
            throw unusable("dimension must be %d: %d. Maybe the settings name another model's"
                    .formatted(dimension(), vector.length));
        }
        try {
            return Embedding.of(vector);
        } catch (IllegalArgumentException notFinite) {
            throw unusable(String.valueOf(notFinite.getMessage()));
        }
    }

    private Unavailable unusable(String what) {
        return new Unavailable("embedder %s: %s".formatted(space(), what), Duration.ZERO);
    }

    /// Fewer may go out.
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("the whole budget has no room for so many texts in one call", null, false, false);
        }
    }
}
