package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.Happening.Kind;
import city.world.WorldCommand.EndEvent;
import city.world.WorldCommand.EventResult;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HappeningsTest {
    private static final String EVENTS = "/api/v1/world/events";
    private static final UUID NEW = new UUID(9, 9);

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void whatIsOrderedBeginsAndTheSameKeyBeginsItOnce() throws Exception {
        site.kernel.rules = command -> command.equals(new StartEvent(Kind.FESTIVAL, "Fair", TestCity.DOWNTOWN, 240))
                ? new EventResult.Begun(UUID.randomUUID())
                : new EventResult.NoSuchPlace(NEW);
        var body = "{\"kind\":\"festival\",\"name\":\"Fair\",\"place_id\":\"%s\",\"minutes\":240}"
                .formatted(TestCity.DOWNTOWN);

        var begun = site.post(EVENTS, body, "Idempotency-Key", "fair");
        var again = site.post(EVENTS, body, "Idempotency-Key", "fair");

        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(begun.body());
    }

    @Test
    void withoutAPlaceItConcernsTheWholeCity() throws Exception {
        site.kernel.rules = command -> command.equals(new StartEvent(Kind.STORM, "Gale", WorldEvent.WORLD, 60))
                ? new EventResult.Begun(NEW)
                : new EventResult.NoSuchPlace(NEW);

        var begun = site.post(EVENTS, "{\"kind\":\"storm\",\"name\":\"Gale\",\"minutes\":60}");

        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(Site.json(begun).get("id").text()).isEqualTo(NEW.toString());
    }

    @Test
    void allThatIsWrongIsToldWithItsField() throws Exception {
        var refused = site.post(EVENTS, "{\"kind\":\"flood\",\"name\":\"\",\"minutes\":0,\"where\":1}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("kind", "must be one of festival", "name", "minutes", "where");
    }

    @Test
    void aPlaceThatIsNoneIsNamedByItsField() throws Exception {
        site.kernel.rules = _ -> new EventResult.NoSuchPlace(NEW);

        var refused = site.post(
                EVENTS, "{\"kind\":\"fire\",\"name\":\"Fire\",\"minutes\":60,\"place_id\":\"%s\"}".formatted(NEW));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("place_id", NEW.toString());
    }

    @Test
    void whatRunsCanBeSeenAndEnded() throws Exception {
        site.kernel.rules = command -> command.equals(new EndEvent(TestLives.FAIR))
                ? new EventResult.Over(TestLives.FAIR)
                : new EventResult.NoSuchEvent(NEW);

        var running = Site.json(site.get(EVENTS + "/running"));
        var over = site.post(EVENTS + "/" + TestLives.FAIR + "/end", "");
        var unknown = site.post(EVENTS + "/" + NEW + "/end", "");

        assertThat(running.get("holiday").text()).isEqualTo("May Day");
        assertThat(site.get(EVENTS + "/running").body()).contains("Spring Fair", "festival", TestLives.FAIR.toString());
        assertThat(over.statusCode()).isEqualTo(200);
        assertThat(unknown.statusCode()).isEqualTo(404);
    }

    @Test
    void aLifeIsShown() throws Exception {
        var ada = site.get("/api/v1/agents/" + TestCity.ADA + "/life");

        assertThat(ada.statusCode()).isEqualTo(200);
        assertThat(ada.body()).contains("\"occupation\":\"employed\"", "\"goal\":\"save money\"", "\"mon\",\"sat\"");
        assertThat(site.get("/api/v1/agents/" + NEW + "/life").statusCode()).isEqualTo(404);
    }
}
