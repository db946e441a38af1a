package city.app.bench.soak;

import java.util.Locale;

/// A day of the city, from outside.
///
/// @param from     city time of its beginning, such as `Mon 06:00`
/// @param share    a tick's share of what the counters say; the field `tick` is the number of ticks
/// @param yardstickMillis processor time that one and the same work took, the median of its samples
/// @param liveMegabytes of the heap, at its end
/// @param dead     rows, the most of its samples
/// @param databaseMegabytes at its end
/// @param behind   events by which a subscriber was behind, most of its samples
/// @param gaps     that subscribers saw so far
record Day(
        int number,
        String from,
        Reading share,
        double yardstickMillis,
        double liveMegabytes,
        double residentMegabytes,
        Stores.Dead dead,
        double databaseMegabytes,
        long behind,
        long gaps) {
    static String header() {
        return "day from       ticks  city ms shards ms yard ms  alloc KB     rows   events    told tick ms commit ms  live MB   RSS MB"
                + "  dead rows (most in)              db MB  behind gaps";
    }

    /// Of the city thread and its helpers, a tick.
    double processorMillis() {
        return (share.citySeconds() + share.shardSeconds()) * 1000;
    }

    /// The same in yardsticks, so that a machine that became slower does not look like a city that did.
    double processorYards() {
        return processorMillis() / yardstickMillis;
    }

    double deadRows() {
        return dead.rows();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%3d %-9s %6.0f %8.2f %9.2f %7.2f %9.0f %8.1f %8.1f %7.1f %7.2f %9.2f %8.1f %8.0f %10d %-20s %9.0f %7d %4d",
                number,
                from,
                share.tick(),
                share.citySeconds() * 1000,
                share.shardSeconds() * 1000,
                yardstickMillis,
                share.bytes() / 1024,
                share.rows(),
                share.events(),
                share.publishes(),
                share.tickSeconds() * 1000,
                share.commitSeconds() * 1000,
                liveMegabytes,
                residentMegabytes,
                dead.rows(),
                dead.most(),
                databaseMegabytes,
                behind,
                gaps);
    }
}
