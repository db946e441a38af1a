package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every POST, PATCH, PUT and DELETE of the description, tried as a reader would: with the body of its
/// examples, and with one that it must refuse.
class ChangesIT {
    private static final List<String> METHODS = List.of("post", "patch", "put", "delete");
    private static final UUID NOBODY = new UUID(0x8000, 0x8000_000000000000L);

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "20");
        startSomethingThatCanBeEnded();
    }

    private static void startSomethingThatCanBeEnded() throws Exception {
        var festival = "{\"kind\": \"festival\", \"name\": \"Fair\", \"minutes\": 20160}";
        var answer = city.send(HttpRequest.newBuilder(city.url("/api/v1/world/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(festival)));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    /// A change may be one that the city's rules do not allow at this moment, and is then a problem that says why.
    @Test
    void everyChangeIsDoneWithItsExamplesAndDeclaresHowItEnds() throws Exception {
        var failures = new ArrayList<String>();
        var calls = calls();

        for (var call : calls) {
            var answer = call.send(call.path(), call.lawful());
            boolean fits = answer.statusCode() < 300 || answer.statusCode() == 409;
            if (!fits || !call.declares(answer.statusCode())) {
                failures.add("%s %s: %d %s".formatted(call, call.lawful(), answer.statusCode(), answer.body()));
            }
            if (answer.headers().firstValueAsLong("City-Sequence").isEmpty()) {
                failures.add(call + ": no City-Sequence");
            }
        }

        assertThat(failures).isEmpty();
        assertThat(calls).hasSizeGreaterThan(12);
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() throws Exception {
        var failures = new ArrayList<String>();
        int tried = 0;

        for (var call : calls()) {
            if (!call.hasBody()) {
                continue;
            }
            var begun = call.lawful().replaceFirst("}$", "");
            var answer = call.send(call.path(), begun + (begun.equals("{") ? "" : ", ") + "\"colour\": \"blue\"}");
            if (answer.statusCode() != 422 || !answer.body().contains("colour")) {
                failures.add("%s: %d %s".formatted(call, answer.statusCode(), answer.body()));
            }
            tried++;
        }

        assertThat(failures).isEmpty();
        assertThat(tried).isGreaterThan(6);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        var failures = new ArrayList<String>();
        int tried = 0;

        for (var call : calls()) {
            if (!call.template().contains("{")) {
                continue;
            }
            var answer = call.send(call.template().replaceAll("\\{\\w+}", NOBODY.toString()), call.lawful());
            if (answer.statusCode() != 404 || !answer.body().contains("\"type\":\"/problems/not-found\"")) {
                failures.add("%s: %d %s".formatted(call, answer.statusCode(), answer.body()));
            }
            tried++;
        }

        assertThat(failures).isEmpty();
        assertThat(tried).isGreaterThan(6);
    }

    private record Call(
            String method, String template, String path, String lawful, boolean hasBody, List<String> ends) {
        HttpResponse<String> send(String to, String body) throws Exception {
            return city.send(HttpRequest.newBuilder(city.url(to))
                    .header("Content-Type", "application/json")
                    .method(method.toUpperCase(Locale.ROOT), BodyPublishers.ofString(hasBody ? body : "")));
        }

        boolean declares(int status) {
            return ends.contains(String.valueOf(status));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /// Deletions last: the others need whom they act upon.
    private static List<Call> calls() throws Exception {
        var document = city.read("/openapi.json");
        var calls = new ArrayList<Call>();
        for (var method : METHODS) {
            for (var path : Json.object(document.get("paths")).entrySet()) {
                if (Json.object(path.getValue()).get(method) instanceof Map<?, ?> operation) {
                    calls.add(call(method, path.getKey(), Json.object(operation), document));
                }
            }
        }
        return calls;
    }

    private static Call call(
            String method, String template, Map<String, Object> operation, Map<String, Object> document) {
        boolean hasBody = operation.containsKey("requestBody");
        var body = hasBody ? body(Json.object(operation.get("requestBody")), document) : "";
        var ends = List.copyOf(Json.object(operation.get("responses")).keySet());
        return new Call(method, template, filled(template, operation), body, hasBody, ends);
    }

    private static String filled(String path, Map<String, Object> operation) {
        var filled = path;
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (var each : parameters) {
                var parameter = Json.object(each);
                filled = filled.replace("{" + parameter.get("name") + "}", String.valueOf(parameter.get("example")));
            }
        }
        return filled;
    }

    /// The last of the given examples, which is the one that needs least; else what the schema requires, or all
    /// where it requires nothing.
    private static String body(Map<String, Object> requestBody, Map<String, Object> document) {
        var media = Json.object(
                Json.object(requestBody.get("content")).values().iterator().next());
        if (media.get("examples") instanceof Map<?, ?> examples) {
            return asText(Json.object(List.copyOf(examples.values()).getLast()).get("value"));
        }
        var schema = resolved(Json.object(media.get("schema")), document);
        var properties = Json.object(schema.get("properties"));
        var values = new LinkedHashMap<String, Object>();
        properties.forEach((name, property) -> {
            boolean required = !(schema.get("required") instanceof List<?> names) || names.contains(name);
            var example = Json.object(property).get("example");
            if (required && example != null) {
                values.put(name, example);
            }
        });
        return asText(values);
    }

    private static Map<String, Object> resolved(Map<String, Object> schema, Map<String, Object> document) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        var schemas = Json.object(Json.object(document.get("components")).get("schemas"));
        return Json.object(schemas.get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static String asText(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(it -> "\"%s\": %s".formatted(it.getKey(), asText(it.getValue())))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(ChangesIT::asText).collect(Collectors.joining(", ", "[", "]"));
            case String text when text.startsWith("{") -> text;
            case String text -> "\"" + text + "\"";
            default -> String.valueOf(value);
        };
    }
}
