package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that is none of ours decides for a resident of a real city, and goes away again.
class OutsideMindIT {
    private static final String EXAMPLE = "docs/examples/mind.py";
    private static final int ANSWERS = 12;

    @TempDir
    private Path folder;

    @Test
    void aProgramTakesAResidentOverAndHandsItBack() throws Exception {
        try (var city = start()) {
            var ann = city.ids("/api/v1/agents?limit=1").getFirst();
            var mind = "/api/v1/agents/" + ann + "/mind";
            assertThat(put(city, mind, "{\"kind\": \"external\", \"threshold\": 0, \"patience\": 24}")
                            .statusCode())
                    .isEqualTo(200);

            var question = Json.items(city.read(mind + "/questions?wait=30")).getFirst();
            var answered = city.post(
                    mind + "/answers",
                    "{\"question\": %s, \"action\": {\"type\": \"rest\", \"minutes\": 25}}"
                            .formatted(question.get("question")));
            var late = city.post(
                    mind + "/answers",
                    "{\"question\": %s, \"action\": {\"type\": \"rest\", \"minutes\": 25}}"
                            .formatted(question.get("question")));

            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("too_late");
            var deeds = city.get("/api/v1/agents/" + ann + "/actions?limit=100").body();
            assertThat(deeds).contains("\"because\":\"master\"");
            assertThat(put(city, mind, "{\"kind\": \"routine\"}").statusCode()).isEqualTo(200);
            assertThat(Json.items(city.read(mind + "/questions"))).isEmpty();
        }
    }

    @Test
    void whoseProgramIsGoneLivesOnByRoutine() throws Exception {
        try (var city = start()) {
            var ann = city.ids("/api/v1/agents?limit=1").getFirst();
            var mind = "/api/v1/agents/" + ann + "/mind";
            put(city, mind, "{\"kind\": \"external\", \"threshold\": 0, \"patience\": 2}");

            Programs.await("five questions that nobody answered", Duration.ofSeconds(60), () -> {
                return ((Number) city.read(mind).get("questions")).intValue() > 5;
            });

            var deeds = city.get("/api/v1/agents/" + ann + "/actions?limit=100").body();
            assertThat(deeds).contains("\"outcome\":\"done\"").doesNotContain("\"because\":\"master\"");
        }
    }

    @Test
    void theExampleInPythonRunsAsItStands() throws Exception {
        assumeTrue(Programs.isInstalled("python3"), "python3 is not installed");
        try (var city = start()) {
            var ann = city.ids("/api/v1/agents?limit=1").getFirst();

            var told = Programs.run(
                    new ProcessBuilder("python3", EXAMPLE, city.url("").toString(), ann, String.valueOf(ANSWERS))
                            .directory(Path.of("..").toFile()));

            assertThat(told.exitCode()).as(told.toString()).isZero();
            assertThat(told.out()).hasSize(ANSWERS).anyMatch(it -> it.endsWith(", done"));
            assertThat(city.read("/api/v1/agents/" + ann + "/mind").get("kind")).isEqualTo("routine");
        }
    }

    private LiveCity start() throws Exception {
        return LiveCity.start(
                folder.resolve("city"), Map.of(), "--scenario", "village", "--seed", "7", "--speed", "10");
    }

    private static HttpResponse<String> put(LiveCity city, String path, String body) throws Exception {
        return city.send(HttpRequest.newBuilder(city.url(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
