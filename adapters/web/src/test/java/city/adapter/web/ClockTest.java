package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theClockIsSteered() throws Exception {
        var clock = "/api/v1/world/clock/";

        var paused = site.post(clock + "pause", "");
        long before = Site.json(paused).get("tick").number();
        var stepped = site.post(clock + "step", "{\"ticks\":3}");
        var once = site.post(clock + "step", "");
        var unpaced = site.post(clock + "speed", "{\"speed\":\"max\"}");
        var twice = site.post(clock + "speed", "{\"speed\":2}");
        var wrong = site.post(clock + "speed", "{\"speed\":0}");
        var resumed = site.post(clock + "resume", "");

        assertThat(Site.json(paused).get("running").truth()).isFalse();
        assertThat(Site.json(stepped).get("tick").number()).isEqualTo(before + 3);
        assertThat(Site.json(once).get("tick").number()).isEqualTo(before + 4);
        assertThat(Site.json(unpaced).get("speed").text()).isEqualTo("max");
        assertThat(Site.json(twice).get("speed").decimal()).isEqualTo(2);
        WritingTest.assertProblem(wrong, 422, "/problems/invalid-body");
        assertThat(Site.json(resumed).get("running").truth()).isTrue();
    }

    @Test
    void aPauseIsAnsweredWhenTheTickUnderWayHasEnded() throws Exception {
        var pace = site.kernel.pace;
        pace.underWay = true;
        var city = Thread.startVirtualThread(() -> {
            while (pace.running) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(100_000_000);
            pace.step(1);
            pace.underWay = false;
        });

        var paused = site.post("/api/v1/world/clock/pause", "");

        city.join();
        assertThat(paused.statusCode()).isEqualTo(200);
        assertThat(Site.json(paused).get("tick").number()).isEqualTo(pace.tick);
    }

    @Test
    void onlyTheWordUnpacesTheClock() throws Exception {
        site.kernel.pace.speed = 2;

        for (var speed : List.of("-1e400", "1e400", "1e999999", "-1", "1001", "\"Infinity\"", "\"-max\"")) {
            var wrong = site.post("/api/v1/world/clock/speed", "{\"speed\":%s}".formatted(speed));

            WritingTest.assertProblem(wrong, 422, "/problems/invalid-body");
            assertThat(Site.json(wrong).get("field").text()).as(speed).isEqualTo("speed");
        }
        assertThat(site.kernel.pace.speed).isEqualTo(2);
    }
}
