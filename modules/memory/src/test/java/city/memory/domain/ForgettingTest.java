package city.memory.domain;

import static city.memory.testing.Memories.memory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.memory.domain.Forgetting.State;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private static final long HOUR = 12;
    private static final long DAY = 24 * HOUR;

    private final Forgetting forgetting = new Forgetting(new CityClock(Instant.EPOCH, Duration.ofMinutes(5)));

    @Test
    void activationIsThatOfTheTimesThatAreKnown() {
        assertThat(forgetting.activation(memory(1).get(), HOUR)).isEqualTo(0);
        assertThat(forgetting.activation(memory(1).get(), 100 * HOUR)).isCloseTo(StrictMath.log(0.1), within(1e-12));
        // Made 100 hours ago, recalled 25 hours ago: both lags are known, and the one between is their mean.
        assertThat(forgetting.activation(memory(1).accessed(1, 75 * HOUR).get(), 100 * HOUR))
                .isCloseTo(StrictMath.log(1 / 5.0 + 2 / 15.0), within(1e-12));
    }

    @Test
    void manyAccessesAreNearlyAsActiveAsTheSumOverAllOfThem() {
        double sum = 0;
        for (int hour = 10; hour <= 500; hour += 10) {
            sum += 1 / StrictMath.sqrt(hour);
        }

        assertThat(forgetting.activation(memory(1).accessed(49, 490 * HOUR).get(), 500 * HOUR))
                .isCloseTo(StrictMath.log(sum), within(0.1));
    }

    @Test
    void whatWasNeverRecalledFadesWithinAWeekAndIsGoneAfterTwoYears() {
        var memory = memory(1).importance(100).get();

        assertThat(forgetting.state(memory, 6 * DAY)).isEqualTo(State.KEPT);
        assertThat(forgetting.state(memory, 7 * DAY)).isEqualTo(State.FADED);
        assertThat(forgetting.state(memory, 400 * DAY)).isEqualTo(State.FADED);
        assertThat(forgetting.state(memory, 730 * DAY)).isEqualTo(State.GONE);
    }

    @Test
    void whatIsRecalledLastsLonger() {
        var recalled = memory(1).accessed(5, 29 * DAY).get();

        assertThat(forgetting.state(recalled, 30 * DAY)).isEqualTo(State.KEPT);
        assertThat(forgetting.state(memory(2).get(), 30 * DAY)).isEqualTo(State.FADED);
    }

    @Test
    void whatIsImportantLastsLongerAtFirst() {
        assertThat(forgetting.retention(memory(1).importance(700).get(), 30 * HOUR))
                .isEqualTo(StrictMath.exp(-30 / 150.0));
        assertThat(forgetting.retention(memory(1).importance(300).get(), 10 * HOUR))
                .isEqualTo(StrictMath.exp(-10 / 100.0));
        assertThat(forgetting.retention(memory(1).importance(299).get(), HOUR)).isEqualTo(StrictMath.exp(-1 / 50.0));
    }

    @Test
    void whatIsPinnedIsNeverForgotten() {
        assertThat(forgetting.state(memory(1).importance(0).asPinned().get(), 10_000 * DAY))
                .isEqualTo(State.KEPT);
    }

    @Property
    void retentionOnlyFallsWithTimeAndOnlyRisesWithUse(
            @ForAll @IntRange(max = 1000) int importance,
            @ForAll @IntRange(max = 50) int accesses,
            @ForAll @IntRange(max = 100_000) int last,
            @ForAll @IntRange(max = 100_000) int after,
            @ForAll @IntRange(min = 1, max = 10_000) int later) {
        var memory = memory(1).importance(importance).accessed(accesses, last);
        long now = last + after;
        double retention = forgetting.retention(memory.get(), now);

        assertThat(retention).isBetween(0.0, 1.0);
        assertThat(forgetting.retention(memory.get(), now + later)).isLessThanOrEqualTo(retention);
        assertThat(forgetting.retention(memory.accessed(accesses + 1, now).get(), now))
                .isGreaterThanOrEqualTo(retention);
    }
}
