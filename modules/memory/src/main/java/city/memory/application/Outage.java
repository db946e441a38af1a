package city.memory.application;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The time in which residents cannot remember, because something does not answer. It is spoken of at its beginning and
/// at its end; between two tries passes the time that whoever failed asked for, or twice as much as before. For one
/// thread.
final class Outage {
    /// However long somebody wants to be left alone, it is asked so often: room may come before it was said.
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int MAX_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final LongSupplier nanos;
    private int failures;
    private long until;

    Outage(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// @param asked for how long whoever failed wants to be left alone; zero when it did not say
    void begin(RuntimeException failure, Duration asked) {
        failures++;
        if (failures == 1) {
            LOG.warn(
                    "residents cannot remember ({}); the city goes on, and so does this when it can",
                    failure.toString());
            LOG.debug("memory could not go on", failure);
        }
        var pause = asked.isPositive() ? shorter(asked, LONGEST_ASKED) : usualPause();
        until = nanos.getAsLong() + pause.toNanos();
    }

    /// Whether it is too early to try again.
    boolean lasts() {
        return failures > 0 && until - nanos.getAsLong() > 0;
    }

    /// Until it may be tried again.
    Duration left(Duration atMost) {
        return shorter(Duration.ofNanos(Math.max(0, until - nanos.getAsLong())), atMost);
    }

    void end() {
        if (failures > 0) {
            LOG.info("residents remember again");
            failures = 0;
        }
    }

    private Duration usualPause() {
        return Duration.ofMillis(
                Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, MAX_DOUBLINGS)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
