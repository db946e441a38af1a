package city.memory.application;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;
import city.memory.domain.Standing;
import city.world.ResidentId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What memories weigh that were looked at of late, and the words of those that were read last, so that the record is
/// asked for neither again. Begun as a resident recalls, and told of what it remembers from then on; whose memories
/// sleep changed begins anew.
///
/// Safe from any thread.
final class Standings {
    /// Of {@link #UNIT_BYTES}; whoever recalled least lately gives way. Some 150 megabytes.
    static final int MOST = 1_500_000;

    /// What one memory takes without its words.
    private static final int UNIT_BYTES = 100;

    /// Of a resident. The same few come to its mind again and again.
    static final int MOST_WITH_WORDS = 16;

    private static final int BYTES_OF_A_MEMORY = 200;
    private static final int BYTES_OF_A_CHARACTER = 2;
    private static final int BYTES_OF_EVIDENCE = 24;

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
            size -= known == null ? 0 : known.size();
        }
    }

    synchronized void clear() {
        byResident.clear();
        size = 0;
    }

    private void makeRoom() {
        while (size > most && byResident.size() > 1) {
            size -= byResident.pollFirstEntry().getValue().size();
        }
    }

    /// Of one resident. Who has it goes on with it when it was forgotten, and nobody else does.
    final class Known {
        private final ResidentId resident;
        private final Map<MemoryId, Weight> standings = new HashMap<>();

        /// Whose words were read first gives way first.
        private final Queue<Weight> withWords = new ArrayDeque<>();

        private int units;

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
            changing(() -> memories.forEach(this::weight));
        }

        Optional<Standing> find(MemoryId memory) {
            synchronized (Standings.this) {
                return Optional.ofNullable(standings.get(memory)).map(it -> it.of(memory));
            }
        }

        /// Those whose words are here.
        List<Memory> withWords(List<MemoryId> memories) {
            synchronized (Standings.this) {
                return memories.stream()
                        .flatMap(it -> Optional.ofNullable(standings.get(it)).flatMap(Weight::whole).stream())
                        .toList();
            }
        }

        /// As {@link #take}, and keeps the words.
        ///
        /// @param memories with all recalls so far
        void takeWords(List<Memory> memories) {
            changing(() -> memories.forEach(this::words));
        }

        /// Of two who do something with the same memory at once one may be counted twice here, or not at all, until
        /// its resident sleeps; the record counts right.
        void recalled(List<MemoryId> memories, long tick) {
            synchronized (Standings.this) {
                memories.stream()
                        .flatMap(it -> Optional.ofNullable(standings.get(it)).stream())
                        .forEach(it -> it.recalled(tick));
            }
        }

        private void changing(Runnable change) {
            synchronized (Standings.this) {
                int before = size();
                change.run();
                if (byResident.get(resident) == this) {
                    size += size() - before;
                    makeRoom();
                }
            }
        }

        private int size() {
            return standings.size() + units;
        }

        private Weight weight(Memory memory) {
            if (!memory.resident().equals(resident)) {
                throw new IllegalArgumentException(
                        "memory %s must be of %s: %s".formatted(memory.id(), resident, memory.resident()));
            }
            var weight = standings.computeIfAbsent(memory.id(), _ -> new Weight(memory));
            weight.accessedAt(memory.lastAccessedAt());
            return weight;
        }

        private void words(Memory memory) {
            var weight = weight(memory);
            if (weight.read == null) {
                withWords.add(weight);
            }
            units -= weight.units();
            weight.readAs(memory);
            units += weight.units();
            if (withWords.size() > MOST_WITH_WORDS) {
                var first = withWords.remove();
                units -= first.units();
                first.forgetWords();
            }
        }
    }

    /// Changed in place, for the sake of the garbage collector.
    private static final class Weight {
        private final Kind kind;
        private final int importance;
        private long lastAccessedAt;

        /// As it was read.
        private @Nullable Memory read;

        private int recallsSince;

        Weight(Memory memory) {
            this.kind = memory.kind();
            this.importance = memory.importance();
        }

        void accessedAt(long tick) {
            lastAccessedAt = Math.max(lastAccessedAt, tick);
        }

        void recalled(long tick) {
            accessedAt(tick);
            recallsSince++;
        }

        void readAs(Memory memory) {
            read = memory;
            recallsSince = 0;
        }

        void forgetWords() {
            read = null;
        }

        /// What its words take.
        int units() {
            return read == null ? 0 : Math.ceilDiv(bytes(read), UNIT_BYTES);
        }

        private static int bytes(Memory it) {
            return BYTES_OF_A_MEMORY
                    + BYTES_OF_A_CHARACTER * it.text().length()
                    + BYTES_OF_EVIDENCE * it.evidence().size();
        }

        Optional<Memory> whole() {
            return Optional.ofNullable(read).map(it -> it.recalled(lastAccessedAt, recallsSince));
        }

        Standing of(MemoryId memory) {
            return new Standing(memory, kind, importance, lastAccessedAt);
        }
    }
}
