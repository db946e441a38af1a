package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a running city says of a tick that has gone by, by `?tick=T`, beside what it said when that was the present.
class EarlierTickIT {
    private static final int NOON = 144;
    private static final int A_DAY = 288;

    @TempDir
    private static Path folder;

    private static LiveCity city;

    /// By address, as of noon.
    private static final Map<String, HttpResponse<String>> THEN = new LinkedHashMap<>();

    @BeforeAll
    static void liveOnFromNoon() throws Exception {
        city = LiveCity.start(folder.resolve("city"), Map.of(), "--scenario", "village", "--speed", "1");
        city.post("/api/v1/world/clock/pause", "{}");
        city.planAParty();
        stepTo(NOON);
        var people = city.ids("/api/v1/agents?limit=2");
        city.post("/api/v1/economy/transactions", """
                {"sender_id": "%s", "receiver_id": "%s", "amount": "0.07"}""".formatted(people.get(0), people.get(1)));
        for (var address : addresses()) {
            THEN.put(address, city.get(address));
        }
        stepTo(NOON + A_DAY + 10);
    }

    @AfterAll
    static void end() throws Exception {
        if (city != null) {
            city.close();
        }
    }

    @Test
    void everyReadThatTakesATickSaysWhatItSaidThen() throws Exception {
        assertThat(THEN).hasSizeGreaterThan(25);
        for (var then : THEN.entrySet()) {
            var again = city.get(then.getKey() + "?tick=" + NOON);

            assertThat(again.statusCode()).as(then.getKey()).isEqualTo(200);
            assertThat(again.body()).as(then.getKey()).isEqualTo(then.getValue().body());
            for (var header : List.of("City-Sequence", "ETag")) {
                assertThat(again.headers().allValues(header))
                        .as(then.getKey())
                        .isEqualTo(then.getValue().headers().allValues(header));
            }
        }
    }

    @Test
    void theBeginningAndThePresentAreTicksToo() throws Exception {
        long present = Json.number(city.read("/api/v1/world"), "tick");

        assertThat(Json.number(city.read("/api/v1/world?tick=0"), "tick")).isZero();
        assertThat(city.get("/api/v1/economy/accounts?tick=" + present).body())
                .isEqualTo(city.get("/api/v1/economy/accounts").body());
    }

    @Test
    void manyMayAskAtOnce() {
        var asked = new ArrayList<CompletableFuture<Long>>();
        for (int tick = NOON + A_DAY; tick < NOON + A_DAY + 8; tick++) {
            var address = "/api/v1/world?tick=" + tick;
            asked.add(CompletableFuture.supplyAsync(() -> tickOf(address)));
        }

        assertThat(asked.stream().map(CompletableFuture::join).toList())
                .containsExactly(432L, 433L, 434L, 435L, 436L, 437L, 438L, 439L);
    }

    private static long tickOf(String address) {
        try {
            return Json.number(city.read(address), "tick");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stepTo(long tick) throws Exception {
        long now = Json.number(city.read("/api/v1/world"), "tick");
        var stepped = city.post("/api/v1/world/clock/step", "{\"ticks\": %d}".formatted(tick - now));
        assertThat(stepped.statusCode()).as(stepped.body()).isLessThan(300);
        Programs.await(
                "tick " + tick, Duration.ofSeconds(60), () -> Json.number(city.read("/api/v1/world"), "tick") == tick);
    }

    /// Of all reads that say that they take a tick, with the ids of the description's examples.
    private static List<String> addresses() throws Exception {
        var addresses = new ArrayList<String>();
        for (var path : Json.object(city.read("/openapi.json").get("paths")).entrySet()) {
            if (Json.object(path.getValue()).get("get") instanceof Map<?, ?> read
                    && Json.object(read).get("parameters") instanceof List<?> parameters
                    && parameters.stream()
                            .anyMatch(it -> "tick".equals(Json.object(it).get("name")))) {
                addresses.add(filled(path.getKey(), parameters));
            }
        }
        return addresses;
    }

    private static String filled(String path, List<?> parameters) {
        var filled = path;
        for (var each : parameters) {
            var parameter = Json.object(each);
            filled = filled.replace("{" + parameter.get("name") + "}", String.valueOf(parameter.get("example")));
        }
        return filled;
    }
}
