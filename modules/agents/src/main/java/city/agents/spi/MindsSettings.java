package city.agents.spi;

import city.agents.Budgets;
import java.time.Duration;

/// How the city asks models.
///
/// @param deadline      from when a question is heard of, plus its place among those of the same tick, to the action,
///     model and all
/// @param maxConcurrent questions under way; others wait for their turn as long as there is time
/// @param promptTokens  of what a resident is told, by estimate
/// @param answerTokens  of what a model may answer
/// @param memories      for a decision, those that are in mind still and those that come to it; 0 for none
/// @param remember      how long a decision stands for situations of the same kind
/// @param night         how residents look back on their days
public record MindsSettings(
        Duration deadline,
        int maxConcurrent,
        int promptTokens,
        int answerTokens,
        int memories,
        Remember remember,
        Night night,
        Budgets budgets) {
    public static final Duration USUAL_DEADLINE = Duration.ofMillis(500);
    public static final Duration LONGEST_DEADLINE = Duration.ofMinutes(5);
    public static final int MOST_CONCURRENT = 10_000;
    public static final int LEAST_PROMPT_TOKENS = 700;
    public static final int MOST_PROMPT_TOKENS = 8_000;
    public static final int LEAST_ANSWER_TOKENS = 50;
    public static final int MOST_ANSWER_TOKENS = 2_000;
    public static final int MOST_MEMORIES = 20;

    public MindsSettings {
        requireDeadline(deadline);
        require("maxConcurrent", maxConcurrent, 1, MOST_CONCURRENT);
        require("promptTokens", promptTokens, LEAST_PROMPT_TOKENS, MOST_PROMPT_TOKENS);
        require("answerTokens", answerTokens, LEAST_ANSWER_TOKENS, MOST_ANSWER_TOKENS);
        require("memories", memories, 0, MOST_MEMORIES);
    }

    /// Decisions that are kept, to be followed again without a question.
    ///
    /// @param days        of city time; 0 keeps none
    /// @param perResident a few for each hour of a day
    /// @param inAll       some hundred bytes each
    public record Remember(int days, int perResident, int inAll) {
        public static final int MOST_DAYS = 365;
        public static final int MOST_PER_RESIDENT = 1_000;
        public static final int MOST_IN_ALL = 1_000_000;

        public Remember {
            require("days", days, 0, MOST_DAYS);
            require("perResident", perResident, 1, MOST_PER_RESIDENT);
            require("inAll", inAll, 1, MOST_IN_ALL);
        }
    }

    /// What a model makes of a resident's days when it has fallen asleep.
    ///
    /// @param enabled      false asks nobody
    /// @param threshold    what a resident must have lived through since it looked back last, as a sum of the
    ///     importance of its memories, each 0 to 1000
    /// @param deadline     from when its falling asleep is heard of to what came of it; nobody waits
    /// @param promptTokens of what a resident is told, by estimate
    /// @param answerTokens of what a model may answer
    /// @param memories     that it is told of, those of most importance
    public record Night(
            boolean enabled, int threshold, Duration deadline, int promptTokens, int answerTokens, int memories) {
        public static final Duration USUAL_DEADLINE = Duration.ofSeconds(30);
        public static final int MOST_THRESHOLD = 1_000_000;
        public static final int LEAST_ANSWER_TOKENS = 200;
        public static final int MOST_ANSWER_TOKENS = 4_000;
        public static final int MOST_MEMORIES = 60;

        public Night {
            require("threshold", threshold, 0, MOST_THRESHOLD);
            requireDeadline(deadline);
            require("promptTokens", promptTokens, LEAST_PROMPT_TOKENS, MOST_PROMPT_TOKENS);
            require("answerTokens", answerTokens, LEAST_ANSWER_TOKENS, MOST_ANSWER_TOKENS);
            require("memories", memories, 1, MOST_MEMORIES);
        }
    }

    private static void requireDeadline(Duration deadline) {
        if (deadline.compareTo(Duration.ofMillis(100)) < 0 || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException(
                    "deadline must be from 100 ms to %s: %s".formatted(LONGEST_DEADLINE, deadline));
        }
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %d to %d: %d".formatted(name, least, most, value));
        }
    }
}
