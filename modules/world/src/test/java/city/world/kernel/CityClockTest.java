package city.world.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CityClockTest {
    private final CityClock clock = new CityClock(Instant.parse("2030-03-04T22:30:00Z"), Duration.ofMinutes(5));

    @Test
    void ticksRunThroughMidnightIntoTheNextDay() {
        assertThat(clock.minuteOfDay(0)).isEqualTo(22 * 60 + 30);
        assertThat(clock.minuteOfDay(18)).isZero();
        assertThat(clock.dayOfWeek(17)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(clock.dayOfWeek(18)).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(clock.day(18)).isEqualTo(clock.day(0) + 1);
        assertThat(clock.ticksPerDay()).isEqualTo(288);
        assertThat(clock.ticksPerHour()).isEqualTo(12);
    }

    @Test
    void minutesBecomeTicksRoundedUp() {
        assertThat(clock.ticksFor(0)).isEqualTo(1);
        assertThat(clock.ticksFor(5)).isEqualTo(1);
        assertThat(clock.ticksFor(6)).isEqualTo(2);
    }

    @Test
    void aStepDividesADay() {
        assertThatThrownBy(() -> new CityClock(Instant.EPOCH, Duration.ofMinutes(7)))
                .hasMessage("step must be whole minutes that divide a day: PT7M");
        assertThatThrownBy(() -> new CityClock(Instant.EPOCH, Duration.ofSeconds(90)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void theClockAgreesWithTheCalendar(@ForAll @LongRange(min = -10_000_000, max = 10_000_000) long tick) {
        var local = clock.at(tick).atOffset(ZoneOffset.UTC);

        assertThat(clock.localAt(tick)).isEqualTo(local.toLocalDateTime());
        assertThat(clock.dayOfWeek(tick)).isEqualTo(local.getDayOfWeek());
        assertThat(clock.day(tick)).isEqualTo(local.toLocalDate().toEpochDay());
        assertThat(clock.minuteOfDay(tick)).isEqualTo(local.getHour() * 60 + local.getMinute());
    }
}
