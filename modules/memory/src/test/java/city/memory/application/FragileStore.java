package city.memory.application;

import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Remembered;
import city.memory.spi.MemoryStore;
import city.world.ResidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A store that fails when the test says so, before it does what it is asked or after.
final class FragileStore implements MemoryStore {
    enum Fault {
        NONE,
        /// Nothing is done.
        BEFORE,
        /// It is done, and whoever asked does not learn of it.
        AFTER
    }

    private final MemoryStore store;
    private final Supplier<Fault> faults;

    /// @param faults asked at each call
    FragileStore(MemoryStore store, Supplier<Fault> faults) {
        this.store = store;
        this.faults = faults;
    }

    @Override
    public long cursor() {
        return fragile(store::cursor);
    }

    @Override
    public List<MemoryId> append(List<Remembered> memories, long from, long to) {
        return fragile(() -> store.append(memories, from, to));
    }

    @Override
    public void apply(Revision revision) {
        fragile(() -> {
            store.apply(revision);
            return true;
        });
    }

    @Override
    public void count(List<Access> accesses) {
        fragile(() -> {
            store.count(accesses);
            return true;
        });
    }

    @Override
    public List<Remembered> ofResidents(List<ResidentId> residents) {
        return fragile(() -> store.ofResidents(residents));
    }

    @Override
    public List<Memory> find(List<MemoryId> memories) {
        return store.find(memories);
    }

    @Override
    public List<Memory> list(Listing listing) {
        return fragile(() -> store.list(listing));
    }

    @Override
    public Map<ResidentId, Integer> counts(List<ResidentId> residents) {
        return fragile(() -> store.counts(residents));
    }

    @Override
    public long size() {
        return fragile(store::size);
    }

    @Override
    public List<Remembered> all(Optional<MemoryId> after, int limit) {
        return fragile(() -> store.all(after, limit));
    }

    @Override
    public List<Memory> ofOtherSpaces(int limit) {
        return fragile(() -> store.ofOtherSpaces(limit));
    }

    @Override
    public void reembed(List<Remembered> memories) {
        store.reembed(memories);
    }

    private <T> T fragile(Supplier<T> work) {
        var fault = faults.get();
        if (fault == Fault.BEFORE) {
            throw new IllegalStateException("the store is away");
        }
        var done = work.get();
        if (fault == Fault.AFTER) {
            throw new IllegalStateException("the store went away");
        }
        return done;
    }
}
