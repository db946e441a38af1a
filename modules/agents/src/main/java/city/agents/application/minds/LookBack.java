package city.agents.application.minds;

import city.memory.Memories;
import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.world.ResidentId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a resident lived through since it looked back last. Read anew each night instead of being summed up as
/// it comes: one page of one resident's memories a night, and nothing to rebuild after a restart.
///
/// @param weight   sum of the importance of all of it
/// @param memories what mattered most of it, the newest first
record LookBack(long weight, List<Memory> memories) {
    /// Far above what anybody lives through in a day; who has more has long passed any threshold.
    private static final int MOST_READ = 500;

    /// @param after tick up to which it has looked back
    /// @param upTo  tick in which it fell asleep
    /// @param most  memories that are wanted
    static LookBack of(Memories memories, ResidentId resident, long after, long upTo, int most) {
        var page = memories.list(new Listing(resident, Optional.empty(), Optional.empty(), MOST_READ));
        var lived = page.stream()
                .filter(it -> it.madeAt() > after && it.madeAt() <= upTo && isLived(it.kind()))
                .toList();
        var chosen = lived.stream()
                .sorted(Comparator.comparingInt(Memory::importance).reversed())
                .limit(most)
                .toList();
        return new LookBack(
                lived.stream().mapToLong(Memory::importance).sum(),
                lived.stream().filter(chosen::contains).toList());
    }

    /// What was concluded, by itself or in its sleep, does not count again.
    private static boolean isLived(Kind kind) {
        return switch (kind) {
            case OBSERVATION, CONVERSATION -> true;
            case INSIGHT, SUMMARY -> false;
        };
    }
}
