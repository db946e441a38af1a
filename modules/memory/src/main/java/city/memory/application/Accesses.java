package city.memory.application;

import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Access;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Recalls that the record does not count yet. Whoever recalls waits for no write; the follower counts many of them at
/// once. The same few memories come to a resident's mind again and again, so a memory waits for some minutes, or until
/// its resident falls asleep, and is written once. What waits when the process ends abruptly was never recalled: the
/// memories themselves are in the record.
///
/// Safe from any thread; the writes are the follower's.
final class Accesses {
    /// Of memories; what comes when so many wait is not counted.
    static final int MOST = 300_000;

    /// So many turns, a second each, a memory waits at most.
    static final int TURNS = 300;

    private final MemoryStore store;

    /// Who has waited longest first.
    private final SequencedMap<MemoryId, Waiting> waiting = new LinkedHashMap<>();

    private Map<MemoryId, Waiting> onTheWay = Map.of();

    private long turn;

    /// Changed in place: a new object for each recall, in a map that is older, is what a garbage collector has most
    /// trouble with.
    private static final class Waiting {
        private final MemoryId memory;
        private final ResidentId resident;

        /// The turn in which it came to mind first.
        private final long since;

        private long tick;
        private int times;

        Waiting(Memory memory, long since) {
            this.memory = memory.id();
            this.resident = memory.resident();
            this.since = since;
        }

        Waiting plus(long otherTick, int otherTimes) {
            tick = Math.max(tick, otherTick);
            times += otherTimes;
            return this;
        }

        Access access() {
            return new Access(memory, tick, times);
        }
    }

    Accesses(MemoryStore store) {
        this.store = store;
    }

    synchronized void count(List<Memory> recalled, long tick) {
        for (var memory : recalled) {
            var known = waiting.get(memory.id());
            if (known != null) {
                known.plus(tick, 1);
            } else if (waiting.size() < MOST) {
                waiting.put(memory.id(), new Waiting(memory, turn).plus(tick, 1));
            }
        }
    }

    /// As the record will have it.
    synchronized Memory of(Memory recorded) {
        return with(onTheWay, with(waiting, recorded));
    }

    /// A turn: of those who have waited longest so many that none waits too long, evenly over the turns that are left,
    /// and more where little room is. Blocks. What could not be written waits on.
    void writeSome() {
        write(oldest(dueNow()));
    }

    /// Those of the residents; else as {@link #writeSome}.
    void writeOf(Set<ResidentId> residents) {
        write(of(residents));
    }

    /// Else as {@link #writeSome}.
    void writeAll() {
        write(oldest(size()));
    }

    private void write(List<MemoryId> memories) {
        for (int from = 0; from < memories.size(); from += MemoryStore.MAX_BATCH) {
            writeTogether(memories.subList(from, Math.min(memories.size(), from + MemoryStore.MAX_BATCH)));
        }
    }

    private void writeTogether(List<MemoryId> memories) {
        var writing = take(memories);
        try {
            store.count(writing);
            written();
        } catch (RuntimeException unwritten) {
            putBack();
            throw unwritten;
        }
    }

    private synchronized int dueNow() {
        turn++;
        if (waiting.isEmpty()) {
            return 0;
        }
        long left = Math.max(1, waiting.firstEntry().getValue().since + TURNS - turn);
        return (int) Math.max(Math.ceilDiv(waiting.size(), left), waiting.size() - MOST / 2);
    }

    private synchronized int size() {
        return waiting.size();
    }

    private synchronized List<MemoryId> oldest(int most) {
        return waiting.keySet().stream().limit(most).toList();
    }

    private synchronized List<MemoryId> of(Set<ResidentId> residents) {
        return waiting.entrySet().stream()
                .filter(it -> residents.contains(it.getValue().resident))
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized List<Access> take(List<MemoryId> memories) {
        onTheWay = new LinkedHashMap<>();
        var accesses = new ArrayList<Access>();
        for (var memory : memories) {
            var taken = waiting.remove(memory);
            if (taken != null) {
                onTheWay.put(memory, taken);
                accesses.add(taken.access());
            }
        }
        return accesses;
    }

    private synchronized void written() {
        onTheWay = Map.of();
    }

    private synchronized void putBack() {
        onTheWay.forEach(
                (memory, it) -> waiting.merge(memory, it, (newer, older) -> older.plus(newer.tick, newer.times)));
        onTheWay = Map.of();
    }

    private static Memory with(Map<MemoryId, Waiting> accesses, Memory memory) {
        var found = accesses.get(memory.id());
        return found == null ? memory : memory.recalled(found.tick, found.times);
    }
}
