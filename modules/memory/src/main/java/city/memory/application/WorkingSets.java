package city.memory.application;

import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.Witness.FellAsleep;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What residents have in mind still: the newest few memories of the day, until they fall asleep. Whoever recalls
/// something for a resident lets its set begin with what the record has; from then on it is told as memories are made.
/// Safe from any thread.
///
/// Four, as in Cowan 2001, *The magical number 4 in short-term memory*; 16 hours are a day awake, for whoever does not
/// sleep.
final class WorkingSets {
    static final int CAPACITY = 4;

    /// Residents; the one used least lately gives way, and begins again when something is recalled for it. Twice a
    /// metropolis, in some tens of megabytes.
    static final int MOST = 20_000;

    private static final Duration SPAN = Duration.ofHours(16);

    private static final Logger LOG = LoggerFactory.getLogger(WorkingSets.class);

    private final MemoryStore store;
    private final long spanTicks;
    private final Map<ResidentId, WorkingSet> sets = Collections.synchronizedMap(new LeastLatelyUsed());

    WorkingSets(CityClock clock, MemoryStore store) {
        this.store = store;
        this.spanTicks = SPAN.toMinutes() / clock.stepMinutes();
    }

    /// Lets a resident's set begin, unless it has. Blocks. While the record does not answer it does not begin.
    void begin(ResidentId resident) {
        if (sets.containsKey(resident)) {
            return;
        }
        // It hears of what is made from here on, so that nothing falls between the record and what is told.
        var begun = sets.computeIfAbsent(resident, _ -> new WorkingSet());
        try {
            begun.take(store.list(new Listing(resident, Optional.empty(), Optional.empty(), CAPACITY)));
        } catch (RuntimeException unread) {
            sets.remove(resident, begun);
            LOG.debug("what somebody has in mind could not be read", unread);
        }
    }

    /// Newest first; nothing of whoever has not begun.
    List<Memory> recent(ResidentId resident, long tick) {
        var set = sets.get(resident);
        return set == null ? List.of() : set.since(tick - spanTicks);
    }

    /// @param memories that were made, the oldest first
    void made(List<Memory> memories) {
        for (var memory : memories) {
            var set = sets.get(memory.resident());
            if (set != null) {
                set.take(List.of(memory));
            }
        }
    }

    /// What residents had in mind until they fell asleep, they have not when they wake up.
    void fellAsleep(List<FellAsleep> asleep) {
        for (var each : asleep) {
            var set = sets.get(each.resident());
            if (set != null) {
                set.clearUpTo(each.tick());
            }
        }
    }

    /// When the record of these was changed.
    void forget(List<ResidentId> residents) {
        residents.forEach(sets::remove);
    }

    /// When it is not sure any more what was made.
    void clear() {
        sets.clear();
    }

    private static final class LeastLatelyUsed extends LinkedHashMap<ResidentId, WorkingSet> {
        private static final long serialVersionUID = 1L;

        LeastLatelyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ResidentId, WorkingSet> eldest) {
            return size() > MOST;
        }
    }

    private static final class WorkingSet {
        private List<Memory> newestFirst = List.of();
        private long asleepAt = -1;

        /// What the record gives and what is told may be the same. A summary is made of what was long ago.
        ///
        /// @param memories newest first
        synchronized void take(List<Memory> memories) {
            var fresh = memories.stream()
                    .filter(it -> it.kind() != Kind.SUMMARY && it.madeAt() > asleepAt)
                    .filter(it ->
                            newestFirst.stream().noneMatch(known -> known.id().equals(it.id())));
            newestFirst = Stream.concat(fresh, newestFirst.stream())
                    .sorted((one, other) -> Long.compare(other.madeAt(), one.madeAt()))
                    .limit(CAPACITY)
                    .toList();
        }

        synchronized void clearUpTo(long tick) {
            asleepAt = Math.max(asleepAt, tick);
            newestFirst = newestFirst.stream().filter(it -> it.madeAt() > tick).toList();
        }

        synchronized List<Memory> since(long tick) {
            return newestFirst.stream().filter(it -> it.madeAt() >= tick).toList();
        }
    }
}
