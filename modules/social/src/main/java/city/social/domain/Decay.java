package city.social.domain;

/// How what was felt fades without contact: by a hundredth a day, so that half is left after 69 days. A function of the
/// value and of the time since, so it does not matter how often it is read.
public final class Decay {
    private static final int BITS = 30;
    private static final long ONE = 1L << BITS;
    private static final int MINUTES_PER_DAY = 1440;

    /// After so many days nothing is left of the largest value.
    private static final int DAYS = 800;

    /// What is left after whole days, in 2^30ths.
    private static final long[] LEFT = left();

    private Decay() {}

    /// What is left of a value of -1000 to 1000, rounded to the nearest; between whole days along a straight line.
    public static int after(int value, long minutes) {
        if (minutes <= 0 || value == 0) {
            return value;
        }
        long day = minutes / MINUTES_PER_DAY;
        if (day >= DAYS) {
            return 0;
        }
        long left = LEFT[(int) day]
                - (LEFT[(int) day] - LEFT[(int) day + 1]) * (minutes % MINUTES_PER_DAY) / MINUTES_PER_DAY;
        long size = Math.abs(value) * left + ONE / 2 >> BITS;
        return (int) (value < 0 ? -size : size);
    }

    private static long[] left() {
        var left = new long[DAYS + 1];
        left[0] = ONE;
        for (int day = 1; day <= DAYS; day++) {
            left[day] = left[day - 1] * 99 / 100;
        }
        return left;
    }
}
