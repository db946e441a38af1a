package city.agents.spi;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Tier;
import java.time.Duration;

/// Hears of every question to a mind outside of the city, for those who measure. Must be quick; called from any thread.
public interface MindProbe {
    /// @param took from when the commit that woke the resident was heard of, plus its place among those of the same
    ///     tick, to the commit of the outcome
    void decided(Tier tier, Outcome outcome, Duration took);

    /// A resident looked back on its days, or was to.
    ///
    /// @param took from its falling asleep
    void reflected(Outcome outcome, Duration took);

    /// A provider was asked: one try of a question, with what it cost. Not where a limit, a budget or an open breaker
    /// let nothing out.
    void called(ModelReply reply);
}
