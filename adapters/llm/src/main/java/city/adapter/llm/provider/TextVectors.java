package city.adapter.llm.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.llm.EmbedderSettings;
import city.adapter.llm.ProviderKind;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import city.memory.spi.Embedder.Unavailable;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One try: texts go out to a provider, and the vectors come back as they are. Safe from any thread.
public final class TextVectors {
    /// Marks that a model puts around each text.
    private static final int TOKENS_AROUND = 16;

    private final EmbedderSettings.Remote settings;
    private final EmbeddingModel model;
    private final Failures failures;

    private TextVectors(EmbedderSettings.Remote settings, EmbeddingModel model, Failures failures) {
        this.settings = settings;
        this.model = model;
        this.failures = failures;
    }

    public static TextVectors open(EmbedderSettings.Remote settings, Transport transport) {
        var failures = new Failures("embedder " + settings.space(), settings.model(), settings.apiKey());
        return new TextVectors(settings, model(settings, transport), failures);
    }

    /// @param settle is told, whatever comes of it, with what it used; in full where the provider does not say
    /// @throws Unavailable when there is no readable reply by the deadline
    public List<float[]> of(List<String> texts, Deadline deadline, Consumer<ModelReply> settle) {
        var segments = texts.stream().map(TextSegment::from).toList();
        var exchange = new Exchange(deadline, failures, atMost(texts));
        var begun = deadline.nanosLeft();
        Response<List<Embedding>> response;
        try {
            response = ScopedValue.where(Exchange.CURRENT, exchange).call(() -> model.embedAll(segments));
        } catch (RuntimeException failed) {
            var failure = failure(exchange, failed);
            settle.accept(failure);
            throw exchange.failure().isPresent() || exchange.reply().isPresent() ? unavailable(failure) : failed;
        }
        var latency = Duration.ofNanos(begun - deadline.nanosLeft());
        var usage = usage(exchange, response.tokenUsage());
        settle.accept(new ModelReply.Answer("", failures.provider(), settings.model(), usage, latency));
        return response.content().stream().map(Embedding::vector).toList();
    }

    /// What a call can use at most: no token is shorter than a byte. Some models take letters apart before they count.
    public ModelUsage atMost(List<String> texts) {
        int tokens = texts.stream().mapToInt(TextVectors::tokensAtMost).sum();
        return settings.price().of(tokens, 0);
    }

    private static int tokensAtMost(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return TOKENS_AROUND + Math.max(bytes(text), bytes(apart));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    private ModelUsage usage(Exchange exchange, @Nullable TokenUsage told) {
        var tokens = told == null ? null : told.inputTokenCount();
        return tokens == null || tokens < 0 ? exchange.most() : settings.price().of(tokens, 0);
    }

    private static EmbeddingModel model(EmbedderSettings.Remote settings, Transport transport) {
        return switch (settings.kind()) {
            case OPENAI, OPENAI_COMPATIBLE -> openAi(settings, transport);
            case OLLAMA ->
                OllamaEmbeddingModel.builder()
                        .httpClientBuilder(transport.builder())
                        .baseUrl(settings.baseUrl().toString())
                        .modelName(settings.model())
                        .maxRetries(0)
                        .build();
            case ANTHROPIC -> throw new IllegalArgumentException("kind must be one that has embeddings: ANTHROPIC");
        };
    }

    private static EmbeddingModel openAi(EmbedderSettings.Remote settings, Transport transport) {
        var model = OpenAiEmbeddingModel.builder()
                .httpClientBuilder(transport.builder())
                .baseUrl(settings.baseUrl().toString())
                .modelName(settings.model())
                .maxSegmentsPerBatch(settings.batchTexts())
                .maxRetries(0);
        if (settings.kind() == ProviderKind.OPENAI) {
            model.dimensions(settings.dimension());
        }
        if (!settings.apiKey().isNone()) {
            model.apiKey(settings.apiKey().secret());
        }
        return model.build();
    }

    /// What neither the transport nor a reply explains is a fault of this program, and may have been sent.
    private ModelReply failure(Exchange exchange, RuntimeException failed) {
        return exchange.failure()
                .map(Outcome::reply)
                .or(() ->
                        exchange.reply().map(it -> failures.malformed("", "the reply cannot be read", exchange.most())))
                .orElseGet(() -> failures.broken(failed, exchange.atRisk()).reply());
    }

    private static Unavailable unavailable(ModelReply reply) {
        return switch (reply) {
            case ModelReply.RateLimited limited -> new Unavailable(limited.detail(), limited.retryAfter());
            case ModelReply.Failure failure -> new Unavailable(failure.detail(), Duration.ZERO);
            case ModelReply.Answer answer -> throw new IllegalStateException("an answer is no failure: " + answer);
        };
    }
}
