package city.memory.testing;

import city.memory.spi.IndexShelf;
import city.memory.spi.MemoryIndex;
import java.util.Optional;

/// An index in memory that stays on the shelf when it was closed, as a file does.
public final class FakeShelf implements IndexShelf {
    private final int dimension;
    private volatile Optional<BruteForce> left = Optional.empty();
    private volatile int built;

    public FakeShelf(int dimension) {
        this.dimension = dimension;
    }

    @Override
    public Optional<MemoryIndex> open() {
        return left.map(it -> it);
    }

    @Override
    public MemoryIndex create() {
        built++;
        var index = new BruteForce(dimension);
        left = Optional.of(index);
        return index;
    }

    @Override
    public void discard() {
        left = Optional.empty();
    }

    /// The index stays, also in the hands of whoever has it open, and holds nothing any more.
    public void lose() {
        left.ifPresent(BruteForce::forget);
    }

    /// The index stays, and answers nobody while it is away.
    public void away(boolean isAway) {
        left.ifPresent(it -> it.away(isAway));
    }

    /// Calls of the index that were not answered.
    public int refused() {
        return left.map(BruteForce::refused).orElse(0);
    }

    /// How often an index was built.
    public int built() {
        return built;
    }
}
