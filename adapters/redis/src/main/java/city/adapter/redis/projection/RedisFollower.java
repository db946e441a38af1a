package city.adapter.redis.projection;

import city.adapter.redis.RedisPorts;
import city.adapter.redis.projection.Projector.Standing;
import city.adapter.redis.projection.Store.Session;
import city.world.kernel.access.EventFeed;
import city.world.spi.Cursors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The follower that keeps the projections, on a thread of its own; it never delays the city. While the store is away
/// nothing is gathered: the log is the queue.
public final class RedisFollower implements AutoCloseable {
    /// Of its cursor, and in the metric of followers.
    public static final String NAME = "redis";

    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final int MAX_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(RedisFollower.class);

    private final RedisPorts ports;
    private final EventFeed feed;
    private final Cursors cursors;
    private final Keys keys;
    private final Store store;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile long reached;
    private volatile boolean ours;

    // Only the follower's thread touches what follows.
    private @Nullable Projector projector;
    private @Nullable Session session;
    private int failures;
    private long saved;
    private long savedAt = System.nanoTime();

    private RedisFollower(RedisPorts ports, Keys keys, Store store) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.cursors = ports.cursors();
        this.keys = keys;
        this.store = store;
        this.thread = Thread.ofVirtual().name("redis-follower").unstarted(this::run);
    }

    /// Returns at once. The store need not be there yet.
    ///
    /// @param store closed by whoever opened it
    public static RedisFollower start(RedisPorts ports, Keys keys, Store store) {
        var follower = new RedisFollower(ports, keys, store);
        ports.cursors().follow(NAME);
        follower.thread.start();
        return follower;
    }

    /// How many events of the log the store does not reflect yet. Any thread.
    public long lag() {
        return Math.max(0, feed.lastSequence() - reached);
    }

    /// Whether the store is there and follows the city. Any thread.
    public boolean connected() {
        return ours;
    }

    /// Waits two seconds at most for what is left to be shown, then saves the cursor and stops.
    @Override
    public void close() {
        try {
            var deadline = System.nanoTime() + DRAIN.toNanos();
            while (ours && lag() > 0 && System.nanoTime() < deadline) {
                Thread.sleep(10);
            }
            closing.countDown();
            if (!thread.join(PATIENCE.multipliedBy(3))) {
                thread.interrupt();
                thread.join(STOP);
            }
        } catch (InterruptedException interrupted) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isClosing()) {
                turn();
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("the store did not answer until the end");
        } finally {
            part();
            save();
        }
    }

    private void turn() throws InterruptedException {
        try {
            var here = projector();
            var standing = ours ? here.follow(session(), PATIENCE) : here.takeUp(session());
            ours = standing == Standing.OURS;
            if (ours) {
                settle(here);
            } else if (standing == Standing.FOREIGN) {
                yieldTo(here);
            }
        } catch (StoreFailed failed) {
            fail("Redis %s: %s".formatted(failed.kind().name().toLowerCase(Locale.ROOT), failed.getMessage()));
            if (failed.kind() == StoreFailed.Kind.REFUSED && projector != null) {
                projector.forget();
            }
        } catch (RuntimeException broken) {
            LOG.debug("the Redis follower could not go on", broken);
            fail("the Redis follower could not go on: " + broken);
        }
    }

    private Projector projector() {
        if (projector == null) {
            saved = cursors.find(NAME);
            reached = Math.min(saved, feed.lastSequence());
            projector = new Projector(
                    ports.kernel(),
                    new Content(ports.world(), ports.economy(), ports.social(), ports.agents(), keys),
                    ports.codec(),
                    city(),
                    saved > 0,
                    () -> Long.toHexString(ThreadLocalRandom.current().nextLong()),
                    System::nanoTime);
        }
        return projector;
    }

    private Session session() throws InterruptedException {
        if (session == null) {
            session = store.open();
        }
        return session;
    }

    private String city() {
        var genesis = ports.kernel().genesis();
        var name = genesis.name() + '\n' + genesis.seed();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void settle(Projector here) {
        if (failures > 0) {
            LOG.info("Redis shows the city again");
            failures = 0;
        }
        reached = here.position();
        if (System.nanoTime() - savedAt >= SAVE_EVERY.toNanos()) {
            save();
        }
    }

    /// Two cities under one prefix would undo each other's work for ever. Each waits, so that whoever reads the log of
    /// either learns of it and the store has its peace.
    private void yieldTo(Projector here) throws InterruptedException {
        LOG.error(
                "somebody else writes this city's projections, too, under the prefix \"{}\"; give each city a database or a prefix of its own",
                keys.prefix());
        here.forget();
        pause(LONGEST_PAUSE_MILLIS);
    }

    private void fail(String why) throws InterruptedException {
        ours = false;
        part();
        failures++;
        if (failures == 1) {
            LOG.warn("{}; the city goes on, and so does this when it can", why);
        }
        pause(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failures, MAX_DOUBLINGS)));
    }

    private void pause(long millis) throws InterruptedException {
        closing.await(millis, TimeUnit.MILLISECONDS);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void part() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /// What cannot be saved now is saved a second later.
    private void save() {
        savedAt = System.nanoTime();
        long sequence = reached;
        if (sequence == saved) {
            return;
        }
        try {
            cursors.replace(NAME, sequence);
            saved = sequence;
        } catch (RuntimeException unreachable) {
            LOG.warn("the cursor of the Redis follower could not be saved", unreachable);
        }
    }
}
