package city.world.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimingWheelTest {
    private final TimingWheel wheel = new TimingWheel();

    @Test
    void timersDueTogetherComeOutInSlotOrder() {
        wheel.set(9, 5);
        wheel.set(2, 5);
        wheel.set(4, 5);

        assertThat(wheel.due(5)).containsExactly(2, 4, 9);
        assertThat(wheel.due(5)).isEmpty();
    }

    @Test
    void aTimerWaitsForItsTurnOfTheWheel() {
        wheel.set(1, 3);
        wheel.set(2, 3 + 1024);
        wheel.set(3, 3 + 5 * 1024);

        assertThat(wheel.due(3)).containsExactly(1);
        assertThat(wheel.due(3 + 1024)).containsExactly(2);
        assertThat(wheel.due(3 + 5 * 1024)).containsExactly(3);
    }

    @Test
    void settingReplacesAndCancellingIsHarmlessTwice() {
        wheel.set(1, 3);
        wheel.set(1, 4);
        wheel.set(2, 4);
        wheel.cancel(2);
        wheel.cancel(2);
        wheel.cancel(99);

        assertThat(wheel.due(3)).isEmpty();
        assertThat(wheel.due(4)).containsExactly(1);
    }

    @Test
    void aClearedWheelIsEmptyAndWorksAgain() {
        wheel.set(1, 3);
        wheel.set(2, 3);
        wheel.clear();
        wheel.set(2, 3);

        assertThat(wheel.due(3)).containsExactly(2);
    }

    /// Compared with a sorted map of slots to ticks. Each number says what happens next: a timer set, cancelled, or a
    /// tick.
    @Property(tries = 200)
    void theWheelDoesWhatAListOfTimersDoes(@ForAll @Size(max = 300) List<@IntRange(max = 9_999) Integer> deeds) {
        var fresh = new TimingWheel();
        var timers = new TreeMap<Integer, Long>();
        long tick = 0;
        for (int deed : deeds) {
            int slot = deed % 17;
            switch (deed / 17 % 4) {
                case 0 -> {
                    fresh.cancel(slot);
                    timers.remove(slot);
                }
                case 1 -> {
                    long now = ++tick;
                    var due = timers.entrySet().stream()
                            .filter(it -> it.getValue() == now)
                            .mapToInt(it -> it.getKey())
                            .toArray();
                    assertThat(fresh.due(now)).containsExactly(due);
                    timers.values().removeIf(it -> it == now);
                }
                default -> {
                    long at = tick + 1 + (deed % 3 == 0 ? 1024L * (deed % 5) : deed % 4);
                    fresh.set(slot, at);
                    timers.put(slot, at);
                }
            }
        }
    }
}
