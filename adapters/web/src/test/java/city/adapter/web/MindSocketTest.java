package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindReplied;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.spi.Speakers;
import city.agents.spi.Speakers.Standing;
import city.world.ResidentId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A program that speaks for a resident over a socket.
class MindSocketTest {
    private static final String REST =
            "{\"type\": \"answer\", \"question\": 5, \"action\": {\"type\": \"rest\", \"minutes\": 30}}";

    /// Hers is the only token.
    private static final Speakers STRICT = (_, token) -> token.equals("city_hers") ? Standing.OWNER : Standing.UNKNOWN;

    private final List<Object> done = new CopyOnWriteArrayList<>();
    private Site site;

    @BeforeEach
    void open() {
        site = new Site();
        site.city.mind = new MindSettings(MindKind.EXTERNAL, 0, 2);
        site.kernel.rules = command -> {
            done.add(command);
            return new ActionResult.Done();
        };
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aQuestionIsTheSameAsByHttpAndAnAnswerIsCarriedOut() throws Exception {
        try (var mind = LiveClient.mind(site, TestCity.ADA)) {
            var hello = mind.next("hello");
            assertThat(hello.get("agent_id").text()).isEqualTo(TestCity.ADA.toString());
            assertThat(hello.get("mind").text()).isEqualTo("external");
            var question = mind.next("question").get("question");
            var byHttp = Site.json(site.get("/api/v1/agents/" + TestCity.ADA + "/mind/questions"));
            assertThat(question).isEqualTo(byHttp.get("items").get(0));

            mind.send(REST);

            var outcome = mind.next("outcome").get("outcome");
            assertThat(outcome.get("question").number()).isEqualTo(5);
            assertThat(outcome.get("status").number()).isEqualTo(200);
            assertThat(outcome.get("done").get("type").text()).isEqualTo("rest");
            assertThat(outcome.has("problem")).isFalse();
            assertThat(done).containsExactly(new MindReplied(new ResidentId(TestCity.ADA), 5, new Action.Rest(30)));
        }
    }

    @Test
    void aRefusalSaysWhyAndTheSocketStays() throws Exception {
        site.kernel.rules = _ -> new ActionResult.Refused(ActionResult.Refusal.TOO_LATE, "question 5");
        try (var mind = LiveClient.mind(site, TestCity.ADA)) {
            mind.send(REST);
            var late = mind.next("outcome").get("outcome");
            assertThat(late.get("status").number()).isEqualTo(409);
            assertThat(late.get("problem").get("refusal").text()).isEqualTo("too_late");

            mind.send("{\"type\": \"answer\", \"question\": 0.5, \"action\": {\"type\": \"fly\"}}");
            var wrong = mind.next("outcome").get("outcome");
            assertThat(wrong.get("status").number()).isEqualTo(422);
            assertThat(wrong.has("question")).isFalse();
            assertThat(wrong.get("problem").get("errors").values())
                    .extracting(it -> it.get("field").text())
                    .containsExactly("question", "action.type");
        }
    }

    @Test
    void whatIsNoAnswerIsSaidToBeNone() throws Exception {
        try (var mind = LiveClient.mind(site, TestCity.ADA)) {
            for (var text : List.of("hello?", "{\"question\": 5}", "{\"type\": \"subscribe\", \"id\": \"all\"}")) {
                mind.send(text);
                assertThat(mind.next("error").get("problem").get("status").number())
                        .as(text)
                        .isBetween(400L, 422L);
            }
            mind.send(REST);
            assertThat(mind.next("outcome").get("outcome").get("status").number())
                    .isEqualTo(200);
        }
    }

    @Test
    void aMindOfAnotherKindIsAskedNothing() throws Exception {
        site.city.mind = new MindSettings(MindKind.MODEL, 300, 2);
        try (var mind = LiveClient.mind(site, TestCity.ADA)) {
            assertThat(mind.next("hello").get("mind").text()).isEqualTo("model");

            mind.send(REST);

            var first = mind.texts.take();
            assertThat(first.get("type").text()).isEqualTo("outcome");
            assertThat(first.get("outcome").get("problem").get("type").text()).isEqualTo("/problems/not-external");
        }
    }

    @Test
    void theTokenComesByHeaderOrAsTheFirstWord() throws Exception {
        site.speakers = STRICT;
        try (var byHeader = LiveClient.mind(site, TestCity.ADA, "Authorization", "Bearer city_hers");
                var byWord = LiveClient.mind(site, TestCity.ADA)) {
            byWord.send("{\"type\": \"token\", \"token\": \"city_hers\"}");

            assertThat(byHeader.next("question").get("question").get("question").number())
                    .isEqualTo(5);
            assertThat(byWord.next("question").get("question").get("question").number())
                    .isEqualTo(5);
        }
    }

    @Test
    void whoShowsATokenWhereNoneIsNeededIsHeardAllTheSame() throws Exception {
        try (var mind = LiveClient.mind(site, TestCity.ADA)) {
            mind.send("{\"type\": \"token\", \"token\": \"city_any\"}");
            mind.send(REST);

            assertThat(mind.next("outcome").get("outcome").get("status").number())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoMayNotSpeakHearsNothing() throws Exception {
        site.speakers = STRICT;
        try (var guess = LiveClient.mind(site, TestCity.ADA, "Authorization", "Bearer city_guess")) {
            var error = guess.next("error");
            assertThat(error.get("problem").get("status").number()).isEqualTo(401);
            assertThat(error.toString()).doesNotContain("city_guess");
            assertThat(guess.closing()).isEqualTo(4401);
        }
        for (var word : List.of("{\"type\": \"token\", \"token\": \"city_guess\"}", REST)) {
            try (var guess = LiveClient.mind(site, TestCity.ADA)) {
                guess.send(word);
                assertThat(guess.texts.take().get("type").text()).isEqualTo("error");
                assertThat(guess.closing()).isEqualTo(4401);
            }
        }
        site.speakers = (_, _) -> Standing.STRANGER;
        try (var other = LiveClient.mind(site, TestCity.ADA, "Authorization", "Bearer city_bens")) {
            assertThat(other.closing()).isEqualTo(4403);
        }
        assertThat(done).isEmpty();
    }

    @Test
    void aTokenThatEndsEndsTheSocket() throws Exception {
        site.speakers = STRICT;
        try (var mind = LiveClient.mind(site, TestCity.ADA, "Authorization", "Bearer city_hers")) {
            mind.next("question");
            site.speakers = (_, _) -> Standing.UNKNOWN;

            mind.send(REST);

            assertThat(mind.closing()).isEqualTo(4401);
            assertThat(done).isEmpty();
        }
    }

    @Test
    void whoDoesNotExistIsSpokenForByNobody() throws Exception {
        try (var nobodys = LiveClient.mind(site, new UUID(4, 4));
                var malformed = LiveClient.mind(site, "ada")) {
            assertThat(nobodys.closing()).isEqualTo(4404);
            assertThat(malformed.closing()).isEqualTo(4400);
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheSocketAndTheServersEndToo() throws Exception {
        try (var talkative = LiveClient.mind(site, TestCity.ADA);
                var patient = LiveClient.mind(site, TestCity.ADA)) {
            talkative.send("{\"type\":\"" + "x".repeat(20_000) + "\"}");
            assertThat(talkative.closing()).isEqualTo(1009);

            patient.next("hello");
            site.server.close();
            assertThat(patient.closing()).isEqualTo(1001);
        }
    }
}
