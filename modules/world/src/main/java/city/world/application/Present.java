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

    void become(CityClock present, long lastTick) {
        if (!present.equals(clock)) {
            clock = present;
        }
        tick = lastTick;
        dayOfWeek = present.dayOfWeek(lastTick).ordinal();
        minuteOfDay = present.minuteOfDay(lastTick);
    }

    CityClock clock() {
        return clock;
    }

    long tick() {
        return tick;
    }

    /// 0 for Monday.
    int dayOfWeek() {
        return dayOfWeek;
    }

    int minuteOfDay() {
        return minuteOfDay;
    }
}
