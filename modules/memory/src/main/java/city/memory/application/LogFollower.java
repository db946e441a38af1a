package city.memory.application;

import city.memory.Memories;
import city.memory.MemoryFollower;
import city.memory.spi.Embedder;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryIndex.Unavailable;
import city.memory.spi.MemoryPorts;
import city.world.kernel.access.EventFeed;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.LoggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The follower of the log that remembers. While the record is away nothing is gathered: the log is the queue. After
/// any failure it begins again from the cursor that the record holds, and from an index that is built anew. While only
/// the embedder is away the index stays, and it waits for as long as the embedder says.
final class LogFollower implements MemoryFollower {
    /// Events of one transaction, some hundred milliseconds of work.
    private static final int MAX_EVENTS = 4 * EventFeed.MAX_BATCH;

    /// So long events gather, unless somebody waits for one: a transaction costs the same for one and for a hundred.
    private static final Duration GATHER = Duration.ofMillis(100);

    /// So often the cursor is saved while there is nothing to remember.
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);

    /// So often some of what was recalled is counted.
    private static final Duration COUNT_EVERY = Duration.ofSeconds(1);

    /// So often it is looked whether the index still holds what the record does. A record of millions takes a second.
    private static final Duration COMPARE_EVERY = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    private final MemoryPorts ports;
    private final EventFeed feed;
    private final Bookbinder bookbinder;
    private final WorkingSets workingSets;
    private final Standings standings = new Standings();
    private final Accesses accesses;
    private final Nights nights;
    private final Progress progress = new Progress();
    private final Outage outage;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Memories memories;
    private final Thread thread;
    private volatile @Nullable MemoryIndex index;

    // Only the follower's thread touches what follows.
    private @Nullable Keeper keeper;
    /// False while record and index may differ, and after a failure between the two.
    private boolean trusted = true;
    private long saved;
    private long savedAt;
    private long countedAt;
    private long comparedAt;

    private LogFollower(MemoryPorts ports) {
        this.ports = ports;
        this.feed = ports.kernel().events();
        this.outage = new Outage(ports.nanos());
        this.bookbinder = new Bookbinder(ports.store(), ports.embedder(), ports.shelf());
        var clock = ports.kernel().genesis().clock();
        this.workingSets = new WorkingSets(clock, ports.store());
        this.accesses = new Accesses(ports.store());
        this.nights = new Nights(clock, ports.embedder(), ports.store(), standings);
        this.memories = new RecalledMemories(
                clock,
                ports.store(),
                ports.embedder(),
                () -> Optional.ofNullable(index),
                workingSets,
                standings,
                accesses,
                progress);
        this.thread = Thread.ofPlatform().name("memory-follower").daemon().unstarted(this::run);
    }

    static LogFollower start(MemoryPorts ports) {
        var follower = new LogFollower(ports);
        follower.thread.start();
        return follower;
    }

    @Override
    public Memories memories() {
        return memories;
    }

    @Override
    public long lag() {
        return Math.max(0, feed.lastSequence() - progress.reached());
    }

    @Override
    public void close() {
        try {
            if (index != null) {
                progress.await(feed.lastSequence(), DRAIN);
            }
            closing.countDown();
            if (!thread.join(STOP)) {
                LOG.warn("memory does not stop within {} s and is interrupted", STOP.toSeconds());
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
            while (closing.getCount() > 0) {
                turn();
            }
            save();
            accesses.writeAll();
        } catch (InterruptedException interrupted) {
            LOG.debug("memory was stopped at its work");
        } catch (RuntimeException unsaved) {
            LOG.warn(
                    "memory's cursor and what was recalled last could not be saved; what it read since is read again: {}",
                    unsaved.toString());
        } finally {
            part();
        }
    }

    private void turn() throws InterruptedException {
        try {
            if (outage.lasts()) {
                closing.await(outage.left(PATIENCE).toNanos(), TimeUnit.NANOSECONDS);
            } else {
                var here = keeper();
                if (feed.await(progress.reached(), PATIENCE)) {
                    follow(here);
                }
                outage.end();
            }
            if (ports.nanos().getAsLong() - savedAt >= SAVE_EVERY.toNanos()) {
                save();
            }
            if (ports.nanos().getAsLong() - countedAt >= COUNT_EVERY.toNanos()) {
                count();
            }
            if (ports.nanos().getAsLong() - comparedAt >= COMPARE_EVERY.toNanos()) {
                compare();
            }
        } catch (Embedder.Unavailable silent) {
            // Whoever kept the batch has seen its events; another keeps it once more, or what is left to sleep of it.
            keeper = null;
            trusted = true;
            outage.begin(silent, silent.retryAfter());
        } catch (RuntimeException failed) {
            // Whether a write reached the record is not known: it is asked again.
            part();
            outage.begin(failed, Duration.ZERO);
        }
    }

    private Keeper keeper() {
        if (keeper == null) {
            saved = ports.store().cursor();
            savedAt = ports.nanos().getAsLong();
            var opened = opened();
            keeper = new Keeper(ports, nights, opened, workingSets, standings, accesses);
            comparedAt = ports.nanos().getAsLong();
            trusted = false;
            keeper.sleep();
            trusted = true;
            progress.reach(saved);
        }
        return keeper;
    }

    private MemoryIndex opened() {
        var here = index;
        if (here == null) {
            boolean mayBeUsed = trusted;
            trusted = false;
            here = bookbinder.open(mayBeUsed);
            index = here;
            trusted = true;
        }
        return here;
    }

    private void follow(Keeper here) throws InterruptedException {
        long from = progress.reached();
        var events = new ArrayList<LoggedEvent>();
        long scanned = read(from, events);
        var snapshot = ports.kernel().snapshot();
        // What the snapshot does not show yet is left for the next look.
        long to = Math.min(scanned, snapshot.sequence());
        if (to > from) {
            List<LoggedEvent> shown =
                    events.stream().filter(it -> it.sequence() <= to).toList();
            trusted = false;
            if (here.keep(shown, snapshot, saved, to)) {
                saved = to;
                savedAt = ports.nanos().getAsLong();
            }
            trusted = true;
            progress.reach(to);
        }
        if (scanned - from < EventFeed.MAX_BATCH) {
            progress.rest(GATHER);
        }
    }

    private long read(long from, List<LoggedEvent> events) {
        long scanned = from;
        while (events.size() < MAX_EVENTS) {
            var batch = feed.read(scanned, Filter.LASTING, EventFeed.MAX_BATCH);
            events.addAll(batch.events());
            if (batch.scannedTo() == scanned) {
                break;
            }
            scanned = batch.scannedTo();
        }
        return scanned;
    }

    /// What cannot be counted now waits, and is nobody's trouble.
    private void count() {
        countedAt = ports.nanos().getAsLong();
        try {
            accesses.writeSome();
        } catch (RuntimeException away) {
            LOG.debug("what was recalled could not be counted yet", away);
        }
    }

    /// Not after a failure, when what the record holds is not known.
    private void save() {
        long reached = progress.reached();
        if (keeper != null && reached > saved) {
            ports.store().append(List.of(), saved, reached);
            saved = reached;
        }
        savedAt = ports.nanos().getAsLong();
    }

    /// Another program may have taken from an index that lies elsewhere, or its server lost a part: nobody else would
    /// notice. One that does not answer is asked the next time, and while it could not be built again, nobody asks.
    private void compare() {
        comparedAt = ports.nanos().getAsLong();
        var here = index;
        try {
            if (here != null && keeper != null && !bookbinder.isWhole(here)) {
                trusted = false;
                part();
            }
        } catch (Unavailable silent) {
            LOG.debug("the index could not be counted", silent);
        }
    }

    private void part() {
        keeper = null;
        workingSets.clear();
        standings.clear();
        var left = index;
        index = null;
        if (left != null) {
            left.close();
        }
        if (!trusted) {
            ports.shelf().discard();
        }
    }
}
