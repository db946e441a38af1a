package city.memory.application;

import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Remembered;
import city.memory.spi.Embedder;
import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryIndex;
import city.memory.spi.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings vectors and index to the embedder's space: vectors of another are made anew from the words, and an index
/// that is missing or unfit is built from the record.
final class Bookbinder {
    private static final Logger LOG = LoggerFactory.getLogger(Bookbinder.class);

    private final MemoryStore store;
    private final Embedder embedder;
    private final IndexShelf shelf;

    Bookbinder(MemoryStore store, Embedder embedder, IndexShelf shelf) {
        this.store = store;
        this.embedder = embedder;
        this.shelf = shelf;
    }

    /// The index that was left, when it fits and is whole, else one that is built now.
    ///
    /// @param trusted whether what was left may be used; not after a failure between record and index
    MemoryIndex open(boolean trusted) {
        int moved = reembed();
        return trusted && moved == 0 ? shelf.open().flatMap(this::whole).orElseGet(this::build) : build();
    }

    /// Whether the index holds as many memories as the record. Exact, and therefore for the one thread that writes
    /// both.
    boolean isWhole(MemoryIndex index) {
        long held = index.size();
        long kept = store.size();
        if (held != kept) {
            LOG.warn("the index holds {} of {} memories and is built from the record", held, kept);
        }
        return held == kept;
    }

    private Optional<MemoryIndex> whole(MemoryIndex left) {
        try {
            if (isWhole(left)) {
                return Optional.of(left);
            }
        } catch (RuntimeException failed) {
            left.close();
            throw failed;
        }
        left.close();
        return Optional.empty();
    }

    private int reembed() {
        int moved = 0;
        while (true) {
            var strangers = store.ofOtherSpaces(MemoryStore.MAX_BATCH);
            if (strangers.isEmpty()) {
                return moved;
            }
            var vectors = embedder.embed(strangers.stream().map(Memory::text).toList());
            var again = new ArrayList<Remembered>(strangers.size());
            for (int i = 0; i < strangers.size(); i++) {
                again.add(new Remembered(strangers.get(i), vectors.get(i)));
            }
            store.reembed(again);
            moved += strangers.size();
        }
    }

    private MemoryIndex build() {
        var index = shelf.create();
        try {
            fill(index);
            return index;
        } catch (RuntimeException failed) {
            index.close();
            throw failed;
        }
    }

    private void fill(MemoryIndex index) {
        long built = 0;
        Optional<MemoryId> after = Optional.empty();
        List<Remembered> page;
        do {
            page = store.all(after, MemoryStore.MAX_BATCH);
            index.putMemories(page);
            built += page.size();
            after = page.isEmpty() ? after : Optional.of(page.getLast().memory().id());
        } while (page.size() == MemoryStore.MAX_BATCH);
        if (built > 0) {
            LOG.info("the index of {} memories was built from the record", built);
        }
    }
}
