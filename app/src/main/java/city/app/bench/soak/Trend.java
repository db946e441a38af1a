package city.app.bench.soak;

import java.util.Arrays;

/// Whether something grows, day by day.
final class Trend {
    /// So many days lie between two that have the same weekday.
    static final int WEEK = 7;

    private Trend() {}

    /// The last by the first; not a number of fewer than two, or when the first is 0.
    static double lastByFirst(double[] days) {
        return days.length < 2 || days[0] == 0 ? Double.NaN : days[days.length - 1] / days[0];
    }

    /// The median of each day by the same weekday a week before, which takes out that people work less on a Sunday;
    /// not a number of a week or less.
    static double byWeekBefore(double[] days) {
        if (days.length <= WEEK) {
            return Double.NaN;
        }
        var ratios = new double[days.length - WEEK];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = days[i + WEEK] / days[i];
        }
        return median(ratios);
    }

    /// By how much a day adds, by least squares over day numbers; not a number of fewer than two.
    static double slope(double[] days) {
        int n = days.length;
        double meanDay = (n - 1) / 2.0;
        double mean = mean(days);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            both += (i - meanDay) * (days[i] - mean);
            squares += (i - meanDay) * (i - meanDay);
        }
        return n < 2 ? Double.NaN : both / squares;
    }

    static double mean(double[] days) {
        double sum = 0;
        for (double day : days) {
            sum += day;
        }
        return sum / days.length;
    }

    /// The middle one, or the mean of the two in the middle.
    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
