package city.adapter.llm;

import city.memory.domain.Embedding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// Who turns words into vectors, and how many of these are kept at hand.
public sealed interface EmbedderSettings {
    /// Some 10 MB of vectors with 768 components.
    int STANDARD_CACHE = 10_000;

    int MAX_CACHE = 1_000_000;

    /// Vectors kept by the hash of their texts; 0 for none.
    int cachedTexts();

    /// MiniLM in the process: English, 384 components, no network.
    ///
    /// @param folder for a native library, which is unpacked there once; may be missing
    record MiniLm(Path folder, int cachedTexts) implements EmbedderSettings {
        public MiniLm {
            requireWithin("cachedTexts", cachedTexts, 0, MAX_CACHE);
        }
    }

    /// A provider's model.
    ///
    /// @param baseUrl    as in [ProviderSettings]
    /// @param dimension  components of each vector. OpenAI's own models are asked for so many; with all others the
    /// model
    ///                   decides, and another number is an error
    /// @param price      of what goes in; nothing comes out that is charged for
    /// @param timeout    for one call
    /// @param batchTexts texts that go out in one call
    record Remote(
            ProviderKind kind,
            URI baseUrl,
            ApiKey apiKey,
            String model,
            int dimension,
            Price price,
            Duration timeout,
            int batchTexts,
            int cachedTexts)
            implements EmbedderSettings {
        public static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(30);
        public static final int STANDARD_BATCH = 32;

        /// By which a budget and its messages know it.
        public static final String PROVIDER = "embedder";

        private static final int MAX_BATCH = 256;
        private static final int MAX_SPACE_BYTES = 64;
        private static final String NAME = "the embedder";

        public Remote {
            if (kind == ProviderKind.ANTHROPIC) {
                throw new IllegalArgumentException("kind must be one that has embeddings: " + kind);
            }
            ProviderSettings.requireAddress(NAME, baseUrl);
            ProviderSettings.requireKey(NAME, kind, apiKey);
            if (model.isBlank()) {
                throw new IllegalArgumentException("model of the embedder must not be blank");
            }
            if (price.outputMicrosPerMillion() != 0) {
                throw new IllegalArgumentException("price of the embedder must have no output: " + price);
            }
            requireWithin("dimension", dimension, 1, Embedding.MAX_DIMENSION);
            if (!timeout.isPositive()) {
                throw new IllegalArgumentException("timeout must be positive: " + timeout);
            }
            requireWithin("batchTexts", batchTexts, 1, MAX_BATCH);
            requireWithin("cachedTexts", cachedTexts, 0, MAX_CACHE);
            int bytes = space(kind, model, dimension).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_SPACE_BYTES) {
                throw new IllegalArgumentException("model of the embedder must leave its space at most %d bytes: %d"
                        .formatted(MAX_SPACE_BYTES, bytes));
            }
        }

        /// OpenAI's small model with 768 of its components.
        public static Remote openAi(ApiKey apiKey) {
            return standard(
                    ProviderKind.OPENAI,
                    URI.create("https://api.openai.com/v1"),
                    apiKey,
                    "text-embedding-3-small",
                    768);
        }

        /// Nomic's model, which has 768 components, on an Ollama.
        public static Remote ollama(URI baseUrl) {
            return standard(ProviderKind.OLLAMA, baseUrl, ApiKey.none(), "nomic-embed-text", 768);
        }

        public static Remote standard(ProviderKind kind, URI baseUrl, ApiKey apiKey, String model, int dimension) {
            return new Remote(
                    kind,
                    baseUrl,
                    apiKey,
                    model,
                    dimension,
                    Price.free(),
                    STANDARD_TIMEOUT,
                    STANDARD_BATCH,
                    STANDARD_CACHE);
        }

        /// The same at another price.
        public Remote at(Price price) {
            return new Remote(kind, baseUrl, apiKey, model, dimension, price, timeout, batchTexts, cachedTexts);
        }

        /// Provider, model and dimension.
        public String space() {
            return space(kind, model, dimension);
        }

        private static String space(ProviderKind kind, String model, int dimension) {
            var provider = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return "%s/%s/%d".formatted(provider, model, dimension);
        }
    }

    private static void requireWithin(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s must be within %d..%d: %d".formatted(name, min, max, value));
        }
    }
}
