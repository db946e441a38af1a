package city.adapter.web.events;

import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/// One reader's place in the log. It holds a handful of events and fetches more only when these are gone, so a reader
/// that is slow costs nothing but its place.
final class Tail {
    /// Events held at most.
    private static final int BATCH = 64;

    /// So long a silence, and proxies and clients believe the connection dead.
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /// How long a reader that has gone may go unnoticed.
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final EventFeed feed;
    private final Filter filter;
    private final ArrayDeque<LoggedEvent> batch = new ArrayDeque<>(BATCH);
    private long position;
    private long heard = System.nanoTime();

    Tail(EventFeed feed, Filter filter, long after) {
        this.feed = feed;
        this.filter = filter;
        this.position = after;
    }

    /// What is next for the reader, or empty when there is nothing yet: then ask again.
    Optional<LoggedEvent> poll() throws InterruptedException {
        if (batch.isEmpty()) {
            var read = Portion.read(feed, position, filter, BATCH);
            batch.addAll(read.events());
            position = Math.max(position, read.scannedTo());
        }
        var event = Optional.ofNullable(batch.poll());
        if (event.isEmpty()) {
            feed.await(position, GLANCE);
        } else {
            heard = System.nanoTime();
        }
        return event;
    }

    /// Whether the reader has heard nothing for so long that it should hear at least that.
    boolean isSilent() {
        boolean silent = System.nanoTime() - heard > SILENCE.toNanos();
        if (silent) {
            heard = System.nanoTime();
        }
        return silent;
    }

    /// Everything up to here has passed the reader; holds only when nothing is left to {@link #poll}.
    long position() {
        return position;
    }
}
