package city.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.Depart;
import city.world.ResidentId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// A real city, the adapter and a real server.
@EnabledIf("city.adapter.redis.RedisServer#isInstalled")
class RedisAdapterTest {
    private static final int DAY = 288;

    private final RedisServer server = RedisServer.onFreePort();
    private final Look look = Look.at(server.url());
    private LivingCity city = LivingCity.village();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        look.close();
        city.close();
        server.close();
    }

    @Test
    void afterSomeDaysRedisShowsExactlyWhatReadersSee() throws Exception {
        try (var adapter = start("")) {
            city.run(3 * DAY + 100);
            awaitTheCity(adapter, "");

            assertThat(look.hash("world:projection"))
                    .containsEntry("generation", "1")
                    .containsEntry("state", "complete")
                    .containsEntry("sequence", "" + city.kernel().snapshot().sequence());
        }
    }

    @Test
    void itFollowsFromTheFirstMoment() throws Exception {
        try (var _ = start("")) {
            assertThat(city.cursors().followers()).containsExactly("redis");
        }
    }

    @Test
    void inALargeCityTooWhereDeedsAreToldByDistrict() throws Exception {
        city.close();
        city = LivingCity.town(1_200);
        try (var adapter = start("")) {
            Await.until(adapter::connected);
            city.run(150);
            awaitTheCity(adapter, "");

            assertThat(look.keys("agent:*")).hasSize(1_200);
        }
    }

    @Test
    void aFlushIsNoticedAlsoWhileTheClockStands() throws Exception {
        try (var adapter = start("")) {
            city.run(100);
            awaitTheCity(adapter, "");

            look.flush();

            Await.until(() -> look.keys("agent:*").size() == 25);
            awaitTheCity(adapter, "");
        }
    }

    @Test
    void aServerThatIsKilledAndComesBackEmptyIsFilledAgain() throws Exception {
        try (var adapter = start("")) {
            city.run(50);
            awaitTheCity(adapter, "");
            server.kill();
            city.run(200);
            assertThat(adapter.lag()).isPositive();

            server.start();

            awaitTheCity(adapter, "");
        }
    }

    @Test
    void aServerThatComesLateIsWaitedFor() throws Exception {
        server.kill();
        try (var adapter = start("")) {
            city.run(30);
            assertThat(adapter.connected()).isFalse();

            server.start();

            awaitTheCity(adapter, "");
        }
    }

    @Test
    void aServerThatHangsDoesNotHoldTheCity() throws Exception {
        try (var adapter = start("")) {
            city.run(50);
            awaitTheCity(adapter, "");
            server.freeze();
            var begun = System.nanoTime();
            city.run(2 * DAY);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
            assertThat(adapter.lag()).isPositive();
            Await.until(() -> !adapter.connected());

            server.thaw();

            awaitTheCity(adapter, "");
        }
    }

    @Test
    void whoDepartsIsForgotten() throws Exception {
        try (var adapter = start("")) {
            city.run(10);
            awaitTheCity(adapter, "");
            var gone = city.agents()
                    .residents(city.kernel().snapshot(), 0, 1)
                    .getFirst()
                    .id();

            city.order(new Depart(gone));

            Await.until(() -> look.hash("agent:" + gone.value()).isEmpty());
            assertThat(look.scores("leaderboard:wealth"))
                    .doesNotContainKey(gone.value().toString());
            awaitTheCity(adapter, "");
        }
    }

    @Test
    void theNextStartGoesOnWhereTheStoreIs() throws Exception {
        try (var adapter = start("")) {
            city.run(50);
            awaitTheCity(adapter, "");
        }
        var epoch = look.hash("world:projection").get("epoch");
        assertThat(city.cursors().find("redis"))
                .isEqualTo(city.kernel().snapshot().sequence());
        city.run(50);

        try (var adapter = start("")) {
            awaitTheCity(adapter, "");
        }

        assertThat(look.hash("world:projection")).containsEntry("epoch", epoch);
    }

    @Test
    void anotherCitysResidentsAreSweptAndStrangersKeysAreNot() throws Exception {
        look.put("agent:" + new ResidentId(new UUID(7, 7)).value(), Map.of("status", "active"));
        look.put("agent:smith", Map.of("code", "007"));

        try (var adapter = start("")) {
            awaitTheCity(adapter, "");
        }

        assertThat(look.keys("agent:*")).hasSize(26).contains("agent:smith");
    }

    @Test
    void twoCitiesShareAServerByPrefixes() throws Exception {
        try (var other = LivingCity.village();
                var first = start("north:");
                var second = RedisAdapter.start(other.ports(), new RedisSettings(server.url(), "south:"))) {
            city.run(20);
            other.run(60);
            awaitTheCity(first, "north:");
            Await.until(() -> second.lag() == 0);

            assertThat(look.hash("north:world:state")).containsEntry("current_tick", "20");
            Await.until(() -> "60".equals(look.hash("south:world:state").get("current_tick")));
            assertThat(look.keys("*")).allMatch(it -> it.startsWith("north:") || it.startsWith("south:"));
        }
    }

    @Test
    void theCursorIsSavedAtMostOnceASecond() throws Exception {
        var begun = System.nanoTime();
        try (var adapter = start("")) {
            for (int each = 0; each < 20; each++) {
                city.run(5);
                Thread.sleep(50);
            }
            awaitTheCity(adapter, "");
        }

        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(city.cursors().writes()).isBetween(1, (int) seconds + 2);
    }

    private RedisAdapter start(String prefix) {
        return RedisAdapter.start(city.ports(), new RedisSettings(server.url(), prefix));
    }

    /// Ends when what is in the store is what readers see, and says what differs when it does not come to that.
    private void awaitTheCity(RedisAdapter adapter, String prefix) throws Exception {
        Await.until(() -> adapter.connected() && adapter.lag() == 0);
        var deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (!shown(prefix).equals(new Readers(city).see()) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(shown(prefix)).isEqualTo(new Readers(city).see());
        assertThat(look.scores(prefix + "leaderboard:wealth")).isEqualTo(new Readers(city).wealth());
    }

    /// Of residents and the world, by key without the prefix; when a resident's hash was written is its own matter.
    private Map<String, Map<String, String>> shown(String prefix) {
        var all = new TreeMap<String, Map<String, String>>();
        for (var key : look.keys(prefix + "agent:????????-*")) {
            var fields = new TreeMap<>(look.hash(key));
            assertThat(fields.remove("cached_at")).isNotBlank();
            all.put(key.substring(prefix.length()), fields);
        }
        for (var key : look.keys(prefix + "interaction:*")) {
            all.put(key.substring(prefix.length()), new TreeMap<>(look.hash(key)));
        }
        all.put("world:state", new TreeMap<>(look.hash(prefix + "world:state")));
        return all;
    }
}
