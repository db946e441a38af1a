package city.app.fire;

import static org.assertj.core.api.Assertions.assertThat;

import city.app.fire.process.Caller;
import city.app.fire.process.Kept;
import city.app.fire.process.Redis;
import city.app.fire.process.Run;
import city.app.fire.process.Runs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A city and the Redis in which it shows itself die in turn; in the end each shows what the API says.
@EnabledIf("city.app.fire.process.Redis#isInstalled")
class RedisIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RESIDENTS = 25;

    private final Runs runs = new Runs();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() {
        runs.close();
    }

    @Test
    void whateverDiesRedisComesToShowTheCityAgain() throws Exception {
        try (var redis = Redis.start()) {
            var kept = Kept.in(folder.resolve("city")).with(Map.of("CITY_REDIS_URL", redis.url()));
            var run = start(kept);
            var caller = new Caller(run.awaitPort());
            live(caller);
            requireTheSame(caller, redis);

            run.kill();
            run = start(kept);
            caller = new Caller(run.awaitPort());
            live(caller);
            requireTheSame(caller, redis);

            redis.killAndStartAgain();
            live(caller);
            requireTheSame(caller, redis);

            // The clock stands: nothing happens that would write it again by chance.
            redis.ask(RedisCommands::flushall);
            requireTheSame(caller, redis);
            run.terminate();
            assertThat(run.exitCode()).isZero();
        }
    }

    private Run start(Kept kept) {
        return runs.start(
                kept,
                "run",
                "--scenario",
                "village",
                "--residents",
                String.valueOf(RESIDENTS),
                "--port",
                "0",
                "--mqtt-port",
                "0",
                "--speed",
                "50");
    }

    /// Some ticks, and then the clock stands.
    private static void live(Caller caller) throws IOException {
        assertThat(caller.post("/world/clock/resume", "").status()).isEqualTo(200);
        long begin = tick(caller);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (tick(caller) < begin + 30) {
            assertThat(System.nanoTime()).as("the city ticks").isLessThan(deadline);
            Run.rest(Duration.ofMillis(50));
        }
        assertThat(caller.post("/world/clock/pause", "").status()).isEqualTo(200);
    }

    private static long tick(Caller caller) throws IOException {
        return caller.get("/world").number("tick").orElseThrow();
    }

    private static void requireTheSame(Caller caller, Redis redis) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!shown(redis).equals(said(caller)) && System.nanoTime() < deadline) {
            Run.rest(Duration.ofMillis(200));
        }
        assertThat(shown(redis)).isEqualTo(said(caller)).hasSize(RESIDENTS + 2);
    }

    /// By key. When a resident's hash was written is its own matter.
    private static Map<String, Map<String, String>> shown(Redis redis) {
        return redis.ask(commands -> {
            var all = new TreeMap<String, Map<String, String>>();
            for (var key : commands.keys("agent:*")) {
                var fields = new TreeMap<>(commands.hgetall(key));
                fields.remove("cached_at");
                all.put(key, fields);
            }
            all.put("world:state", new TreeMap<>(commands.hgetall("world:state")));
            var wealth = new TreeMap<String, String>();
            commands.zrangeWithScores("leaderboard:wealth", 0, -1)
                    .forEach(it -> wealth.put(it.getValue(), cents(it.getScore())));
            all.put("leaderboard:wealth", wealth);
            return all;
        });
    }

    /// The same by the API.
    private static Map<String, Map<String, String>> said(Caller caller) throws IOException {
        var all = new TreeMap<String, Map<String, String>>();
        var wealth = new TreeMap<String, String>();
        for (var resident :
                JSON.readTree(caller.get("/agents?limit=1000").body()).get("items")) {
            var id = text(resident, "id");
            all.put(
                    "agent:" + id,
                    new TreeMap<>(Map.of(
                            "status", text(resident, "status"),
                            "location", text(resident, "location_id"),
                            "district", text(resident, "district_id"),
                            "destination", text(resident, "destination_id"),
                            "last_action", text(resident, "activity"),
                            "balance", text(resident, "balance"))));
            wealth.put(id, text(resident, "balance"));
        }
        all.put("leaderboard:wealth", wealth);
        var world = JSON.readTree(caller.get("/world").body());
        var state = new TreeMap<>(Map.of("current_tick", text(world, "tick")));
        for (var name : new String[] {"time", "time_of_day", "weather", "active_agents", "population"}) {
            state.put(name, text(world, name));
        }
        all.put("world:state", state);
        return all;
    }

    /// Empty for null, as Redis has it.
    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    private static String cents(double score) {
        return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
