package city.memory.domain;

import city.memory.Memory;
import city.memory.MemoryId;
import java.util.HashSet;
import java.util.List;

/// What sleep makes of the memories of a resident, as a plan: nothing changes here. In this order
///
/// 1. what is gone is forgotten;
/// 2. near-duplicates of one kind (cosine 0.95 or more) merge into the weightiest;
/// 3. faded observations and talks, three or more that are alike (0.5 or more), become a summary;
/// 4. what has faded and never mattered is forgotten;
/// 5. above {@link Forgetting#CAP} the least retained are forgotten.
///
/// What is pinned may take in its duplicates and is otherwise left alone. The same memories in any order give the same
/// plan. Every memory is compared with every other, so it belongs off the city thread.
public final class Consolidation {
    /// With no more than twice the cap every plan gets under it, but for what is pinned: whatever is in a merge or a
    /// summary is at least halved.
    public static final int MAX_MEMORIES = 2 * Forgetting.CAP;

    private final Forgetting forgetting;

    public Consolidation(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /// @throws IllegalArgumentException when there are too many, one is there twice, or they are of several residents
    public List<Step> plan(List<Remembered> remembered, long now) {
        if (remembered.size() > MAX_MEMORIES) {
            throw new IllegalArgumentException(
                    "memories must be at most %d: %d".formatted(MAX_MEMORIES, remembered.size()));
        }
        var ids = new HashSet<MemoryId>();
        for (var each : remembered) {
            requireFits(each.memory(), remembered.getFirst().memory());
            if (!ids.add(each.memory().id())) {
                throw new IllegalArgumentException(
                        "memories must differ: " + each.memory().id());
            }
        }
        return new Sleep(forgetting, remembered, now).steps();
    }

    private static void requireFits(Memory memory, Memory first) {
        if (!memory.resident().equals(first.resident())) {
            throw new IllegalArgumentException(
                    "memories must be of one resident: %s, %s".formatted(first.resident(), memory.resident()));
        }
    }
}
