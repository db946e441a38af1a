package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.access.Past;
import city.world.kernel.state.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlierTickTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.kernel.pace.tick = 100;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void keepAllTicks() {
        site.past = tick -> new Snapshot(tick, 7 * tick, Map.of());
    }

    @Test
    void anEarlierTickIsShownWithItsSequence() throws Exception {
        var answer = site.get("/api/v1/world?tick=99");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Site.json(answer).get("tick").number()).isEqualTo(99);
        assertThat(answer.headers().firstValue("City-Sequence")).hasValue("693");
    }

    @Test
    void thePresentTickIsTheCityItself() throws Exception {
        site.past = tick -> {
            throw new AssertionError("asked for " + tick);
        };

        assertThat(site.get("/api/v1/world?tick=100").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoTickOfTheCityIsRefused() throws Exception {
        for (var tick : new String[] {"101", "-1", "x", "", "1.5", "99999999999999999999"}) {
            var answer = site.get("/api/v1/world?tick=" + tick);

            assertThat(answer.statusCode()).as(tick).isEqualTo(400);
            assertThat(answer.body()).contains("invalid-parameter", "\"tick\"", "must be a whole number from 0 to 100");
        }
    }

    @Test
    void whoKnowsThePresentOnlySaysSo() throws Exception {
        var events = site.get("/api/v1/events?tick=5");
        assertThat(events.statusCode()).isEqualTo(400);
        assertThat(events.body()).contains("\"tick\"", "knows the present only");
        assertThat(site.post("/api/v1/world/clock/pause?tick=5", "{}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTickThatIsNotKeptIsGone() throws Exception {
        site.past = tick -> {
            throw new Past.NotKept("tick " + tick + " is too long ago");
        };

        var answer = site.get("/api/v1/economy/accounts?tick=3");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("/problems/tick-not-kept", "tick 3 is too long ago");
    }

    @Test
    void whoComesWhileOthersLookIsAskedToComeAgain() throws Exception {
        site.past = _ -> {
            throw new Past.Busy();
        };

        var answer = site.get("/api/v1/agents?tick=3");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
    }
}
