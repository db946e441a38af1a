package city.app.bench.minds;

import city.memory.Memories;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.RecallQuery;
import city.memory.Recollection;
import city.world.ResidentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Memories, with what each recall took and gave. Safe from any thread.
final class TimedMemories implements Memories {
    private final Memories memories;
    private List<Recall> recalls = new ArrayList<>();

    TimedMemories(Memories memories) {
        this.memories = memories;
    }

    /// @param given how many memories; none when it failed
    record Recall(double millis, int given) {}

    /// Those since the last time.
    synchronized List<Recall> take() {
        var taken = recalls;
        recalls = new ArrayList<>(taken.size());
        return taken;
    }

    @Override
    public List<Recollection> recall(RecallQuery query, Optional<Kind> kind) {
        long start = System.nanoTime();
        int given = 0;
        try {
            var recalled = memories.recall(query, kind);
            given = recalled.size();
            return recalled;
        } finally {
            add(new Recall((System.nanoTime() - start) / 1e6, given));
        }
    }

    @Override
    public List<Memory> recent(ResidentId resident, long tick) {
        return memories.recent(resident, tick);
    }

    @Override
    public List<Memory> list(Listing listing) {
        return memories.list(listing);
    }

    @Override
    public int count(ResidentId resident) {
        return memories.count(resident);
    }

    @Override
    public boolean await(long sequence, Duration atMost) throws InterruptedException {
        return memories.await(sequence, atMost);
    }

    private synchronized void add(Recall recall) {
        recalls.add(recall);
    }
}
