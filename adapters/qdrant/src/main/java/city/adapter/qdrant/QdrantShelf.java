package city.adapter.qdrant;

import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryIndex;
import city.world.kernel.CityClock;
import java.util.Optional;

/// The index in a Qdrant server. Other programs may change what lies there, and nobody can tell how a last run ended,
/// so that each start builds the city's space anew from the record. Other cities may have theirs beside it.
public final class QdrantShelf implements IndexShelf {
    private final QdrantSettings settings;
    private final CityClock clock;

    /// @param clock for the timestamps of payloads
    public QdrantShelf(QdrantSettings settings, CityClock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<MemoryIndex> open() {
        return Optional.empty();
    }

    @Override
    public MemoryIndex create() {
        return QdrantIndex.create(settings, clock);
    }

    /// Does nothing: whatever is there is never opened again.
    @Override
    public void discard() {}
}
