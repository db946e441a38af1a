package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.ActionResult;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SetMind;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.spi.Speakers.Standing;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A resident of whom a token was issued, and those who come with it and without.
class TokensTest {
    private static final String MIND = "/api/v1/agents/" + TestCity.ADA + "/mind";
    private static final String ANSWER = "{\"question\": 5, \"action\": {\"type\": \"rest\", \"minutes\": 30}}";
    private static final String HERS = "city_hers";
    private static final String BENS = "city_bens";

    private static Site site;

    private final List<Object> done = new ArrayList<>();

    @BeforeAll
    static void open() {
        site = new Site();
        site.speakers = (_, token) -> switch (token) {
            case HERS -> Standing.OWNER;
            case BENS -> Standing.STRANGER;
            default -> Standing.UNKNOWN;
        };
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void letThingsBeDone() {
        site.city.mind = new MindSettings(MindKind.EXTERNAL, 0, 2);
        site.kernel.rules = command -> {
            done.add(command);
            return command instanceof SetMind ? new ResidentResult.Done() : new ActionResult.Done();
        };
    }

    @Test
    void whoShowsTheTokenIsToldAndHeard() throws Exception {
        assertThat(site.get(MIND + "/questions", "Authorization", "Bearer " + HERS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.post(MIND + "/answers", ANSWER, "Authorization", "bearer " + HERS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.send("PUT", MIND, "{\"kind\": \"routine\"}", "Authorization", "Bearer " + HERS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(done).hasSize(2);
    }

    @Test
    void whoShowsNoneOrAWrongOneIsRefusedAndNothingIsDone() throws Exception {
        for (var headers : List.of(
                new String[] {},
                new String[] {"Authorization", "Bearer city_guess"},
                new String[] {"Authorization", "Basic " + HERS},
                new String[] {"Authorization", HERS})) {
            for (var answer : speak(headers)) {
                WritingTest.assertProblem(answer, 401, "/problems/token-needed");
                assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                assertThat(answer.body()).doesNotContain("city_guess", HERS);
            }
        }
        assertThat(done).isEmpty();
    }

    @Test
    void whoSpeaksForAnotherIsToldSo() throws Exception {
        for (var answer : speak("Authorization", "Bearer " + BENS)) {
            WritingTest.assertProblem(answer, 403, "/problems/token-of-another");
            assertThat(answer.body()).doesNotContain(BENS);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void nobodyTakesAResidentOverWithoutItsToken() throws Exception {
        site.city.mind = new MindSettings(MindKind.MODEL, 300, 2);

        WritingTest.assertProblem(site.send("PUT", MIND, "{\"kind\": \"external\"}"), 401, "/problems/token-needed");
        assertThat(site.send("PUT", MIND, "{\"kind\": \"routine\"}").statusCode())
                .as("between minds of the city's own nobody needs one")
                .isEqualTo(200);
    }

    @Test
    void theDescriptionNamesTheToken() throws Exception {
        var description = Site.json(site.get("/openapi.json"));

        var scheme = description.get("components").get("securitySchemes").get("resident_token");
        assertThat(scheme.get("scheme").text()).isEqualTo("bearer");
        for (var path : List.of("/questions", "/answers")) {
            var call = description.get("paths").get("/api/v1/agents/{id}/mind" + path);
            var operation = path.equals("/answers") ? call.get("post") : call.get("get");
            assertThat(operation.get("security").get(0).has("resident_token")).isTrue();
            assertThat(operation.get("responses").has("401")).isTrue();
            assertThat(operation.get("responses").get("403").get("description").text())
                    .contains("another resident");
        }
    }

    private static List<HttpResponse<String>> speak(String... headers) throws Exception {
        return List.of(
                site.get(MIND + "/questions", headers),
                site.post(MIND + "/answers", ANSWER, headers),
                site.send("PUT", MIND, "{\"kind\": \"routine\"}", headers));
    }
}
