package city.adapter.llm.provider;

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
import java.time.Duration;
import java.util.List;

/// One try: texts go out to a provider, and the vectors come back as they are. Safe from any thread.
public final class TextVectors {
    private final EmbeddingModel model;
    private final Failures failures;

    private TextVectors(EmbeddingModel model, Failures failures) {
        this.model = model;
        this.failures = failures;
    }

    public static TextVectors open(EmbedderSettings.Remote settings, Transport transport) {
        var failures = new Failures("embedder " + settings.space(), settings.model(), settings.apiKey());
        return new TextVectors(model(settings, transport), failures);
    }

    /// @throws Unavailable when there is no readable reply by the deadline
    public List<float[]> of(List<String> texts, Deadline deadline) {
        var segments = texts.stream().map(TextSegment::from).toList();
        var exchange = new Exchange(deadline, failures, ModelUsage.NONE);
        try {
            var response = ScopedValue.where(Exchange.CURRENT, exchange).call(() -> model.embedAll(segments));
            return response.content().stream().map(Embedding::vector).toList();
        } catch (RuntimeException failed) {
            throw failure(exchange, failed);
        }
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

    private RuntimeException failure(Exchange exchange, RuntimeException failed) {
        if (exchange.failure().isPresent()) {
            return unavailable(exchange.failure().get().reply());
        }
        return exchange.reply().isPresent()
                ? new Unavailable(failures.said("the reply cannot be read"), Duration.ZERO)
                : failed;
    }

    private static Unavailable unavailable(ModelReply reply) {
        return switch (reply) {
            case ModelReply.RateLimited limited -> new Unavailable(limited.detail(), limited.retryAfter());
            case ModelReply.Failure failure -> new Unavailable(failure.detail(), Duration.ZERO);
            case ModelReply.Answer answer -> throw new IllegalStateException("an answer is no failure: " + answer);
        };
    }
}
