package city.app.look.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.app.Failure;
import city.world.kernel.EventType.Audience;
import city.world.kernel.Genesis;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int DAY = 288;
    private static final String RULES = "rules version " + Genesis.RULES_VERSION;

    @Test
    void whatOneOfThemLivedAloneIsNotCompared() {
        var found = compare(town(DAY), town(2 * DAY).commanded(DAY + 1, "{}").told(DAY + 1, Audience.PUBLIC, "{}"));

        assertThat(found.areEqual()).isTrue();
        assertThat(found.lastEqualTick()).hasValue(DAY);
        assertThat(FindingsText.lines(found))
                .contains("journal: the same", "events: the same", "state at tick 288: the same");
    }

    @Test
    void theCommandThatOnlyOneOfThemGotIsWhereTheyPart() {
        var found = compare(
                town(DAY).commanded(10, "{}"),
                town(DAY).commanded(10, "{}").commanded(100, "{\"loud\":true}").worth(7));

        assertThat(found.areEqual()).isFalse();
        assertThat(found.lastEqualTick()).hasValue(99);
        assertThat(FindingsText.lines(found))
                .containsExactly(
                        "the same genesis (scenario town, seed 5, %s); equal up to tick 99 of 288".formatted(RULES),
                        "one: generation 1, by %s, at tick 288".formatted(RULES),
                        "other: generation 1, by %s, at tick 288".formatted(RULES),
                        "journal: differs from entry 2 on, tick 100",
                        "  one: nothing more up to tick 288",
                        "  other: entry 2, tick 100, operator, world.ring.v1 {\"loud\":true}",
                        "events: the same",
                        "state at tick 288: 1 differences, of which the first 1:",
                        "  economy.treasury 0, value: 0 | 7");
    }

    @Test
    void theEventThatSaysSomethingElseIsNamedWithBothItsValues() {
        var found = compare(town(DAY), town(DAY).told(50, Audience.TELEMETRY, "{\"to\":\"the mill\"}"));

        assertThat(found.lastEqualTick()).hasValue(49);
        assertThat(FindingsJson.of(found))
                .contains("\"last_equal_tick\":49,")
                .contains("\"event\":{\"one\":{\"sequence\":100,\"tick\":50,\"type\":\"agents.moved.v1\",\"subject\":"
                        + "\"00000000-0000-0000-0000-000000000007\",\"name\":null,\"data\":{}},\"other\":{")
                .contains("\"data\":{\"to\":\"the mill\"}}}")
                .endsWith("\"state\":{\"differences\":0,\"first\":[]}}");
    }

    /// What one of them has no more says nothing; what is kept for ever does, below the horizon, too.
    @Test
    void telemetryThatOneOfThemRemovedIsNotCompared() {
        var one = town(DAY).withoutMovesUpTo(100);

        assertThat(compare(one, town(DAY).told(90, Audience.TELEMETRY, "{\"a\":1}"))
                        .areEqual())
                .isTrue();
        assertThat(compare(one, town(DAY).told(110, Audience.TELEMETRY, "{\"a\":1}"))
                        .lastEqualTick())
                .hasValue(109);
        assertThat(compare(one, town(DAY).told(90, Audience.PUBLIC, "{\"a\":1}"))
                        .lastEqualTick())
                .hasValue(89);
    }

    @Test
    void aKeyframeTellsOfADifferenceBeforeTheLogsDo() {
        var one = town(DAY).keyframe(20, 1).keyframe(40, 2).keyframe(60, 3);
        var other = town(DAY).keyframe(20, 1).keyframe(40, 7).keyframe(60, 8).told(70, Audience.PUBLIC, "{\"a\":1}");

        assertThat(compare(one, other).lastEqualTick()).hasValue(39);
    }

    @Test
    void newerRulesForOneOfThemAreATraceToo() {
        var one = town(DAY).newRules(40).worth(3);

        assertThat(compare(one, town(DAY)).lastEqualTick()).hasValue(39);
        assertThat(compare(one, town(DAY).newRules(40)).lastEqualTick()).hasValue(40);
    }

    @Test
    void whereOnlyTheStatesDifferTheLastSharedKeyframeIsWhatIsKnown() {
        var one = town(DAY).keyframe(20, 1).keyframe(40, 2);

        assertThat(compare(one, town(DAY).keyframe(20, 1).keyframe(40, 2).worth(3))
                        .lastEqualTick())
                .hasValue(40);
        assertThat(compare(one, town(DAY).worth(3)).lastEqualTick()).hasValue(0);
    }

    @Test
    void citiesOfTwoSeedsWereNeverEqual() {
        var found = compare(town(DAY), new TwoDays(6, DAY));

        assertThat(found.lastEqualTick()).isEmpty();
        assertThat(FindingsText.lines(found).getFirst())
                .isEqualTo(
                        "not the same genesis (scenario town, seed 5, %1$s; scenario town, seed 6, %1$s); never equal"
                                .formatted(RULES));
    }

    @Test
    void aTickThatOneOfThemHasNotReachedIsRefused() {
        for (long tick : new long[] {-1, DAY + 1}) {
            assertThatThrownBy(() ->
                            new Comparison(town(DAY).named("one"), town(2 * DAY).named("other"), OptionalLong.of(tick)))
                    .isInstanceOfSatisfying(
                            Failure.class, it -> assertThat(it.exitCode()).isEqualTo(Failure.WRONG_USAGE))
                    .hasMessage("--at must be 0 to 288, the last tick that both cities have: " + tick);
        }
    }

    private static TwoDays town(long ticks) {
        return new TwoDays(5, ticks);
    }

    private static Findings compare(TwoDays one, TwoDays other) {
        return new Comparison(one.named("one"), other.named("other"), OptionalLong.empty()).run(20);
    }
}
