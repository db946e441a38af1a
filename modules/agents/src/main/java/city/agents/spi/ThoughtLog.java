package city.agents.spi;

import city.agents.Thought;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;

/// Keeps thoughts, so that every decision can be explained. Safe from any thread; may block, so never for the city's.
public interface ThoughtLog {
    /// A page has at most so many.
    int MAX_PAGE = 100;

    /// Keeps them; one of the same resident, tick and question that is there gives way.
    void append(List<Thought> thoughts);

    /// A resident's thoughts, the newest first.
    ///
    /// @param before only older ones; {@link Position#END} for all
    /// @param limit  1 to {@link #MAX_PAGE}
    List<Thought> of(ResidentId resident, Position before, int limit);

    /// What calls used since a moment of the wall's time, for budgets that outlive a process: one for each resident and
    /// provider, in any order.
    List<Usage> usedSince(Instant moment);

    /// Removes those of before a tick that were also kept before a moment of the wall's time.
    ///
    /// @return how many
    int dropBefore(long tick, Instant moment);

    /// A thought's place among the newest: by its tick, then by its question, both descending.
    record Position(long tick, long question) {
        public static final Position END = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

        public static Position of(Thought thought) {
            return new Position(thought.tick(), thought.question());
        }
    }

    /// @param provider that answered, or failed to last; it stands for those that were tried before it, too
    /// @param used     by calls that failed, too
    record Usage(ResidentId resident, String provider, ModelUsage used) {}
}
