package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.MindReplied;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.AgentsReads.HeldOpinion;
import city.agents.AgentsReads.NightState;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Opinion;
import city.agents.Thought;
import city.agents.Thought.Answered;
import city.agents.Thought.Asked;
import city.agents.Thought.Recalled;
import city.agents.Thought.Tier;
import city.memory.MemoryId;
import city.world.ResidentId;
import city.world.kernel.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MindTest {
    private static final String MIND = "/api/v1/agents/" + TestCity.ADA + "/mind";
    private static final String DECISIONS = "/api/v1/agents/" + TestCity.ADA + "/decisions";

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        for (long question = 1; question <= 3; question++) {
            site.thoughts.append(List.of(thought(question)));
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aMindIsShown() throws Exception {
        var mind = Site.json(site.get(MIND));

        assertThat(mind.get("kind").text()).isEqualTo("model");
        assertThat(mind.get("threshold").number()).isEqualTo(300);
        assertThat(mind.get("patience").number()).isEqualTo(2);
        assertThat(mind.get("waiting").truth()).isTrue();
    }

    @Test
    void aMindIsSet() throws Exception {
        var asked = new AtomicReference<Command<?>>();
        site.kernel.rules = command -> {
            asked.set(command);
            return new ResidentResult.Done();
        };

        var set = site.send("PUT", MIND, "{\"kind\": \"external\", \"patience\": 12}");

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(asked.get())
                .isEqualTo(new SetMind(
                        new ResidentId(TestCity.ADA),
                        new MindSettings(MindKind.EXTERNAL, Occasion.FREE_TIME.salience(), 12)));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() throws Exception {
        var refused = site.send("PUT", MIND, "{\"kind\": \"genius\", \"threshold\": 1001, \"patience\": 0, \"iq\": 9}");

        WritingTest.assertProblem(refused, 422, "/problems/invalid-body");
        assertThat(refused.body()).contains("kind", "threshold", "patience", "iq");
    }

    @Test
    void decisionsSayWhyNewestFirst() throws Exception {
        var page = Site.json(site.get(DECISIONS + "?limit=2"));

        var newest = page.get("items").get(0);
        assertThat(newest.get("question").number()).isEqualTo(3);
        assertThat(newest.get("occasion").text()).isEqualTo("spoken to");
        assertThat(newest.get("tier").text()).isEqualTo("remembered");
        assertThat(newest.get("outcome").text()).isEqualTo("followed");
        assertThat(newest.get("cost").text()).isEqualTo("0.000077");
        assertThat(newest.get("memories").get(0).get("relevance").number()).isEqualTo(1);
        assertThat(page.get("next").text()).isEqualTo("20-2");
        var rest = Site.json(site.get(DECISIONS + "?limit=2&cursor=20-2"));
        assertThat(rest.get("items").get(0).get("question").number()).isEqualTo(1);
    }

    @Test
    void aCursorThatIsNoneIsRefused() throws Exception {
        for (var cursor : List.of("2", "x-1", "1-", "-1-2")) {
            var refused = site.get(DECISIONS + "?cursor=" + cursor);

            WritingTest.assertProblem(refused, 400, "/problems/invalid-parameter");
            assertThat(refused.body()).contains("cursor");
        }
    }

    @Test
    void opinionsSayOfWhom() throws Exception {
        var bread = new Opinion(new Opinion.Subject.Good("bread"), -1, "It is dear.");
        var herself = new Opinion(new Opinion.Subject.Person(new ResidentId(TestCity.ADA)), 2, "I do my best.");
        site.city.nights = new NightState(9, List.of(new HeldOpinion(bread, 9), new HeldOpinion(herself, 8)));

        var items = Site.json(site.get("/api/v1/agents/" + TestCity.ADA + "/opinions"))
                .get("items");

        assertThat(items.get(0).get("about").get("type").text()).isEqualTo("good");
        assertThat(items.get(0).get("about").get("name").text()).isEqualTo("bread");
        assertThat(items.get(0).get("stance").number()).isEqualTo(-1);
        assertThat(items.get(0).get("tick").number()).isEqualTo(9);
        assertThat(items.get(1).get("about").get("id").text()).isEqualTo(TestCity.ADA.toString());
        assertThat(items.get(1).get("about").get("name").text()).isNotEmpty();
    }

    @Test
    void nobodysMindIsNotFound() throws Exception {
        var nobody = "/api/v1/agents/" + new UUID(4, 4);

        assertThat(site.get(nobody + "/mind").statusCode()).isEqualTo(404);
        assertThat(site.get(nobody + "/decisions").statusCode()).isEqualTo(404);
        assertThat(site.get(nobody + "/opinions").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramIsToldWhatItHasToDecide() throws Exception {
        site.city.mind = new MindSettings(MindKind.EXTERNAL, 0, 2);
        try {
            var question =
                    Site.json(site.get(MIND + "/questions?wait=1")).get("items").get(0);

            assertThat(question.get("question").number()).isEqualTo(5);
            assertThat(question.get("occasion").text()).isEqualTo("morning");
            assertThat(question.get("observation").get("id").text()).isEqualTo(TestCity.ADA.toString());
            assertThat(question.get("deadline_ms").isNull()).isTrue();
            assertThat(site.get(MIND + "/questions?wait=31").statusCode()).isEqualTo(400);

            site.deadline = Optional.of(Duration.ofMillis(500));
            var urgent =
                    Site.json(site.get(MIND + "/questions?wait=1")).get("items").get(0);

            assertThat(urgent.get("deadline_ms").number()).isEqualTo(500);
        } finally {
            site.deadline = Optional.empty();
            site.city.mind = new MindSettings(MindKind.MODEL, 300, 2);
        }
    }

    @Test
    void aProgramAnswersByAnAction() throws Exception {
        var asked = new AtomicReference<Command<?>>();
        site.kernel.rules = command -> {
            asked.set(command);
            return new ActionResult.Refused(ActionResult.Refusal.TOO_LATE, "question 4");
        };
        site.city.mind = new MindSettings(MindKind.EXTERNAL, 0, 2);
        try {
            var late = site.post(
                    MIND + "/answers", "{\"question\": 4, \"action\": {\"type\": \"rest\", \"minutes\": 30}}");
            var wrong = site.post(MIND + "/answers", "{\"question\": 0.5, \"action\": {\"type\": \"fly\", \"up\": 1}}");

            WritingTest.assertProblem(late, 409, "/problems/action-refused");
            assertThat(late.body()).contains("too_late");
            assertThat(asked.get()).isEqualTo(new MindReplied(new ResidentId(TestCity.ADA), 4, new Action.Rest(30)));
            WritingTest.assertProblem(wrong, 422, "/problems/invalid-body");
            assertThat(wrong.body()).contains("question", "action.type", "action.up");
            assertThat(site.answers).containsExactly("4 rest: Refused");
        } finally {
            site.city.mind = new MindSettings(MindKind.MODEL, 300, 2);
        }
    }

    @Test
    void onlyForAMindThatIsExternal() throws Exception {
        var answer = "{\"question\": 4, \"action\": {\"type\": \"work\"}}";

        assertThat(Site.json(site.get(MIND + "/questions")).get("items").size()).isZero();
        WritingTest.assertProblem(site.post(MIND + "/answers", answer), 409, "/problems/not-external");
    }

    private static Thought thought(long question) {
        var recalled = List.of(new Recalled(new MemoryId(new UUID(7, 1)), "I met Bob.", 0.5, 0.25, 1));
        return new Thought(
                new ResidentId(TestCity.ADA),
                question,
                10 * question,
                Instant.parse("2030-01-01T08:00:00Z"),
                Occasion.SPOKEN_TO,
                Tier.REMEMBERED,
                new Asked("It rains.", "ab", "cd", recalled),
                new Answered("home", "tiny", "{}", "I am tired.", "rest", 1, 100, 20, 77, 210),
                Outcome.FOLLOWED,
                "",
                260);
    }
}
