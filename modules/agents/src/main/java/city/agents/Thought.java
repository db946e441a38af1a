package city.agents;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.memory.MemoryId;
import city.world.ResidentId;
import java.time.Instant;
import java.util.List;

/// One question to a mind outside of the city, or one night's look back, and all that led to what came of it.
/// It explains a decision and is not needed to repeat it: the journal has the action.
///
/// @param question counted from 1 for each resident; 0 for a night
/// @param tick     in which it was asked
/// @param time     city time of that tick
/// @param outcome  what the city made of it
/// @param detail   why it was not followed, or what it goes back to; may be empty
/// @param millis   to the commit of the outcome, from when the commit that woke the resident was heard of, plus its
///     place among those of the same tick; of a night from when its falling asleep was heard of
public record Thought(
        ResidentId resident,
        long question,
        long tick,
        Instant time,
        Occasion occasion,
        Tier tier,
        Asked asked,
        Answered answered,
        Outcome outcome,
        String detail,
        int millis) {
    /// The same with what was said when nobody waited any more.
    public Thought butLate(String action) {
        var told = detail.isEmpty() ? "an answer came later" : detail + "; an answer came later";
        return new Thought(
                resident, question, tick, time, occasion, tier, asked, answered.saying(action), outcome, told, millis);
    }

    /// Who answered. The record keeps the name.
    public enum Tier {
        /// A language model was asked, or would have been.
        MODEL,
        /// What a model had decided in a situation of the same kind.
        REMEMBERED,
        /// A program outside of the city that speaks for the resident.
        EXTERNAL
    }

    /// @param input           what a model was told, or would have been where something else decided; empty when it
    ///     did not come to that
    /// @param promptHash      SHA-256 of that and of its instructions, in lower-case hex
    /// @param observationHash the same of what the resident saw, without what it remembered
    public record Asked(String input, String promptHash, String observationHash, List<Recalled> recalled) {
        public static final Asked NOTHING = new Asked("", "", "", List.of());

        public Asked {
            recalled = List.copyOf(recalled);
        }
    }

    /// A memory that stood in the prompt, and why it came to mind.
    ///
    /// @param recency,importance,relevance each 0 to 1; all three 0 of what it had in mind and did not recall
    public record Recalled(MemoryId memory, String text, double recency, double importance, double relevance) {}

    /// @param provider,model who answered, or failed to last; empty when nobody was asked
    /// @param reply     as it came, also where it was of no use
    /// @param reason    which the mind gave, in its own words
    /// @param action    by its wire name, such as `buy`; empty when there was none
    /// @param calls     that went to providers for it, and with the tokens and the cost what was booked
    /// @param costMicros millionths of the unit of money in which the prices are given
    /// @param millis    that the model took
    public record Answered(
            String provider,
            String model,
            String reply,
            String reason,
            String action,
            int calls,
            long inputTokens,
            long outputTokens,
            long costMicros,
            int millis) {
        public static final Answered NOTHING = again("", "");

        /// A program was asked, which is a call, and said nothing.
        public static final Answered SILENCE = new Answered("", "", "", "", "", 1, 0, 0, 0, 0);

        /// What was said before; that costs nothing.
        public static Answered again(String reason, String action) {
            return new Answered("", "", "", reason, action, 0, 0, 0, 0, 0);
        }

        /// The same, given again by nobody for nothing.
        public Answered again() {
            return new Answered("", model, reply, reason, action, 0, 0, 0, 0, 0);
        }

        /// The same with an action, for the same price.
        public Answered saying(String other) {
            return new Answered(
                    provider, model, reply, reason, other, calls, inputTokens, outputTokens, costMicros, millis);
        }
    }
}
