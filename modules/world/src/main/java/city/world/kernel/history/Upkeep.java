package city.world.kernel.history;

import city.world.kernel.CityClock;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.machine.Assembly;
import city.world.kernel.state.Snapshot;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframe.Cause;
import city.world.spi.Keyframes;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done once a day of the city, beside the city and never in its way: a keyframe is written from the snapshot
/// of the day's first commit, and keyframes and telemetry that are too old go.
///
/// A city that runs faster than this works skips days. What fails is tried again an hour of the city later: the city
/// needs none of it to go on.
public final class Upkeep implements AutoCloseable {
    /// Days of the city for which a daily keyframe is kept: a season to look back into.
    public static final int KEYFRAME_DAYS = 90;

    /// Events that one transaction removes at most: a few milliseconds, so that no reader waits for it.
    private static final int REMOVED_AT_ONCE = 5_000;

    /// At most so often in a day is tried what fails: each time costs a copy of all state.
    private static final int TRIES_A_DAY = 24;

    private static final long NEVER = Long.MAX_VALUE;

    /// So long does an end wait for the piece in hand.
    private static final long FAREWELL_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Keyframes keyframes;
    private final EventLog log;
    private final Assembly assembly;
    private final CityClock clock;
    private final int telemetryDays;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ExecutorService thread;
    private volatile boolean closing;

    /// From this tick on, what failed is tried again.
    private volatile long againAtTick = NEVER;

    /// Only the city thread touches it.
    private long day;

    /// Of the last keyframe. Only the thread of upkeep touches it.
    private long copiedAtDay = -1;

    /// @param telemetryDays days of the city for which telemetry is kept
    public Upkeep(Keyframes keyframes, EventLog log, Assembly assembly, CityClock clock, int telemetryDays) {
        this.keyframes = keyframes;
        this.log = log;
        this.assembly = assembly;
        this.clock = clock;
        this.telemetryDays = telemetryDays;
        this.day = lastDay();
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("city-upkeep").factory());
    }

    /// Hears of a commit, on the city thread, and returns at once.
    public void released(Head head, Snapshot snapshot) {
        long now = clock.day(head.tick());
        boolean isDue = now > day || head.tick() >= againAtTick;
        if (isDue && busy.compareAndSet(false, true)) {
            day = now;
            againAtTick = NEVER;
            try {
                thread.execute(() -> work(head, snapshot));
            } catch (RejectedExecutionException closed) {
                LOG.debug("day {} began while the city stopped", now);
            }
        }
    }

    /// Hears that a keyframe comes with the next commit, on the city thread.
    public void copied(Head head) {
        day = clock.day(head.tick());
    }

    /// What is not finished is not written.
    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("upkeep did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A day whose keyframe a kill prevented is made up for.
    private long lastDay() {
        return keyframes.list().stream()
                .map(Keyframe::head)
                .filter(it -> it.rulesVersion() == assembly.rulesVersion())
                .mapToLong(it -> clock.day(it.tick()))
                .reduce((before, last) -> last)
                .orElseGet(() -> clock.day(0));
    }

    private void work(Head head, Snapshot snapshot) {
        try {
            tend(head, snapshot);
        } catch (RuntimeException e) {
            if (closing) {
                LOG.debug("upkeep ends with the city", e);
            } else {
                againAtTick = head.tick() + Math.ceilDiv(clock.ticksPerDay(), TRIES_A_DAY);
                LOG.warn("upkeep failed at tick {} and is tried again from tick {} on", head.tick(), againAtTick, e);
            }
        } finally {
            busy.set(false);
        }
    }

    private void tend(Head head, Snapshot snapshot) {
        if (clock.day(head.tick()) > copiedAtDay) {
            keyframes.add(interruptible(Copy.draft(Cause.DAY, head, assembly, snapshot, undelivered(head, snapshot))));
            LOG.debug("keyframe of tick {} written", head.tick());
            copiedAtDay = clock.day(head.tick());
        }
        keyframes.removeDaily(head.tick() - ticks(KEYFRAME_DAYS));
        long removed = removeTelemetry(head.tick() - ticks(telemetryDays));
        if (removed > 0) {
            LOG.info("{} events of telemetry removed, older than {} days", removed, telemetryDays);
        }
    }

    private long removeTelemetry(long beforeTick) {
        long all = 0;
        int removed = REMOVED_AT_ONCE;
        while (removed == REMOVED_AT_ONCE && !closing) {
            removed = log.removeTelemetry(beforeTick, REMOVED_AT_ONCE);
            all += removed;
        }
        return all;
    }

    private List<LoggedEvent> undelivered(Head head, Snapshot snapshot) {
        return Undelivered.read(log, assembly.delivered(snapshot), head.nextSequence() - 1);
    }

    /// An end of the city breaks it off between two blocks.
    private Keyframe.Draft interruptible(Keyframe.Draft draft) {
        return new Keyframe.Draft(draft.keyframe(), () -> {
            var blocks = draft.blocks().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return blocks.hasNext();
                }

                @Override
                public byte[] next() {
                    if (closing) {
                        throw new IllegalStateException("the city stops");
                    }
                    return blocks.next();
                }
            };
        });
    }

    private long ticks(long days) {
        return days * clock.ticksPerDay();
    }
}
