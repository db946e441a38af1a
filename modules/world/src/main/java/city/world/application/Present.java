package city.world.application;

import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.Instant;

/// The city's present: its clock and the tick that was last run, as of the last load, phase or handler. Written by
/// the city thread; the clock is the same for the life of the city and may be read from any thread.
final class Present {
    private volatile CityClock clock = new CityClock(Instant.EPOCH, Duration.ofMinutes(5));
    private long tick;
    private int dayOfWeek;
    private int minuteOfDay;

    /// @param lived as which day of the week the day is lived, 0 for Monday
    void become(CityClock present, long lastTick, int lived) {
        if (!present.equals(clock)) {
            clock = present;
        }
        tick = lastTick;
        dayOfWeek = lived;
        minuteOfDay = present.minuteOfDay(lastTick);
    }

    CityClock clock() {
        return clock;
    }

    long tick() {
        return tick;
    }

    /// As which day of the week the day is lived, 0 for Monday.
    int dayOfWeek() {
        return dayOfWeek;
    }

    int minuteOfDay() {
        return minuteOfDay;
    }
}
