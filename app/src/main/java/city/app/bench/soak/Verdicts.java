package city.app.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the days say, a line each. Days after the first are judged: the first warms up the code and fills the
/// caches.
final class Verdicts {
    /// By how much a tick may cost more at the end.
    private static final double MOST_GROWTH = 1.10;

    /// Of the live heap, by which a day may add to it.
    private static final double MOST_HEAP_SHARE = 0.01;

    /// Dead rows rise and fall with each vacuum, so that a day's peak is a matter of luck.
    private static final double MOST_DEAD_GROWTH = 1.5;

    /// Dead rows of any table, by what begins its vacuum. There are more of them in a larger table, and a busy one goes
    /// on until the vacuum has looked, which it does every 15 s; at more it does not keep up.
    private static final double MOST_OVERDUE = 5;

    /// Of the ticks that were due, so many must have run.
    private static final double LEAST_PACE = 0.99;

    private final List<Day> days;

    /// @param days whole ones, without the first
    Verdicts(List<Day> days) {
        this.days = days;
    }

    static List<Day> judged(List<Day> all) {
        return all.size() < 2 ? List.of() : all.subList(1, all.size());
    }

    /// @param ticks    that were run in all
    /// @param due      by the wall and the speed
    List<String> lines(double ticks, double due, int subscribers, long gaps, List<String> lost) {
        var lines = new ArrayList<String>();
        lines.add(growth("processor time a tick" + machine(), Day::processorYards, MOST_GROWTH));
        lines.add(growth("allocation a tick", it -> it.share().bytes(), MOST_GROWTH));
        lines.add(growth("rows a tick", it -> it.share().rows(), MOST_GROWTH));
        lines.add(heap());
        lines.add(growth("dead rows", Day::deadRows, MOST_DEAD_GROWTH));
        lines.add(overdue());
        lines.add(line(ticks >= LEAST_PACE * due, "pace: %.0f ticks of %.0f that were due".formatted(ticks, due)));
        lines.add(line(
                gaps == 0 && lost.isEmpty(),
                "%d subscribers: %d gaps, %d cut off %s".formatted(subscribers, gaps, lost.size(), lost)));
        return lines;
    }

    double lastByFirst(ToDoubleFunction<Day> what) {
        return Trend.lastByFirst(values(what));
    }

    double byWeekBefore(ToDoubleFunction<Day> what) {
        return Trend.byWeekBefore(values(what));
    }

    double slope(ToDoubleFunction<Day> what) {
        return Trend.slope(values(what));
    }

    private double[] values(ToDoubleFunction<Day> what) {
        return days.stream().mapToDouble(what).toArray();
    }

    private String growth(String name, ToDoubleFunction<Day> what, double most) {
        double ratio = lastByFirst(what);
        double weekly = byWeekBefore(what);
        var words = String.format(
                Locale.ROOT,
                "%s: the last whole day %.3f times the first, at most %.2f; by the weekday before %.3f",
                name,
                ratio,
                most,
                weekly);
        return Double.isNaN(ratio) ? notJudged(name) : line(ratio <= most, words);
    }

    private String heap() {
        double slope = slope(Day::liveMegabytes);
        double share = slope / Trend.mean(values(Day::liveMegabytes));
        var words = String.format(
                Locale.ROOT,
                "live heap: %+.2f MB a day, %.2f %% of it, at most %.0f %%",
                slope,
                100 * share,
                100 * MOST_HEAP_SHARE);
        return Double.isNaN(slope) ? notJudged("live heap") : line(share <= MOST_HEAP_SHARE, words);
    }

    private String overdue() {
        double most = days.stream().mapToDouble(it -> it.dead().overdue()).max().orElse(Double.NaN);
        var words = String.format(
                Locale.ROOT,
                "dead rows of a table: at most %.1f times what begins its vacuum, at most %.0f",
                most,
                MOST_OVERDUE);
        return Double.isNaN(most) ? notJudged("dead rows") : line(most <= MOST_OVERDUE, words);
    }

    /// By how much the machine itself became slower, which is taken out of the processor time.
    private String machine() {
        double slower = lastByFirst(Day::yardstickMillis);
        return Double.isNaN(slower)
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (by the clock %.3f times, on a machine %.3f times as slow)",
                        lastByFirst(Day::processorMillis),
                        slower);
    }

    private static String notJudged(String name) {
        return "not judged  %s: there were no two whole days after the first".formatted(name);
    }

    private static String line(boolean holds, String words) {
        return (holds ? "holds       " : "FALLS SHORT ") + words;
    }
}
