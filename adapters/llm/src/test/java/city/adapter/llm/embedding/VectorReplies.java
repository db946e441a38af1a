package city.adapter.llm.embedding;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.WireFormat;
import city.agents.spi.ProviderBudget;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// The bodies of providers' embeddings, as their documentation shows them. Each text has a vector of its own.
final class VectorReplies {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A budget that allows everything.
    static final ProviderBudget UNLIMITED = (_, _) -> new ProviderBudget.Permit.Granted(_ -> {});

    private VectorReplies() {}

    /// One vector for each text that was asked about.
    static Deed vectors(WireFormat format, int dimension) {
        return new Deed.Reply(call -> body(
                format,
                texts(call).stream().map(text -> vector(text, dimension)).toList()));
    }

    /// The same, and says that it took so many tokens.
    static Deed vectors(WireFormat format, int dimension, ToIntFunction<Call> tokens) {
        return new Deed.Reply(call -> body(
                format,
                texts(call).stream().map(text -> vector(text, dimension)).toList(),
                tokens.applyAsInt(call)));
    }

    static String body(WireFormat format, List<float[]> vectors) {
        return body(format, vectors, 5);
    }

    private static String body(WireFormat format, List<float[]> vectors, int tokens) {
        try {
            return switch (format) {
                case OPENAI -> """
                    {"object":"list","data":[%s],"model":"stub-model","usage":{"prompt_tokens":%d,"total_tokens":%d}}
                    """.formatted(String.join(",", openAi(vectors)), tokens, tokens);
                case OLLAMA -> """
                    {"model":"stub-model","embeddings":%s,"total_duration":14143917,"load_duration":1019500,
                     "prompt_eval_count":%d}
                    """.formatted(JSON.writeValueAsString(vectors), tokens);
                case ANTHROPIC -> throw new IllegalArgumentException("it has no embeddings");
            };
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static float[] vector(String text, int dimension) {
        var chance = new Random(text.hashCode());
        var vector = new float[dimension];
        IntStream.range(0, dimension).forEach(i -> vector[i] = chance.nextFloat() - 0.5f);
        return vector;
    }

    static List<String> texts(Call call) {
        var texts = new ArrayList<String>();
        json(call).path("input").forEach(it -> texts.add(it.asText()));
        return texts;
    }

    static JsonNode json(Call call) {
        try {
            return JSON.readTree(call.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> openAi(List<float[]> vectors) throws JsonProcessingException {
        var data = new ArrayList<String>();
        for (var vector : vectors) {
            data.add("{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}"
                    .formatted(data.size(), JSON.writeValueAsString(vector)));
        }
        return data;
    }
}
