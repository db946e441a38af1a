package city.agents.spi;

import city.agents.Budgets;
import java.time.Duration;

/// How the city asks models.
///
/// @param deadline      from when a question is heard of to the action, model and all
/// @param maxConcurrent questions under way; others wait for their turn as long as there is time
/// @param promptTokens  of what a resident is told, by estimate
/// @param answerTokens  of what a model may answer
/// @param memories      that come to mind for a decision; 0 for none
public record MindsSettings(
        Duration deadline, int maxConcurrent, int promptTokens, int answerTokens, int memories, Budgets budgets) {
    public static final Duration USUAL_DEADLINE = Duration.ofMillis(500);
    public static final Duration LONGEST_DEADLINE = Duration.ofMinutes(5);
    public static final int MOST_CONCURRENT = 10_000;
    public static final int LEAST_PROMPT_TOKENS = 700;
    public static final int MOST_PROMPT_TOKENS = 8_000;
    public static final int LEAST_ANSWER_TOKENS = 50;
    public static final int MOST_ANSWER_TOKENS = 2_000;
    public static final int MOST_MEMORIES = 20;

    public MindsSettings {
        if (deadline.compareTo(Duration.ofMillis(100)) < 0 || deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException(
                    "deadline must be from 100 ms to %s: %s".formatted(LONGEST_DEADLINE, deadline));
        }
        require("maxConcurrent", maxConcurrent, 1, MOST_CONCURRENT);
        require("promptTokens", promptTokens, LEAST_PROMPT_TOKENS, MOST_PROMPT_TOKENS);
        require("answerTokens", answerTokens, LEAST_ANSWER_TOKENS, MOST_ANSWER_TOKENS);
        require("memories", memories, 0, MOST_MEMORIES);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be %d to %d: %d".formatted(name, least, most, value));
        }
    }
}
