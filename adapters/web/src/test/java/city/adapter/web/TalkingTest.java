package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand.Act;
import city.social.InteractionId;
import city.social.SocialCommand.EndInteraction;
import city.social.SocialCommand.SocialResult;
import city.social.Tone;
import city.social.Utterance;
import city.world.ResidentId;
import city.world.kernel.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TalkingTest {
    private static final InteractionId OPEN = new InteractionId(QuietTown.OPEN);

    private final Site site = new Site();
    private final List<Command<?>> submitted = new ArrayList<>();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aTalkIsReadWhileItGoesOnAndAfterwards() throws Exception {
        var open = site.get("/api/v1/interactions/" + QuietTown.OPEN);
        var past = site.get("/api/v1/interactions/" + QuietTown.PAST);

        assertThat(open.body()).contains("\"state\":\"open\"", "\"name\":\"Ben\"", "\"topic\":\"weather\"");
        assertThat(past.body())
                .contains("\"state\":\"ended\"", "\"outcome\":\"pleasant\"", "\"ending\":\"left\"", "\"messages\":5");
        assertThat(site.get("/api/v1/interactions/" + TestCity.ADA).statusCode())
                .isEqualTo(404);
        assertThat(site.get("/api/v1/interactions?state=open").body()).contains(QuietTown.OPEN.toString());
        assertThat(site.get("/api/v1/interactions?limit=1").body())
                .contains(QuietTown.PAST.toString(), "\"next\":null");
        assertThat(site.get("/api/v1/interactions?state=over").statusCode()).isEqualTo(400);
    }

    @Test
    void anInvitationIsTheResidentsOwnAct() throws Exception {
        answer(new ActionResult.Talked(OPEN));

        var answer = site.post(
                "/api/v1/interactions",
                "{\"agent_id\": \"%s\", \"with\": [\"%s\"], \"words\": \"A word?\", \"tone\": \"warm\"}"
                        .formatted(TestCity.ADA, TestCity.BEN));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/interactions/" + QuietTown.OPEN);
        assertThat(submitted.getLast())
                .isEqualTo(new Act(
                        new ResidentId(TestCity.ADA),
                        new Action.Invite(
                                List.of(new ResidentId(TestCity.BEN)),
                                Optional.of(new Utterance("A word?", Tone.WARM, "")),
                                30)));
    }

    @Test
    void whatIsWrongWithAnInvitationIsToldAtOnce() throws Exception {
        var answer = site.post("/api/v1/interactions", "{\"with\": [], \"tone\": \"sour\", \"words\": \"x\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("agent_id", "with", "tone");
    }

    @Test
    void aMessageIsMeantForItsTalkAndARefusalSaysWhy() throws Exception {
        var words = "{\"agent_id\": \"%s\", \"words\": \"So it is.\"}".formatted(TestCity.ADA);
        answer(new ActionResult.Talked(OPEN));
        var said = site.post("/api/v1/interactions/%s/messages".formatted(QuietTown.OPEN), words);
        answer(new ActionResult.Refused(ActionResult.Refusal.NOT_YOUR_TURN, "Ben"));
        var refused = site.post("/api/v1/interactions/%s/messages".formatted(QuietTown.OPEN), words);

        assertThat(said.body()).contains("\"what\":\"said\"");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("not_your_turn");
        assertThat(submitted.getLast())
                .isEqualTo(new Act(
                        new ResidentId(TestCity.ADA),
                        new Action.Say(new Utterance("So it is.", Tone.PLAIN, ""), Optional.of(OPEN))));
    }

    @Test
    void aTalkIsEndedForAllOrLeftByOne() throws Exception {
        answer(new SocialResult.Done());
        var ended = site.post("/api/v1/interactions/%s/end".formatted(QuietTown.OPEN), "");
        assertThat(submitted.getLast()).isEqualTo(new EndInteraction(OPEN));
        answer(new ActionResult.Talked(OPEN));
        var left = site.post(
                "/api/v1/interactions/%s/end".formatted(QuietTown.OPEN),
                "{\"agent_id\": \"%s\"}".formatted(TestCity.ADA));

        assertThat(ended.body()).contains("\"what\":\"ended\"");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(submitted.getLast())
                .isEqualTo(new Act(
                        new ResidentId(TestCity.ADA), new Action.LeaveTalk(Optional.empty(), Optional.of(OPEN))));
    }

    @Test
    void whoLeftUnderAKeyIsToldSoAgainWhenTheTalkIsForgotten() throws Exception {
        var address = "/api/v1/interactions/%s/end".formatted(UUID.randomUUID());
        var leaving = "{\"agent_id\": \"%s\"}".formatted(TestCity.ADA);
        answer(new ActionResult.Talked(OPEN));

        var left = site.post(address, leaving, "Idempotency-Key", "farewell");
        var again = site.post(address, leaving, "Idempotency-Key", "farewell");

        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(left.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "end"})
    void whatIsRefusedOfATalkThatNeverWasIsMissing(String what) throws Exception {
        var address = "/api/v1/interactions/%s/%s".formatted(UUID.randomUUID(), what);
        var body = what.equals("end")
                ? "{\"agent_id\": \"%s\"}".formatted(TestCity.ADA)
                : "{\"agent_id\": \"%s\", \"words\": \"Hello?\"}".formatted(TestCity.ADA);
        answer(new ActionResult.Refused(ActionResult.Refusal.NOT_TALKING, ""));

        assertThat(site.post(address, body).statusCode()).isEqualTo(404);
    }

    @Test
    void theMessagesOfATalkThatNeverWasAreMissing() throws Exception {
        assertThat(site.get("/api/v1/interactions/%s/messages".formatted(QuietTown.PAST))
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/api/v1/interactions/%s/messages".formatted(TestCity.ADA))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tiesAreShownByNameAndWithThreePlaces() throws Exception {
        var ada = "/api/v1/agents/" + TestCity.ADA;

        assertThat(site.get(ada + "/relationships").body())
                .contains("\"type\":\"friend\"", "\"bond\":\"colleague\"", "\"strength\":0.302", "\"name\":\"Ben\"");
        assertThat(site.get(ada + "/relationships/" + TestCity.BEN).body()).contains("\"mutuals\":[]");
        assertThat(site.get(ada + "/network?depth=2").body()).contains("\"distance\":1");
        assertThat(site.get(ada + "/network?depth=4").statusCode()).isEqualTo(400);
        assertThat(site.get(ada + "/suggestions").body()).contains("\"through\":3");
        assertThat(site.get("/api/v1/social/communities").body()).contains("\"size\":2");
        assertThat(site.get("/api/v1/agents/%s/network".formatted(QuietTown.OPEN))
                        .statusCode())
                .isEqualTo(404);
    }

    private void answer(Object answer) {
        site.kernel.rules = command -> {
            submitted.add(command);
            return answer;
        };
    }
}
