package city.agents.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AnswerTimeTest {
    private final AnswerTime time = new AnswerTime();

    @Test
    void isNothingWhileNothingIsKnown() {
        assertThat(time.usual()).isZero();
    }

    @Test
    void comesNearToWhatAllTake() {
        for (int i = 0; i < 100; i++) {
            take(200);
        }
        assertUsual(200, 201);
    }

    @Test
    void holdsMostOfWhatVaries() {
        var random = new Random(7);
        int within = 0;
        for (int i = 0; i < 10_000; i++) {
            long nanos = (long) (2e8 * Math.exp(0.3 * random.nextGaussian()));
            within += nanos <= time.usual() ? 1 : 0;
            time.took(nanos);
        }
        assertThat(within).isBetween(9_000, 9_900);
    }

    @Test
    void followsAModelThatBecomesSlow() {
        for (int i = 0; i < 100; i++) {
            take(200);
        }
        for (int i = 0; i < 20; i++) {
            take(400);
        }
        assertUsual(380, 450);
    }

    private void take(int millis) {
        time.took(Duration.ofMillis(millis).toNanos());
    }

    private void assertUsual(long least, long most) {
        assertThat(Duration.ofNanos(time.usual()).toMillis()).isBetween(least, most);
    }
}
