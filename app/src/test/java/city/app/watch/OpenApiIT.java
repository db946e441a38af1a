package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the description promises, asked of the city that gave it.
class OpenApiIT {
    private static final String STREAM = "text/event-stream";

    @TempDir
    private static Path folder;

    private static LiveCity city;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--speed", "20");
        // So that there is one to read of.
        city.planAParty();
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void everyReadInTheDescriptionAnswersAsItDeclares() throws Exception {
        var failures = new ArrayList<String>();
        var reads = new ArrayList<String>();
        Programs.await(
                "a first transaction",
                Duration.ofSeconds(60),
                () -> !city.ids("/api/v1/economy/transactions?limit=1").isEmpty());
        Programs.await(
                "a first conversation",
                Duration.ofSeconds(60),
                () -> !city.ids("/api/v1/interactions?limit=1").isEmpty());

        for (var path : Json.object(city.read("/openapi.json").get("paths")).entrySet()) {
            if (Json.object(path.getValue()).get("get") instanceof Map<?, ?> read) {
                reads.add(path.getKey());
                check(path.getKey(), Json.object(read), failures);
            }
        }

        assertThat(failures).isEmpty();
        assertThat(reads).hasSizeGreaterThan(25).contains("/health", "/info", "/api/v1/events/stream");
    }

    @Test
    void theDescriptionsParse() throws Exception {
        var openApi = Json.object(city.get("/openapi.yaml").body());
        var asyncApi = Json.object(city.get("/asyncapi.yaml").body());

        assertThat(openApi).containsEntry("openapi", "3.1.0");
        assertThat(Json.object(openApi.get("paths")).keySet())
                .isEqualTo(Json.object(city.read("/openapi.json").get("paths")).keySet());
        assertThat(asyncApi).containsEntry("asyncapi", "3.0.0").containsKeys("info", "channels", "operations");
    }

    @Test
    void aCityWithoutModelsTellsWhoDecides() throws Exception {
        Programs.await("a first decision", Duration.ofSeconds(60), () -> decided("total") > 0);

        var minds = city.read("/api/v1/minds");

        assertThat(minds).containsEntry("models", false).containsEntry("spend", null);
        assertThat(decided("routine")).isPositive();
    }

    /// Decisions of one tier, or of all.
    private static long decided(String tier) throws Exception {
        var decisions = Json.object(city.read("/api/v1/minds").get("decisions"));
        return decisions.get(tier) instanceof Map<?, ?> part
                ? Json.number(Json.object(part), "count")
                : Json.number(decisions, tier);
    }

    private static void check(String path, Map<String, Object> read, List<String> failures) throws Exception {
        var request = HttpRequest.newBuilder(city.url(filled(path, read))).build();
        var declared = Json.object(
                Json.object(Json.object(read.get("responses")).get("200")).get("content"));
        try (var client = HttpClient.newHttpClient();
                var body = body(client, request, declared, path, failures)) {
            assertThat(body.read()).as(path).isNotNegative();
            client.shutdownNow();
        }
    }

    private static java.io.InputStream body(
            HttpClient client, HttpRequest request, Map<String, Object> declared, String path, List<String> failures)
            throws Exception {
        HttpResponse<java.io.InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        var type = answer.headers().firstValue("Content-Type").orElse("none");
        boolean fits = declared.keySet().stream().anyMatch(it -> bare(type).equals(bare(it)));
        if (answer.statusCode() != 200 || !fits) {
            failures.add("%s: %d %s, declared %s".formatted(path, answer.statusCode(), type, declared.keySet()));
        }
        if (answer.headers().firstValueAsLong("City-Sequence").isEmpty()) {
            failures.add(path + ": no City-Sequence");
        }
        if (!List.of("application/json", "text/plain", STREAM).contains(bare(type))) {
            failures.add(path + ": " + type);
        }
        return answer.body();
    }

    private static String filled(String path, Map<String, Object> read) {
        var filled = path;
        if (read.get("parameters") instanceof List<?> parameters) {
            for (var each : parameters) {
                var parameter = Json.object(each);
                var example = parameter.getOrDefault(
                        "example", Json.object(parameter.get("schema")).get("example"));
                filled = filled.replace("{" + parameter.get("name") + "}", String.valueOf(example));
            }
        }
        return filled;
    }

    private static String bare(String mediaType) {
        return mediaType.split(";")[0].strip();
    }
}
