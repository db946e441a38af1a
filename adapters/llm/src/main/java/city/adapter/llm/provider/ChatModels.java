package city.adapter.llm.provider;

import static dev.langchain4j.model.chat.request.ResponseFormatType.JSON;

import city.adapter.llm.ProviderKind;
import city.adapter.llm.ProviderSettings;
import city.agents.spi.ModelRequest;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.Map;

/// Settings and requests in LangChain4j's terms. It retries and logs nothing: both are ours.
final class ChatModels {
    /// OpenAI wants one; models read it.
    private static final String SCHEMA_NAME = "answer";

    private static final String IN_WORDS =
            "%s\n\nAnswer with one JSON value that fits this JSON Schema, and with nothing around it:\n%s";

    private ChatModels() {}

    static ChatModel open(ProviderSettings settings, Transport transport) {
        return switch (settings.kind()) {
            case OPENAI, OPENAI_COMPATIBLE -> openAi(settings, transport);
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(transport.builder())
                        .baseUrl(settings.baseUrl().toString())
                        .apiKey(settings.apiKey().secret())
                        .modelName(settings.model())
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaChatModel.builder()
                        .httpClientBuilder(transport.builder())
                        .baseUrl(settings.baseUrl().toString())
                        .modelName(settings.model())
                        .maxRetries(0)
                        .build();
        };
    }

    private static ChatModel openAi(ProviderSettings settings, Transport transport) {
        var model = OpenAiChatModel.builder()
                .httpClientBuilder(transport.builder())
                .baseUrl(settings.baseUrl().toString())
                .modelName(settings.model())
                .maxRetries(0);
        if (!settings.apiKey().isNone()) {
            model.apiKey(settings.apiKey().secret());
        }
        return model.build();
    }

    static ChatRequest request(ProviderSettings settings, ModelRequest asked) {
        var instructions = settings.nativeSchema()
                ? asked.instructions()
                : IN_WORDS.formatted(asked.instructions(), asked.schema());
        return ChatRequest.builder()
                .messages(SystemMessage.from(instructions), UserMessage.from(asked.input()))
                .parameters(parameters(settings, asked))
                .build();
    }

    private static ChatRequestParameters parameters(ProviderSettings settings, ModelRequest asked) {
        return switch (settings.kind()) {
            case OPENAI, OPENAI_COMPATIBLE -> openAiParameters(settings, asked);
            case ANTHROPIC, OLLAMA -> {
                var parameters = DefaultChatRequestParameters.builder().maxOutputTokens(asked.maxOutputTokens());
                if (settings.nativeSchema()) {
                    parameters.responseFormat(format(asked.schema()));
                }
                yield parameters.build();
            }
        };
    }

    private static ChatRequestParameters openAiParameters(ProviderSettings settings, ModelRequest asked) {
        boolean isOriginal = settings.kind() == ProviderKind.OPENAI;
        var parameters = OpenAiChatRequestParameters.builder();
        // Its newer models refuse the older `max_tokens`, which is all that the others know.
        if (isOriginal) {
            parameters.maxCompletionTokens(asked.maxOutputTokens());
        } else {
            parameters.maxOutputTokens(asked.maxOutputTokens());
        }
        if (settings.nativeSchema()) {
            parameters.customParameters(Map.of("response_format", openAiFormat(asked.schema(), isOriginal)));
        }
        return parameters.build();
    }

    /// Written by hand, because LangChain4j would parse the schema for each request and set it out in lines.
    private static RawValue openAiFormat(String schema, boolean isStrict) {
        return new RawValue("""
                {"type":"json_schema","json_schema":{"name":"%s","strict":%s,"schema":%s}}""".formatted(SCHEMA_NAME, isStrict, schema));
    }

    private static ResponseFormat format(String schema) {
        return ResponseFormat.builder()
                .type(JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(SCHEMA_NAME)
                        .rootElement(JsonRawSchema.from(schema))
                        .build())
                .build();
    }
}
