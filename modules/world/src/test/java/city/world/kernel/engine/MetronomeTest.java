package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetronomeTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Metronome metronome = new Metronome(1, now::get);

    @Test
    void aBeatThatCameLateIsNotMadeUpFor() {
        assertThat(metronome.take()).hasValue(0);
        assertThat(metronome.take()).isEmpty();
        now.addAndGet(5 * SECOND);

        assertThat(metronome.take()).hasValue(4 * SECOND);
        assertThat(metronome.untilDue()).isEqualTo(SECOND);
    }

    @Test
    void noBeatIsTakenWhileSomethingHoldsWhateverThePace() {
        var holds = new AtomicBoolean(true);
        metronome.holdWhile(holds::get);

        assertThat(metronome.take()).isEmpty();
        assertThat(metronome.untilDue()).as("it is looked at again soon").isBetween(1L, SECOND / 100);
        metronome.pause();
        metronome.step(1);
        assertThat(metronome.take()).isEmpty();
        assertThat(metronome.stands()).as("a step is waiting").isFalse();
        holds.set(false);

        assertThat(metronome.take()).hasValue(0);
        assertThat(metronome.stands()).as("its tick is under way").isFalse();
        metronome.tickEnded();
        assertThat(metronome.stands()).isTrue();
    }
}
