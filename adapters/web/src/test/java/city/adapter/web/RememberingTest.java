package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.memory.Memories.NotReady;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.Remember;
import city.memory.MemoryCommand.RememberResult;
import city.memory.MemoryId;
import city.world.ResidentId;
import city.world.kernel.Command;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberingTest {
    private static final String PATH = "/api/v1/agents/" + TestCity.ADA + "/memories";

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void recover() {
        site.memories.refusal = Optional.empty();
        site.memories.isUpToDate = true;
    }

    @Test
    void memoriesAreListedNewestFirstInPages() throws Exception {
        var first = Site.json(site.get(PATH + "?limit=4"));
        var second =
                Site.json(site.get(PATH + "?limit=4&cursor=" + first.get("next").text()));

        assertThat(contents(first)).containsExactly("memory 5", "memory 4", "memory 3", "memory 2");
        assertThat(contents(second)).containsExactly("memory 1", "memory 0");
        assertThat(second.get("next").isNull()).isTrue();
        var item = first.get("items").get(1);
        assertThat(item.get("agent_id").text()).isEqualTo(TestCity.ADA.toString());
        assertThat(item.get("type").text()).isEqualTo("observation");
        assertThat(item.get("importance").decimal()).isEqualTo(0.18);
        assertThat(item.get("timestamp").text()).isEqualTo("2030-01-01T04:00:00Z");
        assertThat(item.get("evidence").get(0).number()).isEqualTo(5);
        assertThat(item.get("score").isNull()).isTrue();
    }

    @Test
    void onlyTheTypeThatIsAskedForIsGiven() throws Exception {
        var listed = Site.json(site.get(PATH + "?type=conversation"));
        var recalled = Site.json(site.get(PATH + "?query=x&type=conversation"));

        assertThat(contents(listed)).containsExactly("memory 5");
        assertThat(contents(recalled)).containsExactly("memory 5");
    }

    @Test
    void whatIsRecalledSaysWhy() throws Exception {
        var recalled = Site.json(site.get(PATH + "?query=fresh%20bread&limit=2"));

        assertThat(site.memories.asked.get().words()).isEqualTo("fresh bread");
        assertThat(recalled.get("items").size()).isEqualTo(2);
        var score = recalled.get("items").get(0).get("score");
        assertThat(score.get("recency").decimal()).isEqualTo(0.25);
        assertThat(score.get("importance").decimal()).isEqualTo(0.5);
        assertThat(score.get("relevance").decimal()).isEqualTo(1);
        assertThat(score.get("total").decimal()).isEqualTo(1.75);
    }

    @Test
    void aBadParameterIsNamed() throws Exception {
        assertRefused(site.get(PATH + "?type=dream"), 400, "type");
        assertRefused(site.get(PATH + "?query=x&limit=101"), 400, "limit");
        assertRefused(site.get(PATH + "?limit=0"), 400, "limit");
        assertRefused(site.get(PATH + "?query=%20"), 400, "query");
        assertRefused(site.get(PATH + "?query=" + "x".repeat(1001)), 400, "query");
        assertRefused(site.get(PATH + "?query=x&cursor=1-" + TestCity.ADA), 400, "cursor");
        assertRefused(site.get(PATH + "?cursor=12"), 400, "cursor");
        assertThat(site.get(PATH.replace(TestCity.ADA.toString(), TestCity.MILL.toString()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anIndexThatIsBeingBuiltIsAReasonToComeAgain() throws Exception {
        site.memories.refusal = Optional.of(new NotReady("the index of memories is being built"));

        var refused = site.get(PATH + "?query=x");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        assertThat(site.get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmbedderThatWantsToBeLeftAloneIsLeftAloneForSoLong() throws Exception {
        site.memories.refusal = Optional.of(new NotReady("the embedder does not answer", Duration.ofSeconds(30)));

        var refused = site.get(PATH + "?query=x");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).contains("30");
        assertThat(Site.json(refused).get("type").text()).isEqualTo("/problems/unavailable");
        assertThat(Site.json(refused).get("detail").text()).isEqualTo("the embedder does not answer");
    }

    @Test
    void whatIsGivenBecomesACommand() throws Exception {
        var heard = new AtomicReference<Command<?>>();
        var memory = new MemoryId(new UUID(6, 77));
        site.kernel.rules = command -> {
            heard.set(command);
            return new RememberResult.Done(memory);
        };

        var given = site.post(
                PATH,
                "{\"content\":\"The mayor promised me a garden.\",\"type\":\"insight\",\"importance\":0.8,\"pinned\":true}",
                "Idempotency-Key",
                "garden");
        site.memories.isUpToDate = false;
        var plain = site.post(PATH, "{\"content\":\"x\"}");

        assertThat(given.statusCode()).isEqualTo(201);
        assertThat(Site.json(given).get("id").text()).isEqualTo(memory.value().toString());
        assertThat(Site.json(given).get("remembered").truth()).isTrue();
        assertThat(Site.json(plain).get("remembered").truth()).isFalse();
        assertThat(heard.get())
                .isEqualTo(new Remember(new ResidentId(TestCity.ADA), Kind.OBSERVATION, "x", Optional.empty(), false));
        var again = site.post(
                PATH,
                "{\"content\":\"The mayor promised me a garden.\",\"type\":\"insight\",\"importance\":0.8,\"pinned\":true}",
                "Idempotency-Key",
                "garden");
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void aBadFieldIsNamedAndWhoIsGoneRemembersNothingNew() throws Exception {
        assertRefused(site.post(PATH, "{}"), 422, "content");
        assertRefused(site.post(PATH, "{\"content\":\" \"}"), 422, "content");
        assertRefused(site.post(PATH, "{\"content\":\"x\",\"type\":\"summary\"}"), 422, "type");
        assertRefused(site.post(PATH, "{\"content\":\"x\",\"importance\":1.5}"), 422, "importance");
        assertRefused(site.post(PATH, "{\"content\":\"x\",\"pinned\":\"yes\"}"), 422, "pinned");
        assertRefused(site.post(PATH, "{\"content\":\"x\",\"mood\":1}"), 422, "mood");
        site.kernel.rules = _ -> new RememberResult.HasDeparted(new ResidentId(TestCity.GONE));
        assertThat(site.post(PATH, "{\"content\":\"x\"}").statusCode()).isEqualTo(409);
        site.kernel.rules = _ -> new RememberResult.NoSuchResident(new ResidentId(TestCity.MILL));
        assertThat(site.post(PATH, "{\"content\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void aCityWithoutMemorySaysSo() throws Exception {
        try (var forgetful = Site.withoutMemory()) {
            var read = forgetful.get(PATH);
            var given = forgetful.post(PATH, "{\"content\":\"x\"}");

            assertThat(List.of(read, given)).allSatisfy(it -> {
                assertThat(it.statusCode()).isEqualTo(409);
                assertThat(Site.json(it).get("type").text()).isEqualTo("/problems/memory-off");
            });
        }
    }

    private static List<String> contents(Json page) {
        return page.get("items").values().stream()
                .map(it -> it.get("content").text())
                .toList();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String field) throws Exception {
        assertThat(answer.statusCode()).as(field).isEqualTo(status);
        assertThat(Site.json(answer).get("field").text()).isEqualTo(field);
    }
}
