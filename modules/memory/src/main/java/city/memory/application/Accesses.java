package city.memory.application;

import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.spi.MemoryStore;
import city.memory.spi.MemoryStore.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Recalls that the record does not count yet. Whoever recalls waits for no write; the follower counts all of them at
/// once. What waits when the process ends abruptly was never recalled: the memories themselves are in the record.
///
/// Safe from any thread; {@link #write} is the follower's.
final class Accesses {
    /// Of memories; what comes when so many wait is not counted.
    static final int MOST = 200_000;

    private final MemoryStore store;
    private Map<MemoryId, Access> waiting = new HashMap<>();
    private Map<MemoryId, Access> onTheWay = Map.of();

    Accesses(MemoryStore store) {
        this.store = store;
    }

    synchronized void count(List<Memory> recalled, long tick) {
        for (var memory : recalled) {
            if (waiting.size() < MOST) {
                waiting.merge(memory.id(), new Access(memory.id(), tick, 1), Access::plus);
            }
        }
    }

    /// As the record will have it.
    synchronized Memory of(Memory recorded) {
        return with(onTheWay, with(waiting, recorded));
    }

    /// Blocks. What could not be written waits on.
    void write() {
        var writing = take();
        try {
            for (int from = 0; from < writing.size(); from += MemoryStore.MAX_BATCH) {
                store.count(writing.subList(from, Math.min(writing.size(), from + MemoryStore.MAX_BATCH)));
            }
            written();
        } catch (RuntimeException unwritten) {
            putBack();
            throw unwritten;
        }
    }

    private synchronized List<Access> take() {
        onTheWay = waiting;
        waiting = new HashMap<>();
        return new ArrayList<>(onTheWay.values());
    }

    private synchronized void written() {
        onTheWay = Map.of();
    }

    private synchronized void putBack() {
        onTheWay.values().forEach(it -> waiting.merge(it.memory(), it, Access::plus));
        onTheWay = Map.of();
    }

    private static Memory with(Map<MemoryId, Access> accesses, Memory memory) {
        var access = accesses.get(memory.id());
        return access == null ? memory : memory.recalled(access.tick(), access.times());
    }
}
