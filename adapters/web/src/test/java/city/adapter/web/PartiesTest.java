package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.PartyResult;
import city.agents.AgentsCommand.PlanParty;
import city.agents.PartyId;
import city.world.LocationId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final String PARTIES = "/api/v1/parties";
    private static final String DANCE = """
            {"host_id": "%s", "name": "Dance", "location_id": "%s",
             "begins": "2030-04-02T18:00:00Z", "minutes": 120}""".formatted(TestCity.ADA, TestCity.MILL);

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
    void whatIsAskedForIsPlanned() throws Exception {
        var wish = new PlanParty(
                new ResidentId(TestCity.ADA),
                "Dance",
                new LocationId(TestCity.MILL),
                Instant.parse("2030-04-02T18:00:00Z"),
                120);
        site.kernel.rules = command -> command.equals(wish)
                ? new PartyResult.Planned(new PartyId(TestParties.DANCE))
                : new PartyResult.Refused("host", "is not who was asked for");

        var planned = site.post(PARTIES, DANCE);

        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        assertThat(planned.headers().firstValue("Location")).contains(PARTIES + "/" + TestParties.DANCE);
    }

    @Test
    void aRefusalNamesTheFieldOfTheBody() throws Exception {
        site.kernel.rules = _ -> new PartyResult.Refused("location", "is the home of others");

        var refused = site.post(PARTIES, DANCE);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"location_id\"", "home of others");
    }

    @Test
    void allThatIsWrongIsToldWithItsField() throws Exception {
        var refused = site.post(PARTIES, """
                {"host_id": "ada", "name": " ", "begins": "soon", "minutes": 5, "guests": 3}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("host_id", "name", "begins", "must be a time such as", "minutes", "location_id", "guests");
    }

    @Test
    void nobodyAndTheDepartedGiveNone() throws Exception {
        var nobody = new ResidentId(new UUID(9, 9));
        site.kernel.rules = _ -> new PartyResult.NoSuchResident(nobody);
        assertThat(site.post(PARTIES, DANCE).statusCode()).isEqualTo(404);

        site.kernel.rules = _ -> new PartyResult.HasDeparted(nobody);
        assertThat(site.post(PARTIES, DANCE).body()).contains("has left the city");
    }

    @Test
    void theReportSaysWhoHeardByWhom() throws Exception {
        var report = Site.json(site.get(PARTIES + "/" + TestParties.DANCE));
        var guests = site.get(PARTIES + "/" + TestParties.DANCE + "/guests").body();

        assertThat(report.get("told_share").decimal()).isEqualTo(0.6667);
        assertThat(report.get("host").get("name").text()).isEqualTo("Ada");
        assertThat(guests).containsSubsequence("Ada", "\"path\":[]", "Ben", "\"path\":[{", "Ada");
        assertThat(site.get(PARTIES + "/" + new UUID(9, 9)).statusCode()).isEqualTo(404);
        assertThat(site.get(PARTIES + "/" + new UUID(9, 9) + "/guests").statusCode())
                .isEqualTo(404);
        assertThat(site.get(PARTIES).body()).contains(TestParties.DANCE.toString());
    }
}
