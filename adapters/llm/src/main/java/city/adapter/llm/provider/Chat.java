package city.adapter.llm.provider;

import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static java.nio.charset.StandardCharsets.UTF_8;

import city.adapter.llm.ProviderKind;
import city.adapter.llm.ProviderSettings;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelReply.Answer;
import city.agents.spi.ModelRequest;
import city.agents.spi.ModelUsage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One try: a request goes out, and what comes back is given its type. Safe from any thread.
final class Chat {
    private static final ObjectMapper JSON = new ObjectMapper().enable(FAIL_ON_TRAILING_TOKENS);

    private static final String FENCE = "```";

    /// Roles and brackets that a provider puts around the texts.
    private static final int TOKENS_AROUND = 100;

    private final ProviderSettings settings;
    private final ChatModel model;
    private final Schemas schemas;
    private final Failures failures;

    Chat(ProviderSettings settings, ChatModel model, Schemas schemas, Failures failures) {
        this.settings = settings;
        this.model = model;
        this.schemas = schemas;
        this.failures = failures;
    }

    /// @param most that it can cost, see {@link #atMost}
    /// @throws IllegalArgumentException when the request's schema is none
    Outcome ask(ModelRequest request, ModelUsage most, Deadline deadline) {
        var schema = schemas.get(request.schema());
        var exchange = new Exchange(deadline, failures, most);
        var begun = deadline.nanosLeft();
        try {
            var response = ScopedValue.where(Exchange.CURRENT, exchange)
                    .call(() -> model.chat(ChatModels.request(settings, request)));
            var latency = Duration.ofNanos(begun - deadline.nanosLeft());
            var body = exchange.reply().orElse("");
            return Outcome.done(findWhole(body)
                    .map(whole -> read(most, schema, response, whole, latency))
                    .orElseGet(() -> unreadable(most, body)));
        } catch (ContentFilteredException refusal) {
            var said = String.valueOf(refusal.getMessage());
            return Outcome.done(failures.refused(said, said, most));
        } catch (RuntimeException failed) {
            return exchange.failure()
                    .orElseGet(
                            () -> Outcome.done(unreadable(most, exchange.reply().orElseThrow(() -> failed))));
        }
    }

    private ModelReply read(
            ModelUsage most, JsonSchema schema, ChatResponse response, JsonNode body, Duration latency) {
        var usage = usage(most, response.tokenUsage());
        var text = text(response);
        if (isRefusal(response, body)) {
            return failures.refused(text, "the model refused", usage);
        }
        if (response.finishReason() == FinishReason.LENGTH) {
            return failures.malformed(text, "cut off after %d tokens".formatted(usage.outputTokens()), usage);
        }
        var fault = Schemas.findFault(schema, text);
        return fault.<ModelReply>map(it -> failures.malformed(text, it, usage))
                .orElseGet(() -> new Answer(text, settings.name(), modelName(response), usage, latency));
    }

    /// LangChain4j is content with the first value of a body: of a stream that nobody asked for it would take the
    /// first piece for the answer. Ollama says of each whether it is the last.
    private Optional<JsonNode> findWhole(String body) {
        try {
            var whole = JSON.readTree(body);
            var isFirstOfMore = settings.kind() == ProviderKind.OLLAMA
                    && !whole.path("done").asBoolean(true);
            return isFirstOfMore ? Optional.empty() : Optional.of(whole);
        } catch (JsonProcessingException severalOrNone) {
            return Optional.empty();
        }
    }

    /// LangChain4j has a word for a filter's refusal, and none for that of Anthropic's models.
    private boolean isRefusal(ChatResponse response, JsonNode body) {
        return response.finishReason() == FinishReason.CONTENT_FILTER
                || (settings.kind() == ProviderKind.ANTHROPIC
                        && body.path("stop_reason").asText().equals("refusal"));
    }

    /// Who was shown the key may repeat it, and what a model answers is kept, shown and said aloud.
    private String text(ChatResponse response) {
        var said = response.aiMessage().text();
        if (said == null) {
            return "";
        }
        var text = settings.apiKey().hideIn(said);
        return settings.nativeSchema() ? text : withoutFence(text.strip());
    }

    /// Models that are not held to a schema like to dress their JSON up.
    private static String withoutFence(String text) {
        var firstLine = text.indexOf('\n');
        var isFenced = text.startsWith(FENCE) && text.endsWith(FENCE) && firstLine > 0;
        return isFenced
                ? text.substring(firstLine + 1, text.length() - FENCE.length()).strip()
                : text;
    }

    private String modelName(ChatResponse response) {
        var name = response.modelName();
        return name == null ? settings.model() : settings.apiKey().hideIn(name);
    }

    private ModelReply unreadable(ModelUsage most, String body) {
        return failures.malformed(body, "the reply cannot be read", most);
    }

    private ModelUsage usage(ModelUsage most, @Nullable TokenUsage told) {
        if (told == null || !isCount(told.inputTokenCount()) || !isCount(told.outputTokenCount())) {
            return most;
        }
        return settings.price().of(told.inputTokenCount(), told.outputTokenCount());
    }

    private static boolean isCount(@Nullable Integer tokens) {
        return tokens != null && tokens >= 0;
    }

    /// What a reply cost at most that does not say: no token is shorter than a byte.
    ModelUsage atMost(ModelRequest request) {
        int bytes = bytes(request.instructions()) + bytes(request.input()) + bytes(request.schema());
        return settings.price().of(bytes + TOKENS_AROUND, request.maxOutputTokens());
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
