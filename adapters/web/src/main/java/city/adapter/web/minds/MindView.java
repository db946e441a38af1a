package city.adapter.web.minds;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import city.agents.AgentsReads.MindState;
import city.agents.Occasion;
import city.agents.Thought;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Minds and their decisions as the API shows them.
final class MindView {
    private static final int MICROS = 6;

    private MindView() {}

    static Mind of(UUID id, MindState state) {
        return new Mind(
                id,
                word(state.settings().kind()),
                state.settings().threshold(),
                state.settings().patience(),
                state.questions(),
                state.open().isPresent());
    }

    static Decision of(Thought thought) {
        var asked = thought.asked();
        var answered = thought.answered();
        return new Decision(
                thought.question(),
                thought.tick(),
                thought.time(),
                thought.occasion().words(),
                word(thought.tier()),
                word(thought.outcome()),
                thought.detail(),
                answered.action(),
                answered.reason(),
                asked.input(),
                asked.recalled().stream()
                        .map(it -> new Recalled(
                                it.memory().value(), it.text(), it.recency(), it.importance(), it.relevance()))
                        .toList(),
                answered.provider(),
                answered.model(),
                answered.reply(),
                asked.promptHash(),
                asked.observationHash(),
                answered.inputTokens(),
                answered.outputTokens(),
                BigDecimal.valueOf(answered.costMicros(), MICROS).toPlainString(),
                answered.millis(),
                thought.millis());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Mind", description = "Who decides for a resident when it matters")
    record Mind(
            @Schema(description = "The resident's id", example = Examples.RESIDENT)
            UUID id,

            @Schema(
                    description = "The city's own rules, a language model, or somebody else's program",
                    allowableValues = {"routine", "model", "external"})
            String kind,

            @Schema(
                    description = "From which salience an occasion is worth a question",
                    minimum = "0",
                    maximum = "" + Occasion.NEVER)
            int threshold,

            @Schema(description = "Ticks after which the city's rules decide because no answer came")
            int patience,

            @Schema(description = "How often it was asked so far")
            long questions,

            @Schema(description = "Whether the last question waits for an answer")
            boolean waiting)
            implements Tagged {}

    @Schema(name = "NewMind", description = "Who is to decide for a resident when it matters")
    record NewMind(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"routine", "model", "external"},
                    example = "model")
            String kind,

            @Schema(
                    description =
                            "From which salience it is asked, per mille, 300 by default: 100 the next step, 200 a talk is"
                                    + " over, 300 nothing is planned, 400 foul weather, 450 a first time, 500 money at stake,"
                                    + " 600 the place closes, 700 the morning, 800 the job is lost, 900 spoken to",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minimum = "0",
                    maximum = "1000",
                    example = "300")
            int threshold,

            @Schema(
                    description = "Ticks that it waits for an answer, 1 by default",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    minimum = "1",
                    maximum = "288",
                    example = "1")
            int patience) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "MindChange", description = "Whether something changed")
    record Change(UUID id, boolean changed) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Decisions", description = "A page of decisions")
    record Decisions(
            List<Decision> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "Recalled",
            description = "A memory that stood in the prompt, with the parts of its score, each 0 to 1")
    record Recalled(UUID memoryId, String text, double recency, double importance, double relevance) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Decision", description = "A question to a resident's mind, and what became of it")
    record Decision(
            @Schema(description = "Counted from 1 for each resident; 0 for a night")
            long question,

            long tick,
            @Schema(description = "City time") Instant time,

            @Schema(description = "Why it was asked", example = "spoken to")
            String occasion,

            @Schema(
                    description =
                            "A language model, what one had decided in a situation of the same kind, or a program that"
                                    + " speaks for the resident",
                    allowableValues = {"model", "remembered", "external"})
            String tier,

            @Schema(
                    description = "What became of it; all but `followed` mean that the city's rules decided",
                    allowableValues = {"followed", "refused", "timed_out", "declined", "unusable", "ran_out"})
            String outcome,

            @Schema(description = "Why it was not followed, or what it goes back to; may be empty")
            String detail,

            @Schema(description = "The action that it chose; empty without one", example = "move")
            String action,

            @Schema(description = "The reason that the mind gave, in its own words")
            String reason,

            @Schema(description = "The situation as a model is told of it, whoever decided")
            String input,

            List<Recalled> memories,

            @Schema(
                    description =
                            "By the operator's name; who answered, or failed to last; empty when nobody was asked")
            String provider,

            String model,
            @Schema(description = "As it came") String reply,

            @Schema(description = "SHA-256 of all that it was told")
            String promptHash,

            @Schema(description = "SHA-256 of what it saw") String observationHash,
            long inputTokens,
            long outputTokens,

            @Schema(description = "In the unit of the prices, to the millionth", example = "0.000123")
            String cost,

            @Schema(description = "That the model took") int modelMs,

            @Schema(
                    description =
                            "From when the question was heard of, plus its place among those of the same tick, to its"
                                    + " outcome")
            int totalMs) {}
}
