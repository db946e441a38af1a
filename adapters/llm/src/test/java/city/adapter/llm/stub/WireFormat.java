package city.adapter.llm.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// The bodies that a provider of a kind sends, as its documentation shows them. Those of streams are in
/// [Events].
public enum WireFormat {
    /// `POST /v1/chat/completions`
    OPENAI("/v1") {
        @Override
        String answer(String text, int inputTokens, int outputTokens) {
            return completion("{\"role\":\"assistant\",\"content\":%s,\"refusal\":null}", text, "stop")
                    .formatted(inputTokens, outputTokens, inputTokens + outputTokens);
        }

        @Override
        String refusal(String text) {
            return completion("{\"role\":\"assistant\",\"content\":null,\"refusal\":%s}", text, "stop")
                    .formatted(50, 5, 55);
        }

        @Override
        String cutOff(String text) {
            return completion("{\"role\":\"assistant\",\"content\":%s,\"refusal\":null}", text, "length")
                    .formatted(50, 5, 55);
        }

        private static String completion(String message, String text, String reason) {
            return """
                    {"id":"chatcmpl-1","object":"chat.completion","created":1764000000,"model":"stub-model",
                     "choices":[{"index":0,"message":%s,"logprobs":null,"finish_reason":"%s"}],
                     "usage":{"prompt_tokens":%%d,"completion_tokens":%%d,"total_tokens":%%d}}
                    """.formatted(message.formatted(quoted(text).replace("%", "%%")), reason);
        }
    },
    /// `POST /v1/messages`
    ANTHROPIC("/v1") {
        @Override
        String answer(String text, int inputTokens, int outputTokens) {
            return message(content(text), "end_turn", inputTokens, outputTokens);
        }

        @Override
        String refusal(String text) {
            return message("", "refusal", 50, 5);
        }

        @Override
        String cutOff(String text) {
            return message(content(text), "max_tokens", 50, 5);
        }

        private static String content(String text) {
            return "{\"type\":\"text\",\"text\":%s}".formatted(quoted(text));
        }

        private static String message(String content, String reason, int inputTokens, int outputTokens) {
            return """
                    {"id":"msg_1","type":"message","role":"assistant","model":"stub-model","content":[%s],
                     "stop_reason":"%s","stop_sequence":null,"usage":{"input_tokens":%d,"output_tokens":%d}}
                    """.formatted(content, reason, inputTokens, outputTokens);
        }
    },
    /// `POST /api/chat`
    OLLAMA("") {
        @Override
        String answer(String text, int inputTokens, int outputTokens) {
            return chat(text, "stop", inputTokens, outputTokens);
        }

        /// Ollama has no word for it: the model says so in its answer.
        @Override
        String refusal(String text) {
            return chat(text, "stop", 50, 5);
        }

        @Override
        String cutOff(String text) {
            return chat(text, "length", 50, 5);
        }

        private static String chat(String text, String reason, int inputTokens, int outputTokens) {
            return """
                    {"model":"stub-model","created_at":"2026-11-01T00:00:00Z",
                     "message":{"role":"assistant","content":%s},"done":true,"done_reason":"%s",
                     "total_duration":1000000,"prompt_eval_count":%d,"eval_count":%d}
                    """.formatted(quoted(text), reason, inputTokens, outputTokens);
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String basePath;

    WireFormat(String basePath) {
        this.basePath = basePath;
    }

    /// Below which a client of this kind asks.
    String basePath() {
        return basePath;
    }

    abstract String answer(String text, int inputTokens, int outputTokens);

    /// With 50 tokens in and 5 out, as with [#cutOff].
    abstract String refusal(String text);

    abstract String cutOff(String text);

    /// As a string of JSON.
    static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
