package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Call;
import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A city that remembers by a provider's vectors until its calls of the day are used up.
class EmbedderBudgetIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CALLS = 4;

    @TempDir
    private Path folder;

    @Test
    void atTheEndOfItsBudgetMemoriesWaitAndTheCityLivesOn() throws Exception {
        try (var provider = StubProvider.start(WireFormat.OPENAI)) {
            provider.always(new Deed.Reply(EmbedderBudgetIT::vectors));
            try (var city = start(provider)) {
                for (int i = 0; i < 10; i++) {
                    tell(city, "The river rose by " + i + " feet.");
                }
                Programs.await("the calls are used up", PATIENCE, () -> left(city) == 0);
                var memories = "/api/v1/agents/%s/memories"
                        .formatted(city.ids("/api/v1/agents?limit=1").getFirst());

                var refused = city.get(memories + "?query=a+flood");

                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
                assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0))
                        .as("until midnight")
                        .isPositive();
                assertThat(city.get(memories).statusCode()).isEqualTo(200);
                tell(city, "The river fell again.");
                Programs.await("what happens waits in the log", PATIENCE, () -> lag(city) > 0);
                var meters = city.get("/prometheus").body();
                assertThat(meters)
                        .contains("city_embedder_calls_total{outcome=\"answered\"} " + CALLS + ".0")
                        .contains("city_embedder_left{unit=\"calls\"} 0.0");
                assertThat(city.get("/health/readiness").statusCode()).isEqualTo(200);
                assertSpent(city);
                assertSaidOnce();
            }
            try (var again = start(provider)) {
                tell(again, "The river is as it was.");
                Programs.await("what happens waits in the log", PATIENCE, () -> lag(again) > 0);

                assertSpent(again);
                assertSaidOnce();
            }
            assertThat(provider.calls()).hasSize(CALLS);
        }
    }

    private LiveCity start(StubProvider provider) throws Exception {
        return LiveCity.start(
                folder.resolve("city"),
                Map.of("CITY_EMBEDDER_CALLS_PER_DAY", String.valueOf(CALLS), "CITY_EMBEDDER_PRICE", "1.00"),
                "--scenario",
                "village",
                "--speed",
                "1",
                "--embedder",
                "openai",
                "--embedder-url",
                provider.baseUrl().toString(),
                "--embedder-dimension",
                "3");
    }

    private void assertSaidOnce() throws Exception {
        assertThat(Files.readString(folder.resolve("city.err")))
                .containsOnlyOnce("vectors of words: provider embedder may use " + CALLS + " calls a day")
                .containsOnlyOnce("residents cannot remember");
    }

    /// Takes 50 tokens a call, of a millionth each.
    private static void assertSpent(LiveCity city) throws Exception {
        var embedder = Json.object(city.read("/api/v1/minds").get("embedder"));
        assertThat(embedder).containsEntry("space", "openai-compatible/text-embedding-3-small/3");
        assertThat(Json.object(embedder.get("spend")))
                .containsEntry("calls", CALLS)
                .containsEntry("call_budget", CALLS)
                .containsEntry("tokens", 50 * CALLS)
                .containsEntry("today", "0.000200");
    }

    private static long left(LiveCity city) throws Exception {
        var embedder = Json.object(city.read("/api/v1/minds").get("embedder"));
        return Json.number(Json.object(embedder.get("left")), "calls");
    }

    private static long lag(LiveCity city) throws Exception {
        return city.get("/prometheus")
                .body()
                .lines()
                .filter(it -> it.startsWith("city_follower_lag_events{follower=\"memory\"}"))
                .mapToLong(it -> (long) Double.parseDouble(it.substring(it.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    private static void tell(LiveCity city, String words) throws Exception {
        var resident = city.ids("/api/v1/agents?limit=1").getFirst();
        var said =
                city.post("/api/v1/agents/%s/memories".formatted(resident), "{\"content\": \"%s\"}".formatted(words));
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    }

    private static String vectors(Call call) {
        var texts = (List<?>) Json.object(call.body()).get("input");
        var data = IntStream.range(0, texts.size())
                .mapToObj(it -> "{\"object\":\"embedding\",\"index\":%d,\"embedding\":[%d,1,1]}"
                        .formatted(it, texts.get(it).hashCode() % 100))
                .collect(Collectors.joining(","));
        return "{\"object\":\"list\",\"data\":[%s],\"model\":\"m\",\"usage\":{\"prompt_tokens\":50,\"total_tokens\":50}}"
                .formatted(data);
    }
}
