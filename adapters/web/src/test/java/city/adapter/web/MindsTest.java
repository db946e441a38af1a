package city.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets.Limit;
import city.agents.MindReport;
import city.agents.MindReport.Embedder;
import city.agents.MindReport.Models;
import city.agents.MindReport.Tier;
import city.agents.MindReport.Used;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MindsTest {
    private static final String MINDS = "/api/v1/minds";
    private static final Map<Tier, Long> MIX = Map.of(Tier.ROUTINE, 90L, Tier.MODEL, 6L, Tier.REMEMBERED, 4L);

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
    void whatModelsCostStandsBesideTheBudget() throws Exception {
        site.minds = new MindReport(
                Optional.of(new Models(
                        new Used(12, 3_400, 1_500_000),
                        new Used(99, 28_000, 4_000_001),
                        new Limit(Limit.UNLIMITED, 50_000, 5_000_000),
                        7,
                        64,
                        2)),
                Optional.empty(),
                Map.of(Outcome.FOLLOWED, 9L, Outcome.TIMED_OUT, 3L),
                MIX);

        var minds = Site.json(site.get(MINDS));

        assertThat(minds.get("models").truth()).isTrue();
        var spend = minds.get("spend");
        assertThat(spend.get("today").text()).isEqualTo("1.500000");
        assertThat(spend.get("forecast").text()).isEqualTo("4.000001");
        assertThat(spend.get("budget").text()).isEqualTo("5.000000");
        assertThat(spend.get("calls").number()).isEqualTo(12);
        assertThat(spend.get("call_budget").isNull()).isTrue();
        assertThat(spend.get("tokens").number()).isEqualTo(3_400);
        assertThat(spend.get("token_budget").number()).isEqualTo(50_000);
        assertThat(minds.get("questions").get("total").number()).isEqualTo(12);
        assertThat(minds.get("questions").get("followed").number()).isEqualTo(9);
        assertThat(minds.get("questions").get("timed_out").number()).isEqualTo(3);
        assertThat(minds.get("questions").get("ran_out").number()).isZero();
        assertThat(minds.get("precedents").number()).isEqualTo(7);
        assertThat(minds.get("turns").number()).isEqualTo(64);
        assertThat(minds.get("thoughts_lost").number()).isEqualTo(2);
    }

    @Test
    void withoutModelsTheMixIsToldAndNothingIsSpent() throws Exception {
        site.minds = new MindReport(Optional.empty(), Optional.empty(), Map.of(), MIX);

        var minds = Site.json(site.get(MINDS));

        assertThat(minds.get("models").truth()).isFalse();
        assertThat(minds.get("spend").isNull()).isTrue();
        assertThat(minds.get("embedder").isNull()).isTrue();
        var decisions = minds.get("decisions");
        assertThat(decisions.get("total").number()).isEqualTo(100);
        assertThat(decisions.get("routine").get("count").number()).isEqualTo(90);
        assertThat(decisions.get("routine").get("share").decimal()).isEqualTo(0.9);
        assertThat(decisions.get("remembered").get("share").decimal()).isEqualTo(0.04);
        assertThat(decisions.get("model").get("count").number()).isEqualTo(6);
        assertThat(decisions.get("external").get("count").number()).isZero();
    }

    @Test
    void whatVectorsCostStandsBesideWhatIsLeft() throws Exception {
        site.minds = new MindReport(
                Optional.empty(),
                Optional.of(new Embedder(
                        "openai/small/768",
                        new Used(7, 3_500, 70),
                        new Used(14, 7_000, 140),
                        new Limit(Limit.UNLIMITED, Limit.UNLIMITED, 1_000_000),
                        new Limit(3, Limit.UNLIMITED, 999_930))),
                Map.of(),
                MIX);

        var minds = Site.json(site.get(MINDS));

        assertThat(minds.get("spend").isNull()).as("of models").isTrue();
        var embedder = minds.get("embedder");
        assertThat(embedder.get("space").text()).isEqualTo("openai/small/768");
        assertThat(embedder.get("spend").get("today").text()).isEqualTo("0.000070");
        assertThat(embedder.get("spend").get("forecast").text()).isEqualTo("0.000140");
        assertThat(embedder.get("spend").get("budget").text()).isEqualTo("1.000000");
        assertThat(embedder.get("spend").get("calls").number()).isEqualTo(7);
        assertThat(embedder.get("spend").get("tokens").number()).isEqualTo(3_500);
        assertThat(embedder.get("left").get("money").text()).isEqualTo("0.999930");
        assertThat(embedder.get("left").get("calls").number()).isEqualTo(3);
        assertThat(embedder.get("left").get("tokens").isNull()).isTrue();
    }

    @Test
    void beforeAnybodyDecidedNobodyHasAShare() throws Exception {
        site.minds = new MindReport(Optional.empty(), Optional.empty(), Map.of(), Map.of());

        var routine = Site.json(site.get(MINDS)).get("decisions").get("routine");

        assertThat(routine.get("count").number()).isZero();
        assertThat(routine.get("share").decimal()).isZero();
    }
}
