package city.memory.spi;

import java.util.Optional;

/// Where the index of memories is put between two runs. One thread at a time; blocks.
public interface IndexShelf {
    /// What the last run left, when it was closed in good order and fits; empty when it must be built anew.
    Optional<MemoryIndex> open();

    /// An empty index in place of any that is there.
    MemoryIndex create();

    /// Takes away what is there, so that the next {@link #open} finds nothing. To be called when no index is open.
    void discard();
}
