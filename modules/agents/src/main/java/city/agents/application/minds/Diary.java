package city.agents.application.minds;

import city.agents.Thought;
import city.agents.spi.ThoughtLog;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes thoughts down in batches, on a thread of its own, so that nobody who thinks waits for the database. A batch
/// is gathered for a quarter of a second, or until it is full, so that batches are few and leave the database to the
/// city. When it is away for long the newest are lost, and counted: a thought explains a decision, and the journal does
/// not need it. Old ones are removed, once a day of the city, but for those of today by the wall, from which budgets
/// are counted.
final class Diary {
    private static final Logger LOG = LoggerFactory.getLogger(Diary.class);

    private static final int ROOM = 20_000;
    private static final int BATCH = 500;
    private static final Duration GATHERED_FOR = Duration.ofMillis(250);
    private static final long PAUSE_MILLIS = 200;
    private static final long RETRY_MILLIS = 1_000;
    private static final int DAYS_KEPT = 30;

    private final ThoughtLog log;
    private final InstantSource wall;
    private final long ticksPerDay;
    private final Duration gatheredFor;
    private final ArrayBlockingQueue<Thought> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong lost = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// The tick from which on old ones are removed again; of the writing thread.
    private long thinAt;

    Diary(ThoughtLog log, InstantSource wall, CityClock clock) {
        this(log, wall, clock, GATHERED_FOR);
    }

    /// @param gatheredFor from the first thought of a batch to its writing, where few come
    Diary(ThoughtLog log, InstantSource wall, CityClock clock, Duration gatheredFor) {
        this.log = log;
        this.wall = wall;
        this.gatheredFor = gatheredFor;
        this.ticksPerDay = clock.ticksPerDay();
    }

    void note(Thought thought) {
        if (!waiting.offer(thought)) {
            lost.incrementAndGet();
        }
    }

    /// Thoughts that were not written down.
    long lost() {
        return lost.get();
    }

    void stop() {
        closing.countDown();
    }

    /// Returns when it was stopped and all that waited is written, or cannot be.
    void write() {
        var batch = new ArrayList<Thought>(BATCH);
        try {
            while (!isClosing() || !waiting.isEmpty() || !batch.isEmpty()) {
                gather(batch);
                if (!batch.isEmpty()) {
                    keep(batch);
                }
            }
        } catch (InterruptedException interrupted) {
            lost.addAndGet(batch.size() + waiting.size());
        }
    }

    private void gather(ArrayList<Thought> batch) throws InterruptedException {
        if (batch.isEmpty()) {
            var first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            if (first == null) {
                return;
            }
            batch.add(first);
            awaitMore();
        }
        waiting.drainTo(batch, BATCH - batch.size());
    }

    private void awaitMore() throws InterruptedException {
        if (waiting.size() < BATCH - 1) {
            closing.await(gatheredFor.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void keep(ArrayList<Thought> batch) throws InterruptedException {
        try {
            log.append(batch);
            long tick = batch.getLast().tick();
            batch.clear();
            thinOut(tick);
        } catch (RuntimeException failure) {
            LOG.warn("{} thoughts could not be kept yet: {}", batch.size(), failure.getMessage());
            if (closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                lost.addAndGet(batch.size() + waiting.size());
                batch.clear();
                waiting.clear();
            }
        }
    }

    private void thinOut(long tick) {
        if (tick >= thinAt) {
            log.dropBefore(tick - DAYS_KEPT * ticksPerDay, wall.instant().truncatedTo(ChronoUnit.DAYS));
            thinAt = tick + ticksPerDay;
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }
}
