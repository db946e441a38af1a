package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.adapter.mqtt.catalogue.TopicCatalogue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are none of ours decide for residents of a real city, each for one, and go away again.
class OutsideMindIT {
    private static final int ANSWERS = 8;
    private static final String ALWAYS = "{\"kind\": \"external\", \"threshold\": 0, \"patience\": 24}";

    @TempDir
    private static Path folder;

    private static LiveCity city;
    private static Iterator<String> residents;

    @BeforeAll
    static void found() throws Exception {
        city = LiveCity.start(
                folder.resolve("city"), Map.of(), "--scenario", "village", "--seed", "7", "--speed", "10");
        residents = city.ids("/api/v1/agents?limit=25").iterator();
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void aProgramTakesAResidentOverAndHandsItBack() throws Exception {
        var ann = residents.next();
        var mind = mindOf(ann);
        assertThat(put(mind, ALWAYS).statusCode()).isEqualTo(200);

        var question = Json.items(city.read(mind + "/questions?wait=30")).getFirst();
        var answered = city.post(mind + "/answers", rest(question.get("question")));
        var late = city.post(mind + "/answers", rest(question.get("question")));

        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("too_late");
        var deeds = city.get("/api/v1/agents/" + ann + "/actions?limit=100").body();
        assertThat(deeds).contains("\"because\":\"master\"");
        var decision = decisionOn(ann, Json.number(question, "question"));
        assertThat(decision)
                .containsEntry("tier", "external")
                .containsEntry("outcome", "followed")
                .containsEntry("action", "rest");
        assertThat(put(mind, "{\"kind\": \"routine\"}").statusCode()).isEqualTo(200);
        assertThat(Json.items(city.read(mind + "/questions"))).isEmpty();
    }

    @Test
    void whoseProgramIsGoneLivesOnByRoutine() throws Exception {
        var ann = residents.next();
        put(mindOf(ann), "{\"kind\": \"external\", \"threshold\": 0, \"patience\": 2}");

        Programs.await("five questions that nobody answered", Duration.ofSeconds(60), () -> {
            return Json.number(city.read(mindOf(ann)), "questions") > 5;
        });

        var deeds = city.get("/api/v1/agents/" + ann + "/actions?limit=100").body();
        assertThat(deeds).contains("\"outcome\":\"done\"").doesNotContain("\"because\":\"master\"");
        assertThat(decisionOn(ann, 3)).containsEntry("tier", "external").containsEntry("outcome", "ran_out");
    }

    @Test
    void whoHasATokenIsSpokenForWithItOnlyAndItShowsNowhere() throws Exception {
        var ann = residents.next();
        var token = token("--agent", ann);

        assertThat(put(mindOf(ann), ALWAYS).statusCode()).isEqualTo(401);
        assertThat(put(mindOf(ann), ALWAYS, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(200);
        assertThat(city.get(mindOf(ann) + "/questions").statusCode()).isEqualTo(401);
        assertThat(city.post(mindOf(ann) + "/answers", rest(1)).statusCode()).isEqualTo(401);
        var asked = city.send(HttpRequest.newBuilder(city.url(mindOf(ann) + "/questions?wait=30"))
                .header("Authorization", "Bearer " + token));
        assertThat(Json.items(Json.object(asked.body()))).isNotEmpty();

        var bobs = token("--agent", residents.next());
        assertThat(put(mindOf(ann), ALWAYS, "Authorization", "Bearer " + bobs).statusCode())
                .isEqualTo(403);
        token("--agent", ann, "--revoke");
        assertThat(put(mindOf(ann), ALWAYS, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        token("--agent", ann, "--open");
        assertThat(put(mindOf(ann), "{\"kind\": \"routine\"}").statusCode()).isEqualTo(200);

        for (var page : List.of("/api/v1/events?limit=1000", "/prometheus", "/info", "/openapi.json")) {
            assertThat(city.get(page).body()).as(page).doesNotContain(token);
        }
        for (var file : List.of("city.err", "city.out", "city/tokens")) {
            assertThat(Files.readString(folder.resolve(file))).as(file).doesNotContain(token);
        }
    }

    @Test
    void theExampleInPythonRunsAsItStands() throws Exception {
        assumeTrue(Programs.isInstalled("python3"), "python3 is not installed");
        speaksForAResident("python3", "docs/examples/mind.py");
    }

    @Test
    void theExampleInJavaScriptRunsAsItStands() throws Exception {
        assumeTrue(Programs.isInstalled("node"), "node is not installed");
        speaksForAResident("node", "docs/examples/mind.mjs");
    }

    @Test
    void theExampleInJavaRunsAsItStands() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        speaksForAResident(java, "docs/examples/Mind.java");
    }

    @Test
    void aProgramSpeaksForAResidentOverMqtt() throws Exception {
        assumeTrue(Programs.isInstalled("mosquitto_rr"), "mosquitto_rr is not installed");
        var ann = residents.next();
        var token = token("--agent", ann);
        put(mindOf(ann), ALWAYS, "Authorization", "Bearer " + token);

        var question = Json.object(
                mosquitto("mosquitto_sub", ann, token, "-C", "1", "-t", "agents/%s/observation".formatted(ann)));
        assertThat(Schema.errors(TopicCatalogue.OBSERVATION.payload(), question, "observation"))
                .isEmpty();
        var outcome = Json.object(mosquitto(
                "mosquitto_rr",
                ann,
                token,
                "-i",
                "ann-mind",
                "-t",
                "agents/%s/intent".formatted(ann),
                "-e",
                "replies/ann-mind/1",
                "-m",
                rest(question.get("question"))));

        assertThat(Schema.errors(TopicCatalogue.OUTCOME.payload(), outcome, "outcome"))
                .isEmpty();
        assertThat(outcome).containsEntry("id", ann).containsEntry("question", question.get("question"));
        assertThat(outcome.get("status")).as(outcome.toString()).isEqualTo(200);
    }

    @Test
    void theExaminerFindsNothingWrongWithAGoodMind() throws Exception {
        assumeTrue(Programs.isInstalled("python3"), "python3 is not installed");
        var ann = residents.next();
        try (var examiner = Examiner.start(folder, city, ann)) {
            var mind = new ProcessBuilder(
                            "python3",
                            "docs/examples/mind.py",
                            examiner.address().toString(),
                            ann)
                    .directory(Path.of("..").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("good-mind.out").toFile())
                    .start();
            try {
                var verdict = examiner.verdict();

                assertThat(verdict.exitCode()).as(verdict.toString()).isZero();
                assertThat(verdict.out()).endsWith("the mind does what it should");
            } finally {
                mind.destroy();
                mind.waitFor();
            }
        }
    }

    @Test
    void theExaminerTellsABadMindWhatIsWrong() throws Exception {
        var ann = residents.next();
        try (var examiner = Examiner.start(folder, city, ann)) {
            new BadMind(examiner.address(), ann).live();

            var verdict = examiner.verdict();

            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(verdict.out())
                    .anyMatch(it -> it.matches("wrong  malformed  question \\d+: action.type must be one of .*"))
                    .anyMatch(it -> it.matches("wrong  twice      question \\d+ is answered again, .*"))
                    .contains("wrong  gone       it did not come back after the connection was cut")
                    .endsWith("the mind must be mended");
        }
    }

    /// What the program hears, within half a minute.
    private static String mosquitto(String program, String user, String password, String... words) throws Exception {
        var all = new ArrayList<>(List.of(program, "-V", "5", "-q", "1", "-W", "30", "-h", "127.0.0.1"));
        all.addAll(List.of("-p", String.valueOf(city.mqttPort()), "-u", user, "-P", password));
        all.addAll(List.of(words));
        var told = Programs.run(new ProcessBuilder(all));
        assertThat(told.exitCode()).as(told.toString()).isZero();
        return told.out().getFirst();
    }

    /// With the token of a resident who has one.
    private static void speaksForAResident(String... program) throws Exception {
        var ann = residents.next();
        var words = new ArrayList<>(List.of(program));
        words.addAll(List.of(city.url("").toString(), ann, String.valueOf(ANSWERS)));
        var builder = new ProcessBuilder(words).directory(Path.of("..").toFile());
        builder.environment().put("CITY_TOKEN", token("--agent", ann));

        var told = Programs.run(builder);

        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(told.out()).hasSize(ANSWERS).anyMatch(it -> it.endsWith(", done"));
        assertThat(city.read(mindOf(ann)).get("kind")).isEqualTo("routine");
    }

    /// What the command says, beside the city that runs.
    private static String token(String... words) throws Exception {
        var all = new ArrayList<>(List.of("token", "--data", city.data().toString()));
        all.addAll(List.of(words));
        var told = Programs.run(Programs.city(all.toArray(String[]::new)));
        assertThat(told.exitCode()).as(told.toString()).isZero();
        return told.out().getFirst();
    }

    /// It is told within moments.
    private static Map<String, Object> decisionOn(String resident, long question) throws Exception {
        var decisions = "/api/v1/agents/" + resident + "/decisions?limit=100";
        var found = new ArrayList<Map<String, Object>>();
        Programs.await("the decision on question " + question, Duration.ofSeconds(10), () -> {
            Json.items(city.read(decisions)).stream()
                    .filter(it -> Json.number(it, "question") == question)
                    .forEach(found::add);
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static String mindOf(String resident) {
        return "/api/v1/agents/" + resident + "/mind";
    }

    private static String rest(Object question) {
        return "{\"question\": %s, \"action\": {\"type\": \"rest\", \"minutes\": 25}}".formatted(question);
    }

    private static HttpResponse<String> put(String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(city.url(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return city.send(headers.length == 0 ? request : request.headers(headers));
    }
}
