package city.adapter.llm.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Says whether an answer fits a schema, also where the provider promises that it does. Safe from any thread.
public final class Schemas {
    /// The city has a handful of schemas; somebody who makes one for each request shall not fill memory.
    private static final int MAX_KEPT = 64;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /// What is wrong with the answer; empty when it fits.
    static Optional<String> findFault(JsonSchema schema, String answer) {
        try {
            return schema.validate(JSON.readTree(answer)).stream()
                    .map(it -> it.getMessage())
                    .findFirst();
        } catch (JsonProcessingException unreadable) {
            return Optional.of("no JSON: " + unreadable.getOriginalMessage());
        }
    }

    /// @throws IllegalArgumentException when the text is no schema
    JsonSchema get(String schema) {
        if (compiled.size() >= MAX_KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(schema, Schemas::compile);
    }

    private static JsonSchema compile(String schema) {
        try {
            var compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(parseSchema(schema));
            compiled.initializeValidators();
            return compiled;
        } catch (JsonSchemaException unfit) {
            throw new IllegalArgumentException("schema must be a JSON Schema: " + unfit.getMessage(), unfit);
        }
    }

    private static JsonNode parseSchema(String schema) {
        try {
            var node = JSON.readTree(schema);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("schema must be JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException("schema must be a JSON object");
    }
}
