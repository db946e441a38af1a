package city.adapter.llm.embedding;

import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.provider.Deadline;
import city.adapter.llm.provider.TextVectors;
import city.adapter.llm.provider.Transport;
import city.memory.domain.Embedding;
import city.memory.spi.Embedder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// A provider's model over HTTP. Many texts go out in several calls, one after the other; none is tried twice, as its
/// caller can wait and come again.
public final class RemoteEmbedder implements Embedder, AutoCloseable {
    /// Of a number in JSON, with what stands around it.
    private static final int BYTES_PER_COMPONENT = 32;

    private static final int BYTES_AROUND = 1 << 16;

    private final EmbedderSettings.Remote settings;
    private final Transport transport;
    private final TextVectors vectors;
    private final LongSupplier nanoTime;

    private RemoteEmbedder(
            EmbedderSettings.Remote settings, Transport transport, TextVectors vectors, LongSupplier nanoTime) {
        this.settings = settings;
        this.transport = transport;
        this.vectors = vectors;
        this.nanoTime = nanoTime;
    }

    /// The provider need not be there yet.
    ///
    /// @param nanoTime the machine's steady clock, as [System#nanoTime] reads it
    public static RemoteEmbedder open(EmbedderSettings.Remote settings, LongSupplier nanoTime) {
        int mostBytes = settings.batchTexts() * settings.dimension() * BYTES_PER_COMPONENT + BYTES_AROUND;
        var transport = Transport.open(settings.timeout(), mostBytes);
        return new RemoteEmbedder(settings, transport, TextVectors.open(settings, transport), nanoTime);
    }

    @Override
    public String space() {
        return settings.space();
    }

    @Override
    public int dimension() {
        return settings.dimension();
    }

    @Override
    public List<Embedding> embed(List<String> texts) {
        var embeddings = new ArrayList<Embedding>(texts.size());
        for (int from = 0; from < texts.size(); from += settings.batchTexts()) {
            var batch = texts.subList(from, Math.min(texts.size(), from + settings.batchTexts()));
            embeddings.addAll(embedBatch(batch));
        }
        return embeddings;
    }

    /// Calls in flight fail.
    @Override
    public void close() {
        transport.close();
    }

    private List<Embedding> embedBatch(List<String> texts) {
        var found = vectors.of(texts, Deadline.in(settings.timeout(), nanoTime));
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
}
