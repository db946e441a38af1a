package city.agents.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class HandInTimeTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);

    private long now;
    private final HandInTime time = new HandInTime(DEADLINE, now);

    @Test
    void aTenthOfTheDeadlineIsKeptWhileItTakesLess() {
        assertKept(50);

        take(49);

        assertKept(50);
    }

    @Test
    void asMuchIsKeptAsItTookAtMost() {
        take(80);
        take(60);

        assertKept(80);
    }

    @Test
    void noMoreIsKeptThanThreeTenthsOfTheDeadline() {
        take(2_000);

        assertKept(150);
    }

    @Test
    void whatItTookIsForgottenAfterMany() {
        take(80);
        for (int i = 0; i < 250; i++) {
            take(1);
        }
        assertKept(80);

        for (int i = 0; i < 250; i++) {
            take(1);
        }
        assertKept(50);
    }

    @Test
    void whatItTookIsForgottenAfterAWhileWhereFewAreHandedIn() {
        take(80);
        now += Duration.ofSeconds(5).toNanos();
        take(1);
        assertKept(80);

        now += Duration.ofSeconds(5).toNanos();
        assertKept(50);
    }

    @Test
    void whatItTookIsForgottenAfterAQuietTime() {
        take(80);
        now += Duration.ofHours(1).toNanos();

        assertKept(50);
    }

    private void take(long millis) {
        time.took(now - Duration.ofMillis(millis).toNanos(), now);
    }

    private void assertKept(long millis) {
        assertThat(Duration.ofNanos(time.kept(now))).isEqualTo(Duration.ofMillis(millis));
    }
}
