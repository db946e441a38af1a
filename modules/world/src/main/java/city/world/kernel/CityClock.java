package city.world.kernel;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The city's own time: tick 0 is the epoch, each tick is one step later. It has nothing to do with the clock on the
/// wall.
///
/// @param epoch city time of tick 0, read as a local time without zone or summer time
/// @param step  city time a tick takes; a whole number of minutes that divides a day
public record CityClock(Instant epoch, Duration step) {
    private static final int MINUTES_PER_DAY = 24 * 60;

    public CityClock {
        long minutes = step.toMinutes();
        if (minutes < 1 || !step.equals(Duration.ofMinutes(minutes)) || MINUTES_PER_DAY % minutes != 0) {
            throw new IllegalArgumentException("step must be whole minutes that divide a day: " + step);
        }
    }

    public int stepMinutes() {
        return (int) step.toMinutes();
    }

    public int ticksPerHour() {
        return Math.max(1, 60 / stepMinutes());
    }

    public int ticksPerDay() {
        return MINUTES_PER_DAY / stepMinutes();
    }

    public Instant at(long tick) {
        return epoch.plusSeconds(tick * step.toSeconds());
    }

    public LocalDateTime localAt(long tick) {
        return LocalDateTime.ofInstant(at(tick), ZoneOffset.UTC);
    }

    /// Minutes since midnight, 0..1439.
    public int minuteOfDay(long tick) {
        return (int) Math.floorMod(Math.floorDiv(at(tick).getEpochSecond(), 60L), (long) MINUTES_PER_DAY);
    }

    /// Days since 1970-01-01 in city time.
    public long day(long tick) {
        return Math.floorDiv(at(tick).getEpochSecond(), 86_400L);
    }

    public DayOfWeek dayOfWeek(long tick) {
        return DayOfWeek.of((int) Math.floorMod(day(tick) + 3, 7L) + 1);
    }

    /// Ticks that cover the given minutes, rounded up, at least 1.
    public int ticksFor(long minutes) {
        return (int) Math.max(1, Math.ceilDiv(minutes, (long) stepMinutes()));
    }
}
