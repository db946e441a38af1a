package city.agents.domain.plan;

import city.world.kernel.Chance;
import city.world.kernel.CityClock;

/// When a decision is made, and the chance of that tick.
public record Moment(long tick, CityClock clock, Chance chance) {
    private static final int MINUTES_PER_DAY = 1440;

    public long day() {
        return clock.day(tick);
    }

    public int minuteOfDay() {
        return clock.minuteOfDay(tick);
    }

    /// 0 for Monday.
    public int dayOfWeek() {
        return clock.dayOfWeek(tick).getValue() - 1;
    }

    /// The day of the week at a minute counted from today's midnight.
    public int dayOfWeekAt(int minute) {
        return Math.floorMod(dayOfWeek() + Math.floorDiv(minute, MINUTES_PER_DAY), 7);
    }

    public static int wrap(int minute) {
        return Math.floorMod(minute, MINUTES_PER_DAY);
    }
}
