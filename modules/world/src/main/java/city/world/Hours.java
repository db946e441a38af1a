package city.world;

/// A span of time on some days of the week.
///
/// @param fromMinute since midnight, 0..1439
/// @param toMinute   exclusive, above `fromMinute`, at most `fromMinute` + 1440; above 1440 it reaches into the next
///                   day
/// @param days       bit 0 is Monday, bit 6 is Sunday
public record Hours(int fromMinute, int toMinute, int days) {
    public static final int EVERY_DAY = 0b1111111;
    public static final Hours ALWAYS = new Hours(0, 1440, EVERY_DAY);

    public Hours {
        if (fromMinute < 0 || fromMinute >= 1440) {
            throw new IllegalArgumentException("from_minute must be 0 to 1439: " + fromMinute);
        }
        if (toMinute <= fromMinute || toMinute > fromMinute + 1440) {
            throw new IllegalArgumentException("to_minute must be after from_minute and within a day of it: %d to %d"
                    .formatted(fromMinute, toMinute));
        }
        if (days < 1 || days > EVERY_DAY) {
            throw new IllegalArgumentException("days must name at least one day of the week: " + days);
        }
    }

    /// @param dayOfWeek 0 for Monday
    public boolean covers(int dayOfWeek, int minuteOfDay) {
        boolean today = has(dayOfWeek) && minuteOfDay >= fromMinute && minuteOfDay < toMinute;
        boolean sinceYesterday = has((dayOfWeek + 6) % 7) && minuteOfDay + 1440 < toMinute;
        return today || sinceYesterday;
    }

    public boolean has(int dayOfWeek) {
        return (days >> dayOfWeek & 1) == 1;
    }

    public int minutes() {
        return toMinute - fromMinute;
    }
}
