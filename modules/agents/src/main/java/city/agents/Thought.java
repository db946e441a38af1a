package city.agents;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.memory.MemoryId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;

/// One question to a mind outside of the city, and all that led to what came of it. It explains a decision and is not
/// needed to repeat it: the journal has the action.
///
/// @param question counted from 1 for each resident
/// @param tick     in which it was asked
/// @param time     city time of that tick
/// @param outcome  what the city made of it
/// @param detail   why, where it was not followed; empty otherwise
/// @param millis   from the question to the outcome, by the wall
public record Thought(
        ResidentId resident,
        long question,
        long tick,
        Instant time,
        Occasion occasion,
        Asked asked,
        Answered answered,
        Outcome outcome,
        String detail,
        int millis) {
    /// @param input           what the mind was told; empty when nothing was
    /// @param promptHash      SHA-256 of all that it was told, in lower-case hex
    /// @param observationHash the same of what the resident saw, without what it remembered
    public record Asked(String input, String promptHash, String observationHash, List<Recalled> recalled) {
        public static final Asked NOTHING = new Asked("", "", "", List.of());

        public Asked {
            recalled = List.copyOf(recalled);
        }
    }

    /// A memory that stood in the prompt, and why it came to mind.
    ///
    /// @param recency,importance,relevance each 0 to 1
    public record Recalled(MemoryId memory, String text, double recency, double importance, double relevance) {}

    /// @param provider,model empty when nobody answered
    /// @param reply     as it came
    /// @param reason    which the mind gave, in its own words
    /// @param action    by its wire name, such as `buy`; empty when there was none
    /// @param costMicros millionths of the unit of money in which the prices are given
    /// @param millis    that the model took
    public record Answered(
            String provider,
            String model,
            String reply,
            String reason,
            String action,
            long inputTokens,
            long outputTokens,
            long costMicros,
            int millis) {
        public static final Answered NOTHING = new Answered("", "", "", "", "", 0, 0, 0, 0);
    }
}
