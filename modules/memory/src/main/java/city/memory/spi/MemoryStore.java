package city.memory.spi;

import city.memory.Memories.Listing;
import city.memory.Memory;
import city.memory.MemoryId;
import city.memory.domain.Remembered;
import city.world.ResidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where memories are kept for good, with the place in the log up to which they are complete. Each verb is one
/// transaction. One thread writes; any number read meanwhile. Blocks.
public interface MemoryStore {
    /// Most memories that one call of a verb takes or gives by number.
    int MAX_BATCH = 5_000;

    /// The sequence up to which the log is remembered, 0 at first.
    long cursor();

    /// Adds memories and moves the cursor, both or neither. A memory whose id is there already stays as it is.
    ///
    /// @param from where the cursor must be
    /// @param to   where it is afterwards
    /// @return those that were added
    /// @throws Moved when the cursor is elsewhere; then nothing is added
    List<MemoryId> append(List<Remembered> memories, long from, long to);

    /// Carries out what sleep made of memories, all or nothing.
    void apply(Revision revision);

    /// Counts accesses; what is gone meanwhile is no error, and of ticks the latest stays.
    ///
    /// @param accesses one of each memory
    void count(List<Access> accesses);

    /// All memories of residents, by resident and then by id.
    List<Remembered> ofResidents(List<ResidentId> residents);

    /// Those of the ids that are there, in any order.
    List<Memory> find(List<MemoryId> memories);

    /// Newest first, as {@link Listing} says.
    List<Memory> list(Listing listing);

    /// How many each has; a resident without any may be missing.
    Map<ResidentId, Integer> counts(List<ResidentId> residents);

    /// How many there are.
    long size();

    /// All there are, by id, to build an index from.
    ///
    /// @param after the last id of the page before
    List<Remembered> all(Optional<MemoryId> after, int limit);

    /// Memories whose vectors lie in another space than the store's, at most `limit`.
    List<Memory> ofOtherSpaces(int limit);

    /// Gives memories that are there other vectors.
    void reembed(List<Remembered> memories);

    /// A memory came to mind.
    ///
    /// @param tick  of the last time
    /// @param times that are not counted yet
    record Access(MemoryId memory, long tick, int times) {}

    /// @param kept as they are from now on, added or in place of what has their ids
    /// @param gone what is no more; none of it is kept
    record Revision(List<Remembered> kept, List<MemoryId> gone) {
        public Revision {
            kept = List.copyOf(kept);
            gone = List.copyOf(gone);
        }
    }

    /// Somebody else moved the cursor: this process is not the one that remembers.
    final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Moved(long from) {
            super("the cursor of memory is not at %d any more".formatted(from));
        }
    }
}
