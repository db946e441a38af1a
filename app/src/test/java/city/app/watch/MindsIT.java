package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Residents of a real city who think with a model behind a real socket. The model does what the test tells it.
class MindsIT {
    private static final String KEY = "sk-nobody-may-ever-read-this";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The city does not wait: a question may be open for an hour of its time, and gives up by the wall's.
    private static final String ALWAYS = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 12}";

    @TempDir
    private Path folder;

    private final StubProvider model = StubProvider.start(WireFormat.OPENAI);

    @BeforeEach
    void rest() {
        model.always(Deed.answer(answer("rest", "[]", 30)));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void aModelDecidesAndEachDecisionSaysWhy() throws Exception {
        try (var city = start("")) {
            var ann = think(city);

            var decision = await(city, ann, "followed");

            assertThat(decision).containsEntry("action", "rest").containsEntry("provider", "stub");
            assertThat(decision).containsEntry("model", "stub-model").containsEntry("reason", "I want to.");
            assertThat(decision.get("cost"))
                    .as("50 and 5 tokens at 1.00 and 2.00 a million")
                    .isEqualTo("0.000060");
            assertThat(String.valueOf(decision.get("input"))).doesNotContain(ann);
            var deeds = Json.items(city.read("/api/v1/agents/" + ann + "/actions"));
            assertThat(deeds.toString()).contains("because=thought");
            assertThat(city.get("/prometheus").body())
                    .contains("city_mind_questions_total{outcome=\"followed\"}")
                    .contains("city_llm_calls_total{model=\"stub-model\",outcome=\"answered\",provider=\"stub\"}");
        }
        replayAgrees();
    }

    @Test
    void whateverGoesWrongTheRoutineDecidesAndTheCityGoesOn() throws Exception {
        try (var city = start("")) {
            var ann = think(city);
            model.always(new Deed.Hang());
            await(city, ann, "timed_out");
            model.always(Deed.answer("I would rather not say."));
            await(city, ann, "unusable");
            model.always(Deed.answer(answer("give", "[\\\"p99\\\"]", 5)));
            await(city, ann, "unusable");
            model.always(Deed.answer(answer("take_job", "[]", 0)));
            await(city, ann, "unusable");
            model.always(Deed.answer(answer("quit_job", "[]", 0)));
            await(city, ann, "followed");
            await(city, ann, "refused");

            var deeds = Json.items(city.read("/api/v1/agents/" + ann + "/actions?limit=1000"));
            assertThat(deeds).anyMatch(it -> !it.toString().contains("because=thought"));
            assertThat(city.get("/health/readiness").statusCode()).isEqualTo(200);
        }
        replayAgrees();
    }

    @Test
    void withoutABudgetNobodyIsAskedAndTheCityLivesOn() throws Exception {
        try (var city = start("budgets: {city: {money_per_day: \"0\"}}\n")) {
            var ann = think(city);

            var decision = await(city, ann, "declined");

            assertThat(String.valueOf(decision.get("detail"))).contains("the city may use 0 millionths of money a day");
            assertThat(model.calls()).isEmpty();
        }
    }

    @Test
    void theKeyIsNowhereButOnTheWire() throws Exception {
        try (var city = start("")) {
            var ann = think(city);
            model.always(Deed.status(401));
            await(city, ann, "declined");
            model.always(Deed.answer(answer("rest", "[]", 30).replace("I want to.", "The key is " + KEY)));
            await(city, ann, "followed");

            assertThat(model.calls()).isNotEmpty().allSatisfy(it -> {
                assertThat(it.headers().get("authorization")).isEqualTo("Bearer " + KEY);
                assertThat(it.body()).doesNotContain(KEY);
            });
            for (var page : List.of(
                    "/api/v1/events?limit=1000",
                    "/prometheus",
                    "/info",
                    "/openapi.json",
                    "/asyncapi.yaml",
                    "/health")) {
                assertThat(city.get(page).body()).as(page).doesNotContain(KEY);
            }
            assertThat(Files.readString(folder.resolve("city.err"))).doesNotContain(KEY);
            assertThat(Files.readString(folder.resolve("city.out"))).doesNotContain(KEY);
        }
        var printed =
                Programs.city("run", "--print-config", "--minds", minds("").toString());
        printed.environment().put("STUB_KEY", KEY);
        assertThat(String.join("\n", Programs.run(printed).out()))
                .contains("minds:")
                .doesNotContain(KEY);
    }

    private LiveCity start(String more) throws Exception {
        return LiveCity.start(
                folder.resolve("city"),
                Map.of("STUB_KEY", KEY),
                "--scenario",
                "village",
                "--seed",
                "7",
                "--speed",
                "5",
                "--minds",
                minds(more).toString());
    }

    private Path minds(String more) throws Exception {
        return Files.writeString(folder.resolve("minds.yml"), """
                deadline_ms: 1500
                providers:
                  - name: stub
                    kind: openai
                    url: %s
                    model: tiny
                    key_env: STUB_KEY
                    price: {input: "1.00", output: "2.00"}
                """.formatted(model.baseUrl()) + more);
    }

    /// Lets a resident with a job think whenever it decides.
    private static String think(LiveCity city) throws Exception {
        for (var id : city.ids("/api/v1/agents?limit=100")) {
            if (city.read("/api/v1/agents/" + id + "/life").get("occupation").equals("employed")) {
                var set = city.send(HttpRequest.newBuilder(city.url("/api/v1/agents/" + id + "/mind"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(ALWAYS)));
                assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
                return id;
            }
        }
        throw new AssertionError("nobody has a job");
    }

    /// The first decision from now on that ends so.
    private static Map<String, Object> await(LiveCity city, String resident, String outcome) throws Exception {
        var path = "/api/v1/agents/" + resident + "/decisions";
        var before = Json.items(city.read(path)).stream()
                .map(it -> it.get("question"))
                .toList();
        var found = new AtomicReference<Map<String, Object>>();
        Programs.await("a decision that ends as " + outcome, PATIENCE, () -> {
            Json.items(city.read(path)).stream()
                    .filter(it -> !before.contains(it.get("question")) && outcome.equals(it.get("outcome")))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private void replayAgrees() throws Exception {
        int asked = model.calls().size();
        var replay = Programs.city("replay", "--data", folder.resolve("city").toString());

        var told = Programs.run(replay);
        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(model.calls()).as("a replay asks no model").hasSize(asked);
    }

    private static String answer(String type, String target, int number) {
        return ("{\"thought\": \"I want to.\", \"type\": \"%s\", \"target\": %s, \"number\": %d, \"words\": \"\","
                        + " \"tone\": \"plain\", \"topic\": \"\"}")
                .formatted(type, target.replace("\\", ""), number);
    }
}
