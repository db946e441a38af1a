package city.adapter.vectors;

import city.memory.MemoryId;
import city.memory.spi.MemoryIndex.Neighbour;
import java.util.ArrayList;
import java.util.List;

/// The best so far, the best first. Most of what is looked at is farther than the last of them and costs one
/// comparison. For one thread.
final class Nearest {
    private final int limit;
    private final List<Neighbour> best;

    Nearest(int limit) {
        this.limit = limit;
        this.best = new ArrayList<>();
    }

    /// False for what cannot be among the best, so that its id need not be read.
    boolean wants(double cosine) {
        return best.size() < limit || cosine >= best.getLast().cosine();
    }

    void add(MemoryId memory, double cosine) {
        var next = new Neighbour(memory, cosine);
        int at = best.size();
        while (at > 0 && isBefore(next, best.get(at - 1))) {
            at--;
        }
        best.add(at, next);
        if (best.size() > limit) {
            best.removeLast();
        }
    }

    List<Neighbour> list() {
        return List.copyOf(best);
    }

    private static boolean isBefore(Neighbour one, Neighbour other) {
        return one.cosine() > other.cosine()
                || (one.cosine() == other.cosine() && one.memory().compareTo(other.memory()) < 0);
    }
}
