package city.world.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Genesis;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Checksum;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.TextCodec;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A city that was founded under rules 3, went on under 4 from tick 100 and under 6 from tick 250, and is at tick 400.
class ReignTest {
    private static final Origin ORIGIN = Origin.of(
            new Genesis("small", 1, 3, Instant.EPOCH, Duration.ofHours(1), List.of(new Raise(0, 1))), new TextCodec());

    private static final Keyframe EARLY = keyframe(Cause.DAY, 40, 3);
    private static final Keyframe SECOND = keyframe(Cause.RULES, 100, 4);
    private static final Keyframe MIDDLE = keyframe(Cause.DAY, 180, 4);
    private static final Keyframe THIRD = keyframe(Cause.RULES, 250, 6);
    private static final Keyframe LATE = keyframe(Cause.DAY, 330, 6);
    private static final List<Keyframe> ALL = List.of(EARLY, SECOND, MIDDLE, THIRD, LATE);
    private static final List<Reign> REIGNS = Reign.of(ORIGIN, ALL, head(400, 6));

    @Test
    void eachVersionReignsFromItsKeyframeToTheNext() {
        assertThat(REIGNS).extracting(Reign::rulesVersion).containsExactly(3, 4, 6);
        assertThat(REIGNS).extracting(Reign::firstTick).containsExactly(0L, 100L, 250L);
        assertThat(REIGNS).extracting(Reign::lastTick).containsExactly(100L, 250L, 400L);
        assertThat(REIGNS.getFirst().beginning()).isEmpty();
    }

    @Test
    void aReplayBeginsAtTheNewestKeyframeBelowAndNeverInAnotherReign() {
        var first = REIGNS.getFirst();
        var second = REIGNS.get(1);
        var third = REIGNS.get(2);

        assertThat(first.nearest(ALL, 39)).isEmpty();
        assertThat(first.nearest(ALL, 100)).contains(EARLY);
        assertThat(second.nearest(ALL, 100)).contains(SECOND);
        assertThat(second.nearest(ALL, 250)).contains(MIDDLE);
        assertThat(third.nearest(ALL, 329)).contains(THIRD);
        assertThat(third.nearest(ALL, 400)).contains(LATE);
    }

    private static Keyframe keyframe(Cause cause, long tick, int rules) {
        return new Keyframe(head(tick, rules), cause, Checksum.ZERO);
    }

    /// One commit a tick.
    private static Head head(long tick, int rules) {
        return new Head(1, 1, tick, tick, 1, 1, Head.NO_TIP, Checksum.ZERO, ORIGIN.digest(), rules);
    }
}
