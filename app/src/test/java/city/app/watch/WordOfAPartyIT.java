package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.llm.stub.Deed;
import city.adapter.llm.stub.StubProvider;
import city.adapter.llm.stub.WireFormat;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same experiment as with routine minds, through the doors: all of a village think with a scripted model, one of
/// them means to give a party on the next evening, and the report says who heard of it by whom, and who came.
class WordOfAPartyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final String MINDS = """
            deadline_ms: 1500
            night: {enabled: false}
            providers:
              - name: stub
                kind: openai
                url: %s
                model: tiny
                key_env: STUB_KEY
            """;

    private static final String MIND = "{\"kind\": \"model\", \"threshold\": 0, \"patience\": 12}";
    private static final String SPEED = "8";

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void theWordGoesRoundAmongThoseWhoThinkWithAModel() throws Exception {
        var mind = new PartyMind();
        try (var model = StubProvider.start(WireFormat.OPENAI)) {
            model.always(new Deed.Think(mind::think));
            var file = Files.writeString(folder.resolve("minds.yml"), MINDS.formatted(model.baseUrl()));
            try (var city = LiveCity.start(
                    folder.resolve("city"),
                    Map.of("STUB_KEY", "sk-of-a-test"),
                    "--scenario",
                    "village",
                    "--seed",
                    "7",
                    "--speed",
                    "2",
                    "--minds",
                    file.toString())) {
                var residents = city.ids("/api/v1/agents?limit=1000");
                for (var resident : residents) {
                    assertThat(think(city, resident)).isEqualTo(200);
                }
                var party = plan(city, residents.getFirst());
                var faster = city.post("/api/v1/world/clock/speed", "{\"speed\": " + SPEED + "}");
                assertThat(faster.statusCode()).as(faster.body()).isEqualTo(200);
                Programs.await("the party is over", PATIENCE, () -> isOver(city));

                judge(city, party, residents, mind);
            }
        }
    }

    private static void judge(LiveCity city, String party, List<String> residents, PartyMind mind) throws Exception {
        var report = city.read("/api/v1/parties/" + party);
        var guests = Json.items(city.read("/api/v1/parties/" + party + "/guests?limit=1000"));
        var paths = new ArrayList<Integer>();
        guests.forEach(it -> paths.add(((List<?>) it.get("path")).size()));
        System.out.printf(
                "of %s residents %s knew (%s), %s meant to come, %s came (%s of those who knew); steps %s%n",
                report.get("residents"),
                report.get("told"),
                report.get("told_share"),
                report.get("willing"),
                report.get("came"),
                report.get("came_share"),
                paths);
        System.out.println("the last to hear: " + guests.getLast());

        assertThat(Json.number(report, "told"))
                .isLessThanOrEqualTo(guests.size())
                .isGreaterThan(residents.size() / 4)
                .isLessThanOrEqualTo(residents.size());
        assertThat(Json.number(report, "came")).isGreaterThan(2);
        assertThat(paths).startsWith(0).contains(1);
        assertThat(mind.knew()).as("the prompts of those who know tell of it").hasSizeGreaterThan(2);
    }

    private static int think(LiveCity city, String resident) throws Exception {
        return city.send(HttpRequest.newBuilder(city.url("/api/v1/agents/" + resident + "/mind"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(MIND)))
                .statusCode();
    }

    /// On the second evening, at the tavern.
    private static String plan(LiveCity city, String host) throws Exception {
        var tavern = Json.items(city.read("/api/v1/world/locations?limit=1000")).stream()
                .filter(it -> "tavern".equals(it.get("kind")))
                .findFirst()
                .orElseThrow();
        var planned = city.post("/api/v1/parties", """
                {"host_id": "%s", "name": "Midsummer Night", "location_id": "%s",
                 "begins": "2030-04-02T18:00:00Z", "minutes": 180}""".formatted(host, tavern.get("id")));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
        return String.valueOf(Json.object(planned.body()).get("id"));
    }

    private static boolean isOver(LiveCity city) throws Exception {
        return String.valueOf(city.read("/api/v1/world").get("time")).compareTo("2030-04-02T21:00") >= 0;
    }
}
