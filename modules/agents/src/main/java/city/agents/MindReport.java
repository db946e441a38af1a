package city.agents;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets.Limit;
import java.util.Map;
import java.util.Optional;

/// What the minds of a city and the vectors of its memories cost, and who decided how often.
///
/// @param models    empty in a city that asks none
/// @param embedder  empty in a city whose words no provider makes vectors
/// @param questions to models, by what became of them, since the process began; without nights
/// @param decisions that were carried out or refused, by who made them, since the process began
public record MindReport(
        Optional<Models> models, Optional<Embedder> embedder, Map<Outcome, Long> questions, Map<Tier, Long> decisions) {
    public MindReport {
        questions = Map.copyOf(questions);
        decisions = Map.copyOf(decisions);
    }

    /// How many questions ended so.
    public long settled(Outcome outcome) {
        return questions.getOrDefault(outcome, 0L);
    }

    /// How many decisions these made.
    public long decided(Tier tier) {
        return decisions.getOrDefault(tier, 0L);
    }

    /// Who made a decision.
    public enum Tier {
        /// The city's own rules.
        ROUTINE,
        /// What a model had decided in a situation of the same kind.
        REMEMBERED,
        /// A language model.
        MODEL,
        /// A program outside, or a person by the API.
        EXTERNAL
    }

    /// Those that the city asks.
    ///
    /// @param today        what they used in this day of the wall's clock (UTC), also before a restart
    /// @param forecast     the same at the end of the day, if it goes on as in the last hour
    /// @param perDay       the city's budget
    /// @param precedents   decisions that stand for situations of the same kind
    /// @param turns        questions that may be under way now, as this machine keeps up
    /// @param lostThoughts that could not be written down, since the process began
    public record Models(Used today, Used forecast, Limit perDay, int precedents, int turns, long lostThoughts) {}

    /// The provider that makes vectors of words. It has a budget of its own, and is in none of the city's.
    ///
    /// @param space    of its vectors, which names it
    /// @param today    what it used in this day of the wall's clock (UTC), also before a restart
    /// @param forecast the same at the end of the day, if it goes on as in the last hour
    /// @param perDay   its budget
    /// @param left     what it may use now, by the minute's and the day's budget
    public record Embedder(String space, Used today, Used forecast, Limit perDay, Limit left) {}

    /// @param tokens     in and out together
    /// @param costMicros millionths of the unit of money in which the prices are given
    public record Used(long calls, long tokens, long costMicros) {}
}
