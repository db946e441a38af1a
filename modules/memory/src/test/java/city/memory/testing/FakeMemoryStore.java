package city.memory.testing;

import city.memory.Memories.Listing;
import city.memory.Memories.Position;
import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Memories in a map, with the space of each vector. What one store writes, another over the same shelf reads.
public class FakeMemoryStore implements MemoryStore {
    /// Ids as the numbers without sign that they are.
    private static final Comparator<Memory> BY_ID =
            Comparator.comparing(it -> it.id().value().toString());

    private static final Comparator<Memory> NEWEST_FIRST =
            Comparator.comparing(Memory::madeAt).thenComparing(BY_ID).reversed();

    private final Shelf shelf;
    private final String space;

    public FakeMemoryStore(Shelf shelf, String space) {
        this.shelf = shelf;
        this.space = space;
    }

    /// What outlives a store.
    public static final class Shelf {
        private final Map<MemoryId, Kept> rows = new HashMap<>();
        private long cursor;
    }

    private record Kept(Remembered remembered, String space) {
        Memory memory() {
            return remembered.memory();
        }
    }

    @Override
    public long cursor() {
        synchronized (shelf) {
            return shelf.cursor;
        }
    }

    @Override
    public List<MemoryId> append(List<Remembered> memories, long from, long to) {
        synchronized (shelf) {
            if (shelf.cursor != from) {
                throw new Moved(from);
            }
            shelf.cursor = to;
            var added = new ArrayList<MemoryId>();
            for (var each : memories) {
                if (shelf.rows.putIfAbsent(each.memory().id(), new Kept(each, space)) == null) {
                    added.add(each.memory().id());
                }
            }
            return added;
        }
    }

    @Override
    public void apply(Revision revision) {
        synchronized (shelf) {
            revision.gone().forEach(shelf.rows::remove);
            revision.kept().forEach(it -> shelf.rows.put(it.memory().id(), new Kept(it, space)));
        }
    }

    @Override
    public void count(List<Access> accesses) {
        synchronized (shelf) {
            accesses.forEach(access -> shelf.rows.computeIfPresent(
                    access.memory(), (_, it) -> new Kept(counted(it.remembered(), access), it.space())));
        }
    }

    @Override
    public List<Remembered> ofResidents(List<ResidentId> residents) {
        synchronized (shelf) {
            return shelf.rows.values().stream()
                    .map(Kept::remembered)
                    .filter(it -> residents.contains(it.memory().resident()))
                    .sorted(Comparator.comparing((Remembered it) ->
                                    it.memory().resident().value().toString())
                            .thenComparing(Remembered::memory, BY_ID))
                    .toList();
        }
    }

    @Override
    public List<Memory> find(List<MemoryId> memories) {
        synchronized (shelf) {
            var wanted = new HashSet<>(memories);
            return shelf.rows.values().stream()
                    .map(Kept::memory)
                    .filter(it -> wanted.contains(it.id()))
                    .toList();
        }
    }

    @Override
    public List<Memory> list(Listing listing) {
        synchronized (shelf) {
            return shelf.rows.values().stream()
                    .map(Kept::memory)
                    .filter(it -> it.resident().equals(listing.resident()))
                    .filter(it -> listing.kind().isEmpty() || listing.kind().get() == it.kind())
                    .filter(it -> listing.before().isEmpty()
                            || isBefore(it, listing.before().get()))
                    .sorted(NEWEST_FIRST)
                    .limit(listing.limit())
                    .toList();
        }
    }

    @Override
    public Map<ResidentId, Integer> counts(List<ResidentId> residents) {
        synchronized (shelf) {
            var counts = new HashMap<ResidentId, Integer>();
            shelf.rows.values().stream()
                    .map(it -> it.memory().resident())
                    .filter(residents::contains)
                    .forEach(it -> counts.merge(it, 1, Integer::sum));
            return counts;
        }
    }

    @Override
    public long size() {
        synchronized (shelf) {
            return shelf.rows.size();
        }
    }

    @Override
    public List<Remembered> all(Optional<MemoryId> after, int limit) {
        synchronized (shelf) {
            var last = after.map(it -> it.value().toString()).orElse("");
            return shelf.rows.values().stream()
                    .map(Kept::remembered)
                    .filter(it -> it.memory().id().value().toString().compareTo(last) > 0)
                    .sorted(Comparator.comparing(Remembered::memory, BY_ID))
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Memory> ofOtherSpaces(int limit) {
        synchronized (shelf) {
            return shelf.rows.values().stream()
                    .filter(it -> !it.space().equals(space))
                    .map(Kept::memory)
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public void reembed(List<Remembered> memories) {
        synchronized (shelf) {
            memories.forEach(it -> shelf.rows.computeIfPresent(
                    it.memory().id(), (_, old) -> new Kept(new Remembered(old.memory(), it.embedding()), space)));
        }
    }

    private static boolean isBefore(Memory memory, Position place) {
        return memory.madeAt() < place.madeAt()
                || (memory.madeAt() == place.madeAt()
                        && memory.id()
                                        .value()
                                        .toString()
                                        .compareTo(place.memory().value().toString())
                                < 0);
    }

    private static Remembered counted(Remembered it, Access access) {
        return new Remembered(it.memory().recalled(access.tick(), access.times()), it.embedding());
    }
}
