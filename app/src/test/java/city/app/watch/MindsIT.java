package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Residents of one real city who think with a model behind a real socket. The model does what the test tells it; who
/// dreams was told so at the beginning, and its nights pass while the others are watched.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MindsIT {
    private static final String KEY = "sk-nobody-may-ever-read-this";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Ticks a second: a day takes a quarter of a minute, and a night some seconds.
    private static final String SPEED = "20";

    /// The city does not wait: a question may be open for a few seconds, and gives up by the wall's clock.
    private static final String ALWAYS = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 100}";

    private static final String AT_NIGHT = "{\"kind\": \"model\", \"threshold\": 1000}";

    private static final String MINDS = """
            deadline_ms: 1500
            remember: {days: 3}
            night: {threshold: 0, deadline_ms: 3000}
            budgets: {city: {money_per_day: "9.00"}}
            providers:
              - name: stub
                kind: openai
                url: %s
                model: tiny
                key_env: STUB_KEY
                price: {input: "1.00", output: "2.00"}
            """;

    private final StubProvider model = StubProvider.start(WireFormat.OPENAI);
    private final ScriptedMind mind = new ScriptedMind();

    @TempDir
    private static Path folder;

    private LiveCity city;
    private Iterator<String> employed;
    private String dreamer;

    @BeforeAll
    void start() throws Exception {
        model.always(new Deed.Think(mind::think));
        city = LiveCity.start(
                folder.resolve("city"),
                Map.of("STUB_KEY", KEY),
                "--scenario",
                "village",
                "--seed",
                "7",
                "--speed",
                SPEED,
                "--minds",
                minds().toString());
        employed = employed();
        dreamer = employed.next();
        mind.dreamer = String.valueOf(city.read("/api/v1/agents/" + dreamer).get("name"));
        city.setMind(dreamer, AT_NIGHT);
    }

    @BeforeEach
    void restByDay() {
        mind.byDay = ScriptedMind.rest();
    }

    @AfterAll
    void close() throws Exception {
        city.close();
        model.close();
    }

    @Test
    @Order(1)
    void aModelDecidesAndEachDecisionSaysWhy() throws Exception {
        var ann = think();

        var decision = await(ann, "followed");

        assertThat(decision).containsEntry("action", "rest").containsEntry("provider", "stub");
        assertThat(decision).containsEntry("model", "stub-model").containsEntry("reason", "I want to.");
        assertThat(decision).containsEntry("tier", "model");
        assertThat(decision.get("cost"))
                .as("50 and 5 tokens at 1.00 and 2.00 a million")
                .isEqualTo("0.000060");
        assertThat(String.valueOf(decision.get("input"))).doesNotContain(ann);
        assertThat(deedsOf(ann)).contains("because=thought");
        assertThat(city.get("/prometheus").body())
                .contains("city_mind_questions_total{outcome=\"followed\",tier=\"model\"}")
                .contains("city_llm_calls_total{model=\"stub-model\",outcome=\"answered\",provider=\"stub\"}");

        var again = await(ann, it -> "remembered".equals(it.get("tier")) && "followed".equals(it.get("outcome")));

        assertThat(again).containsEntry("provider", "").containsEntry("cost", "0.000000");
        assertThat(String.valueOf(again.get("detail"))).startsWith("as for question ");
        assertThat(deedsOf(ann)).contains("because=remembered");
        assertThat(city.get("/prometheus").body())
                .contains("city_decisions_total{outcome=\"done\",tier=\"remembered\"}");
    }

    @Test
    @Order(2)
    void whatThinkingCostsAndWhoDecidesIsTold() throws Exception {
        var minds = city.read("/api/v1/minds");

        assertThat(minds).containsEntry("models", true).containsEntry("thoughts_lost", 0);
        assertThat(Json.number(minds, "turns")).isPositive();
        assertThat(Json.number(minds, "precedents")).isPositive();
        var spend = Json.object(minds.get("spend"));
        var today = new BigDecimal(String.valueOf(spend.get("today")));
        assertThat(today).isPositive();
        assertThat(new BigDecimal(String.valueOf(spend.get("forecast")))).isGreaterThanOrEqualTo(today);
        assertThat(spend).containsEntry("budget", "9.000000").containsEntry("call_budget", null);
        assertThat(Json.number(spend, "tokens")).isGreaterThan(Json.number(spend, "calls"));
        assertThat(Json.number(Json.object(minds.get("questions")), "followed")).isPositive();
        var decisions = Json.object(minds.get("decisions"));
        for (var tier : List.of("routine", "remembered", "model")) {
            assertThat(Json.number(Json.object(decisions.get(tier)), "count"))
                    .as(tier)
                    .isPositive();
        }
    }

    @Test
    @Order(3)
    void whateverGoesWrongTheRoutineDecidesAndTheCityGoesOn() throws Exception {
        mind.byDay = new Deed.Hang();
        var ann = think();
        await(ann, "timed_out");
        mind.byDay = Deed.answer("I would rather not say.");
        await(ann, "unusable");
        mind.byDay = Deed.answer(ScriptedMind.answer("give", "[\"p99\"]", 5));
        await(ann, "unusable");
        mind.byDay = Deed.answer(ScriptedMind.answer("take_job", "[]", 0));
        await(ann, "unusable");
        mind.byDay = Deed.answer(ScriptedMind.answer("quit_job", "[]", 0));
        await(ann, "followed");
        await(ann, "refused");

        var deeds = Json.items(city.read("/api/v1/agents/" + ann + "/actions?limit=1000"));
        assertThat(deeds).anyMatch(it -> !it.toString().contains("because=thought"));
        assertThat(city.get("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void theKeyIsNowhereButOnTheWire() throws Exception {
        mind.byDay = Deed.status(401);
        var ann = think();
        await(ann, "declined");
        mind.byDay = Deed.answer(ScriptedMind.answer("rest", "[]", 30).replace("I want to.", "The key is " + KEY));
        await(ann, "followed");

        assertThat(model.calls()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.headers().get("authorization")).isEqualTo("Bearer " + KEY);
            assertThat(it.body()).doesNotContain(KEY);
        });
        for (var page : List.of(
                "/api/v1/events?limit=1000", "/prometheus", "/info", "/openapi.json", "/asyncapi.yaml", "/health")) {
            assertThat(city.get(page).body()).as(page).doesNotContain(KEY);
        }
        assertThat(Files.readString(folder.resolve("city.err"))).doesNotContain(KEY);
        assertThat(Files.readString(folder.resolve("city.out"))).doesNotContain(KEY);
        var printed = Programs.city("run", "--print-config", "--minds", minds().toString());
        printed.environment().put("STUB_KEY", KEY);
        assertThat(String.join("\n", Programs.run(printed).out()))
                .contains("minds:")
                .doesNotContain(KEY);
    }

    @Test
    @Order(5)
    void whoSleepsConcludesHoldsOpinionsAndPlansTheNextDay() throws Exception {
        Programs.await("two nights", PATIENCE, () -> nightsThatCounted() >= 2);

        var insights = Json.items(city.read("/api/v1/agents/" + dreamer + "/memories?type=insight"));
        assertThat(insights).anySatisfy(it -> {
            assertThat(it.get("content")).isEqualTo("I saw it myself.");
            assertThat((List<?>) it.get("evidence")).isNotEmpty();
        });
        var opinions = Json.items(city.read("/api/v1/agents/" + dreamer + "/opinions"));
        assertThat(opinions).singleElement().satisfies(it -> {
            assertThat(it).containsEntry("words", "Not any more.").containsEntry("stance", -2);
            assertThat(it.get("about").toString()).contains("type=good");
        });
        Programs.await(
                "the planned walk to " + mind.planned,
                PATIENCE,
                () -> Json.items(city.read("/api/v1/agents/" + dreamer + "/actions?limit=1000")).stream()
                        .map(String::valueOf)
                        .anyMatch(it -> it.contains("detail=" + mind.planned) && it.contains("because=plan")));
        assertThat(city.get("/prometheus").body()).contains("city_mind_nights_total{outcome=\"followed\"}");
    }

    @Test
    @Order(6)
    void aReplayNeedsNoModelAndReachesTheSameHash() throws Exception {
        city.close();
        int asked = model.calls().size();
        var replay = Programs.city("replay", "--data", folder.resolve("city").toString());

        var told = Programs.run(replay);

        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(model.calls()).as("a replay asks no model").hasSize(asked);
    }

    private long nightsThatCounted() throws Exception {
        return Json.items(city.read("/api/v1/agents/" + dreamer + "/decisions")).stream()
                .filter(it -> "asleep".equals(it.get("occasion")) && "followed".equals(it.get("outcome")))
                .count();
    }

    private Path minds() throws Exception {
        return Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(model.baseUrl()));
    }

    private Iterator<String> employed() throws Exception {
        var found = new ArrayList<String>();
        for (var id : city.ids("/api/v1/agents?limit=100")) {
            if (city.read("/api/v1/agents/" + id + "/life").get("occupation").equals("employed")) {
                found.add(id);
            }
        }
        return found.iterator();
    }

    /// Lets another resident with a job think whenever it decides.
    private String think() throws Exception {
        var resident = employed.next();
        city.setMind(resident, ALWAYS);
        return resident;
    }

    private String deedsOf(String resident) throws Exception {
        return Json.items(city.read("/api/v1/agents/" + resident + "/actions")).toString();
    }

    private Map<String, Object> await(String resident, String outcome) throws Exception {
        return await(resident, it -> outcome.equals(it.get("outcome")));
    }

    /// The first decision from now on that is so.
    private Map<String, Object> await(String resident, Predicate<Map<String, Object>> wanted) throws Exception {
        var path = "/api/v1/agents/" + resident + "/decisions";
        var before = Json.items(city.read(path)).stream()
                .map(it -> it.get("question"))
                .toList();
        var found = new AtomicReference<Map<String, Object>>();
        Programs.await("a decision of " + resident, PATIENCE, () -> {
            Json.items(city.read(path)).stream()
                    .filter(it -> !before.contains(it.get("question"))
                            && !"asleep".equals(it.get("occasion"))
                            && wanted.test(it))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }
}
