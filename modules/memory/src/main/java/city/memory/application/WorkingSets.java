package city.memory.application;

import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import city.world.kernel.CityClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What residents have in mind still: the newest few memories of the day, until they fall asleep. The first to ask for
/// a resident reads them from the record; from then on they are told as they are made, and nobody is kept for whom
/// nobody ever asked. Safe from any thread.
///
/// Four, as in Cowan 2001, *The magical number 4 in short-term memory*; 16 hours are a day awake, for whoever does not
/// sleep.
final class WorkingSets {
    static final int CAPACITY = 4;
    private static final Duration SPAN = Duration.ofHours(16);

    private final MemoryStore store;
    private final long spanTicks;
    private final Map<ResidentId, WorkingSet> sets = new ConcurrentHashMap<>();

    WorkingSets(CityClock clock, MemoryStore store) {
        this.store = store;
        this.spanTicks = SPAN.toMinutes() / clock.stepMinutes();
    }

    /// Newest first. Blocks where nobody asked for the resident before.
    List<Memory> recent(ResidentId resident, long tick) {
        var known = sets.get(resident);
        return (known == null ? read(resident) : known).since(tick - spanTicks);
    }

    /// When a resident fell asleep before it was asked for is not known here.
    private WorkingSet read(ResidentId resident) {
        // It hears of what is made from here on, so that nothing falls between the record and what is told.
        var begun = sets.computeIfAbsent(resident, _ -> new WorkingSet());
        try {
            begun.take(store.list(new Listing(resident, Optional.empty(), Optional.empty(), CAPACITY)));
            return begun;
        } catch (RuntimeException unread) {
            sets.remove(resident, begun);
            throw unread;
        }
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
    void fellAsleep(List<ResidentId> residents, long tick) {
        for (var resident : residents) {
            var set = sets.get(resident);
            if (set != null) {
                set.clearUpTo(tick);
            }
        }
    }

    /// When it is not sure any more what was made.
    void clear() {
        sets.clear();
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
            asleepAt = tick;
            newestFirst = newestFirst.stream().filter(it -> it.madeAt() > tick).toList();
        }

        synchronized List<Memory> since(long tick) {
            return newestFirst.stream().filter(it -> it.madeAt() >= tick).toList();
        }
    }
}
