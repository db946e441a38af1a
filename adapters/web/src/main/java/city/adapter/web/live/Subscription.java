package city.adapter.web.live;

import city.adapter.web.events.Log;
import city.adapter.web.events.Portion;
import city.world.kernel.access.BelowHorizon;
import city.world.kernel.access.EventFeed;
import java.util.Optional;

/// One wish and its place in the log. The log is the queue: it holds what the client has not taken yet, as far back as
/// the window goes, so a client that is slow costs nothing but its place.
final class Subscription {
    /// How far behind the newest event a socket may be: a part of what the city surely has in memory, so that no socket
    /// makes it read its record. What is older, REST tells.
    static final long WINDOW = 1 << 14;

    /// Events in one message.
    private static final int BATCH = 200;

    /// A client hears at least so often how far the log was looked through for it.
    private static final long TELL_EVERY = 1000;

    private final String id;
    private final Wish wish;
    private final EventFeed feed;
    private final Log log;
    private long position;
    private long told;

    /// Up to here the log lost what was wished for, which only a socket on a city that just started can meet.
    private long removedTo;

    Subscription(String id, Wish wish, EventFeed feed, Log log, long after) {
        this.id = id;
        this.wish = wish;
        this.feed = feed;
        this.log = log;
        this.position = after;
        this.told = after;
    }

    String id() {
        return id;
    }

    /// Up to here the log was looked through.
    long position() {
        return position;
    }

    static long horizon(EventFeed feed) {
        return Math.max(0, feed.lastSequence() - WINDOW);
    }

    /// What is next for the client; empty when there is nothing yet.
    Optional<Told.Events> poll() {
        if (position >= feed.lastSequence()) {
            return Optional.empty();
        }
        EventFeed.Batch batch;
        try {
            batch = Portion.read(feed, position, wish.filter(), BATCH);
        } catch (BelowHorizon removed) {
            removedTo = removed.horizon();
            return Optional.empty();
        }
        position = Math.max(position, batch.scannedTo());
        var items = batch.events().stream().filter(wish::accepts).map(log::show).toList();
        if (items.isEmpty() && position - told < TELL_EVERY) {
            return Optional.empty();
        }
        told = position;
        return Optional.of(new Told.Events("events", id, items, position));
    }

    /// Whether the newest event is too far ahead, or the next one gone.
    boolean isLost() {
        return position < horizon();
    }

    Told.Ended end(String reason) {
        long horizon = horizon();
        var detail = "the socket tells what is after %d; this subscription has everything up to %d"
                .formatted(horizon, position);
        return new Told.Ended("ended", id, reason, 410, detail, position, horizon, wish.address(position));
    }

    private long horizon() {
        return Math.max(removedTo, horizon(feed));
    }
}
