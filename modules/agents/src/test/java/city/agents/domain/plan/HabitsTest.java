package city.agents.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.Persona.Traits;
import city.world.Hours;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-07T00:00:00Z"), Duration.ofMinutes(5));
    private static final Traits LARK = new Traits(50, 50, 50, 50, 50, 100);
    private static final Traits OWL = new Traits(50, 50, 50, 50, 50, 0);

    @Test
    void earlinessShiftsGettingUpAndBedtime() {
        assertThat(Habits.rising(LARK)).isEqualTo(5 * 60 + 30);
        assertThat(Habits.rising(OWL)).isEqualTo(9 * 60 + 30);
        assertThat(Habits.isNight(LARK, 22 * 60)).isTrue();
        assertThat(Habits.isNight(OWL, 23 * 60)).isFalse();
        assertThat(Habits.isNight(OWL, 2 * 60)).isTrue();
    }

    @Test
    void theShiftThatReachesIntoTodayIsFound() {
        var nights = new Hours(22 * 60, 30 * 60, Hours.EVERY_DAY);

        assertThat(Habits.shift(nights, mondayAt(3), 3 * 60, 3 * 60 + 1)).isEqualTo(-2 * 60);
        assertThat(Habits.shift(nights, mondayAt(7), 7 * 60, 23 * 60)).isEqualTo(22 * 60);
    }

    @Test
    void aDayOffHasNoShift() {
        var weekdays = new Hours(9 * 60, 17 * 60, 0b0011111);

        assertThat(Habits.shift(weekdays, new Moment(5 * 288, CLOCK, new Chance(0), HabitsTest::weekday), 0, 1440))
                .isEqualTo(Habits.NO_SHIFT);
    }

    private static Moment mondayAt(int hour) {
        return new Moment(hour * 12, CLOCK, new Chance(0), HabitsTest::weekday);
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }
}
