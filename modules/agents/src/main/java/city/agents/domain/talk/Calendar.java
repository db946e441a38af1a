package city.agents.domain.talk;

import city.agents.domain.plan.Moment;
import java.util.List;

/// Times as people speak of them.
final class Calendar {
    private static final int MINUTES_PER_HOUR = 60;
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private Calendar() {}

    /// `morning`, `afternoon` or `evening`; who is up at night calls it by its nearer end.
    static String partOfDay(int minuteOfDay) {
        int hour = minuteOfDay / MINUTES_PER_HOUR;
        if (hour >= 18 || hour < 3) {
            return "evening";
        }
        return hour < 12 ? "morning" : "afternoon";
    }

    /// @param dayOfWeek 0 for Monday
    static String weekday(int dayOfWeek) {
        return WEEKDAYS.get(Math.floorMod(dayOfWeek, WEEKDAYS.size()));
    }

    /// As `18:05`.
    static String clock(int minuteOfDay) {
        int minute = minuteOfDay % MINUTES_PER_HOUR;
        return minuteOfDay / MINUTES_PER_HOUR + (minute < 10 ? ":0" : ":") + minute;
    }

    /// One of the next days.
    static String soon(Moment moment, Draw draw) {
        int days = 1 + draw.below(4);
        return days == 1 ? "tomorrow" : weekday(moment.dayOfWeek() + days);
    }

    /// Such as `this morning`, `yesterday`, `three days ago`.
    static String ago(Moment now, long tick) {
        long days = now.day() - now.clock().day(tick);
        if (days <= 0) {
            return "this " + partOfDay(now.clock().minuteOfDay(tick));
        }
        if (days == 1) {
            return "yesterday";
        }
        if (days < 7) {
            return "on " + weekday((int) (now.dayOfWeek() - days));
        }
        return days < 14 ? "last week" : "weeks ago";
    }
}
