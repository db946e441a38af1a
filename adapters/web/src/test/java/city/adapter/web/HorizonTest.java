package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A log of five events that has lost its telemetry up to the third.
class HorizonTest {
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        for (int i = 0; i < 5; i++) {
            site.kernel.feed.happened("agents.acted.v1", "agents", TestCity.ADA, "{\"action\":\"work\"}");
        }
        site.kernel.feed.forgetTelemetry(3);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/events",
                "/api/v1/events?after=2",
                "/api/v1/events?after=0&telemetry=true",
                "/api/v1/events/stream?after=2"
            })
    void whatIsBelowTheHorizonIsGoneAndTheProblemNamesTheHorizon(String address) throws Exception {
        var answer = site.get(address);
        var problem = Site.json(answer);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(problem.get("type").text()).isEqualTo("/problems/below-horizon");
        assertThat(problem.get("horizon").number()).isEqualTo(3);
        assertThat(problem.get("detail").text()).contains("telemetry only after sequence 3");
    }

    @Test
    void whatIsAboveItAndWhatIsKeptForEverIsThere() throws Exception {
        var above = Site.json(site.get("/api/v1/events?after=3"));
        var lasting = Site.json(site.get("/api/v1/events?after=0&telemetry=false"));

        assertThat(above.get("items").size()).isEqualTo(2);
        assertThat(lasting.get("items").size()).isEqualTo(5);
    }

    @Test
    void aLookBackEndsAtTheHorizon() throws Exception {
        var actions = Site.json(site.get("/api/v1/agents/%s/actions".formatted(TestCity.ADA)));

        assertThat(actions.get("items").size()).isEqualTo(2);
    }

    @Test
    void theHorizonOfEachClassIsPublished() throws Exception {
        var horizons = Site.json(site.get("/api/v1/events/horizons"));

        assertThat(horizons.get("public").number()).isZero();
        assertThat(horizons.get("internal").number()).isZero();
        assertThat(horizons.get("telemetry").number()).isEqualTo(3);
    }
}
