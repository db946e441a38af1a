package city.agents.domain.plan;

import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import java.util.function.LongToIntFunction;

/// When a decision is made, and the chance of that tick.
///
/// @param weekdays as which day of the week a day since 1970-01-01 is lived, 0 for Monday
public record Moment(long tick, CityClock clock, Chance chance, LongToIntFunction weekdays) {
    private static final int MINUTES_PER_DAY = 1440;

    public long day() {
        return clock.day(tick);
    }

    public int minuteOfDay() {
        return clock.minuteOfDay(tick);
    }

    /// As which day of the week today is lived, 0 for Monday.
    public int dayOfWeek() {
        return weekdays.applyAsInt(day());
    }

    /// The same of the day at a minute counted from today's midnight.
    public int dayOfWeekAt(int minute) {
        return weekdays.applyAsInt(day() + Math.floorDiv(minute, MINUTES_PER_DAY));
    }

    public static int wrap(int minute) {
        return Math.floorMod(minute, MINUTES_PER_DAY);
    }
}
