package city.agents.spi;

import city.agents.Thought;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;

/// Keeps thoughts, so that every decision can be explained. Safe from any thread; may block, so never for the city's.
public interface ThoughtLog {
    /// A page has at most so many.
    int MAX_PAGE = 100;

    /// Keeps them; one of the same resident and question that is there gives way.
    void append(List<Thought> thoughts);

    /// A resident's thoughts, the newest first.
    ///
    /// @param beforeQuestion only older ones; {@link Long#MAX_VALUE} for all
    /// @param limit          1 to {@link #MAX_PAGE}
    List<Thought> of(ResidentId resident, long beforeQuestion, int limit);

    /// What was used since a moment of the wall's time, for budgets that outlive a process.
    Used usedSince(Instant moment);

    /// Removes those of before a tick that were also kept before a moment of the wall's time.
    ///
    /// @return how many
    int dropBefore(long tick, Instant moment);

    /// @param calls that reached a provider
    record Used(long calls, long tokens, long costMicros) {}
}
