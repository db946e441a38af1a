package city.agents.domain.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/// City time in words, the same on every machine.
final class CityTimes {
    private CityTimes() {}

    /// As `Tuesday 14:05`.
    static String moment(Instant moment) {
        var day = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).getDayOfWeek().name();
        return day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT) + " " + clock(moment);
    }

    /// As `14:05`.
    static String clock(Instant moment) {
        var time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return two(time.getHour()) + ":" + two(time.getMinute());
    }

    /// As `3 hours ago`.
    static String ago(Duration age) {
        if (age.toMinutes() < 10) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " minutes ago";
        }
        return span(age) + " ago";
    }

    /// As `3 hours`, `5 days` or `2 weeks`, rounded down.
    static String span(Duration time) {
        if (time.toHours() < 24) {
            return count(time.toHours(), "hour");
        }
        return time.toDays() < 14 ? count(time.toDays(), "day") : count(time.toDays() / 7, "week");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
