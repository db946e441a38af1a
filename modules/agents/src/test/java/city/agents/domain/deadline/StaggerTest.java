package city.agents.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StaggerTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);

    @Test
    void whoWaitsForOneTickIsDoneBeforeTheNext() {
        assertSpread(1, 1, 400);
        assertSpread(0.5, 1, 1_300);
    }

    @Test
    void whoWaitsForMoreIsAskedOverTheWholeTick() {
        assertSpread(1, 2, 900);
        assertSpread(1, 288, 900);
        assertSpread(2, 3, 450);
    }

    @Test
    void whoIsAskedLastHasItsDeadlineBeforeItsPatienceEnds() {
        assertSpread(4, 2, 0);
        assertSpread(4, 3, 225);
        assertSpread(2.5, 2, 260);
    }

    @Test
    void allAreAskedAtOnceWhereTicksAreTooShort() {
        assertSpread(2, 1, 0);
        assertSpread(100, 5, 0);
        assertSpread(Double.POSITIVE_INFINITY, 288, 0);
    }

    private static void assertSpread(double ticksPerSecond, int patience, int millis) {
        var stagger = Stagger.of(ticksPerSecond, DEADLINE);

        assertThat(Duration.ofNanos(stagger.spread(patience)).toMillis()).isEqualTo(millis);
    }
}
