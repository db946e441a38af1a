package city.app.bench.soak;

import city.app.bench.child.Exposition;

/// What the city's own counters stood at.
///
/// @param citySeconds,shardSeconds processor time of the city thread, and of those that share its decisions
/// @param bytes     allocated by all of them
/// @param tickSeconds,commitSeconds wall time, without and of commits
record Reading(
        double tick,
        double citySeconds,
        double shardSeconds,
        double bytes,
        double rows,
        double events,
        double publishes,
        double tickSeconds,
        double commitSeconds) {
    static Reading of(Exposition metrics) {
        return new Reading(
                metrics.sum("city_tick_number", ""),
                metrics.sum("city_thread_cpu_seconds_total", "thread=\"city\""),
                metrics.sum("city_thread_cpu_seconds_total", "thread=\"shards\""),
                metrics.sum("city_thread_allocated_bytes_total", ""),
                metrics.sum("city_rows_total", ""),
                metrics.sum("city_events_total", ""),
                metrics.sum("city_mqtt_published_total", ""),
                metrics.sum("city_tick_seconds_sum", "phase=\"all\""),
                metrics.sum("city_commit_seconds_sum", ""));
    }

    /// Without a tick, as before the first, whose meters are not there yet.
    static Reading zero() {
        return new Reading(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// A tick's share of what came since.
    Reading perTickSince(Reading before) {
        double ticks = tick - before.tick;
        return new Reading(
                ticks,
                (citySeconds - before.citySeconds) / ticks,
                (shardSeconds - before.shardSeconds) / ticks,
                (bytes - before.bytes) / ticks,
                (rows - before.rows) / ticks,
                (events - before.events) / ticks,
                (publishes - before.publishes) / ticks,
                (tickSeconds - before.tickSeconds) / ticks,
                (commitSeconds - before.commitSeconds) / ticks);
    }
}
