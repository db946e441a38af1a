package city.agents.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Duration IN_TIME = DEADLINE;
    private static final Duration LATE = DEADLINE.plusNanos(1);
    private static final int MOST = 1_000;

    private long now;
    private Duration tick = DEADLINE;
    private final Turns turns = new Turns(MOST, DEADLINE, () -> tick.toNanos(), now);

    @Test
    void beginWithFewAndNoMoreThanAreAllowed() throws Exception {
        assertThat(taken(turns, MOST)).isEqualTo(Turns.FIRST);
        assertThat(taken(new Turns(3, DEADLINE, () -> 0, now), MOST)).isEqualTo(3);
    }

    @Test
    void aTurnThatIsGivenBackIsAnothers() throws Exception {
        taken(turns, MOST);
        turns.giveBack();
        assertThat(taken(turns, MOST)).isOne();
    }

    @Test
    void becomeMoreByHalfWhileSomeFindNoneAndAllComeInTime() throws Exception {
        taken(turns, MOST);
        judge(100, 0);
        assertThat(turns.limit()).isEqualTo(97);
        assertThat(taken(turns, MOST)).isEqualTo(97 - Turns.FIRST);
    }

    @Test
    void growNoFurtherThanIsAllowed() throws Exception {
        for (int i = 0; i < 100; i++) {
            taken(turns, MOST);
            judge(100, 0);
        }
        assertThat(turns.limit()).isEqualTo(MOST);
    }

    @Test
    void stayWhileSomeAreFree() throws Exception {
        taken(turns, Turns.FIRST - 1);
        judge(100, 0);
        assertThat(turns.limit()).isEqualTo(Turns.FIRST);
    }

    @Test
    void areHalvedWhenMoreThanOneInAHundredIsLateAlsoWhileAllAreTaken() throws Exception {
        int held = taken(turns, MOST);
        for (int i = 0; i < 5; i++) {
            judge(199, 1);
            held += taken(turns, MOST);
        }
        int many = turns.limit();
        assertThat(many).isEqualTo(held).isGreaterThan(3 * Turns.FIRST);

        judge(100, 2);

        assertThat(turns.limit()).isEqualTo(many / 2);
        for (int i = 0; i < many - many / 2; i++) {
            turns.giveBack();
        }
        assertThat(taken(turns, MOST)).isZero();
        turns.giveBack();
        assertThat(taken(turns, MOST)).isOne();
    }

    @Test
    void neverFallBelowWhatTheyBeganWith() {
        for (int i = 0; i < 10; i++) {
            judge(100, 100);
        }
        assertThat(turns.limit()).isEqualTo(Turns.FIRST);
    }

    @Test
    void areNotJudgedByAHandful() throws Exception {
        grow();
        int many = turns.limit();
        judge(98, 98);
        assertThat(turns.limit()).isEqualTo(many);
        decide(1, LATE);
        assertThat(turns.limit()).isEqualTo(many / 2);
    }

    @Test
    void areHalvedOnceForWhatWasBegunBefore() throws Exception {
        grow();
        int many = turns.limit();
        judge(100, 100);
        decide(1_000, LATE);
        assertThat(turns.limit()).isEqualTo(many / 2);
    }

    @Test
    void areJudgedByWholeTicks() throws Exception {
        grow();
        int many = turns.limit();
        tick = DEADLINE.multipliedBy(2);
        judge(100, 2);
        assertThat(turns.limit()).isEqualTo(many);

        judge(100, 0);
        assertThat(turns.limit()).isEqualTo(many);

        judge(250, 2);
        judge(100, 2);
        assertThat(turns.limit()).isEqualTo(many / 2);
    }

    private void grow() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            taken(turns, MOST);
            judge(100, 0);
        }
    }

    /// As many as there are; who wants more than that goes without, and is noted.
    private static int taken(Turns turns, int wanted) throws InterruptedException {
        int taken = 0;
        while (taken < wanted && turns.tryTake(Duration.ZERO)) {
            taken++;
        }
        return taken;
    }

    private void judge(int decided, int late) {
        decide(late, LATE);
        decide(decided - late, IN_TIME);
        now += DEADLINE.toNanos();
        decide(1, IN_TIME);
    }

    private void decide(int times, Duration took) {
        for (int i = 0; i < times; i++) {
            turns.decided(took, now);
        }
    }
}
