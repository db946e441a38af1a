package city.memory.application;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Standing;
import city.world.ResidentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What memories weigh that were looked at of late, so that the record is asked for those alone that come to mind, a
/// tenth of those that might. Begun as a resident recalls, and told of what it remembers from then on; whose memories
/// sleep changed begins anew.
///
/// Safe from any thread.
final class Standings {
    /// Memories; whoever recalled least lately gives way. Some sixty megabytes.
    static final int MOST = 600_000;

    private final int most;

    /// Who recalled least lately first.
    private final SequencedMap<ResidentId, Known> byResident = new LinkedHashMap<>();

    private int size;

    Standings() {
        this(MOST);
    }

    Standings(int most) {
        this.most = most;
    }

    synchronized Known of(ResidentId resident) {
        var known = byResident.computeIfAbsent(resident, Known::new);
        byResident.putLast(resident, known);
        return known;
    }

    /// To be told before anybody can find them: else each recall asks for what was made since the last.
    synchronized void made(List<Memory> memories) {
        for (var memory : memories) {
            var known = byResident.get(memory.resident());
            if (known != null) {
                known.take(List.of(memory));
            }
        }
    }

    /// What was read of these before is not believed any more, even where it comes only now.
    synchronized void forget(Collection<ResidentId> residents) {
        for (var resident : residents) {
            var known = byResident.remove(resident);
            size -= known == null ? 0 : known.standings.size();
        }
    }

    synchronized void clear() {
        byResident.clear();
        size = 0;
    }

    private void makeRoom() {
        while (size > most && byResident.size() > 1) {
            size -= byResident.pollFirstEntry().getValue().standings.size();
        }
    }

    /// Of one resident. Who has it goes on with it when it was forgotten, and nobody else does.
    final class Known {
        private final ResidentId resident;
        private final Map<MemoryId, Weight> standings = new HashMap<>();

        private Known(ResidentId resident) {
            this.resident = resident;
        }

        List<MemoryId> missing(List<MemoryId> memories) {
            synchronized (Standings.this) {
                return memories.stream()
                        .filter(it -> !standings.containsKey(it))
                        .toList();
            }
        }

        /// Of a memory that is known already the later recall counts.
        ///
        /// @throws IllegalArgumentException when one is the memory of somebody else
        void take(List<Memory> memories) {
            synchronized (Standings.this) {
                int before = standings.size();
                memories.forEach(this::take);
                if (byResident.get(resident) == this) {
                    size += standings.size() - before;
                    makeRoom();
                }
            }
        }

        Optional<Standing> find(MemoryId memory) {
            synchronized (Standings.this) {
                return Optional.ofNullable(standings.get(memory)).map(it -> it.of(memory));
            }
        }

        private void take(Memory memory) {
            if (!memory.resident().equals(resident)) {
                throw new IllegalArgumentException(
                        "memory %s must be of %s: %s".formatted(memory.id(), resident, memory.resident()));
            }
            standings.computeIfAbsent(memory.id(), _ -> new Weight(memory)).accessedAt(memory.lastAccessedAt());
        }
    }

    /// Changed in place, for the sake of the garbage collector.
    private static final class Weight {
        private final Kind kind;
        private final int importance;
        private long lastAccessedAt;

        Weight(Memory memory) {
            this.kind = memory.kind();
            this.importance = memory.importance();
        }

        void accessedAt(long tick) {
            lastAccessedAt = Math.max(lastAccessedAt, tick);
        }

        Standing of(MemoryId memory) {
            return new Standing(memory, kind, importance, lastAccessedAt);
        }
    }
}
