package city.adapter.web.agents;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Question", description = "A resident waits for what the program that speaks for it decides")
public record QuestionView(
        @Schema(description = "The resident's id") UUID id,

        @Schema(description = "To be repeated with the answer; counted from 1 for each resident", example = "1")
        long question,

        @Schema(
                description = "Why it has to decide",
                allowableValues = {
                    "next step",
                    "talk over",
                    "free time",
                    "foul weather",
                    "first time",
                    "money at stake",
                    "place closed",
                    "morning",
                    "job lost",
                    "spoken to"
                })
        String occasion,

        @Schema(description = "The tick of what it sees") long tick,

        @Schema(description = "Ticks that it waits at most before the city's rules decide")
        int patience,

        @Schema(
                description =
                        "Milliseconds from when the city heard of the question until the resident has done something, a tenth of them for the commit; null in a city without models",
                example = "500")
        @Nullable
        Long deadlineMs,

        ObservationView observation,
        @Schema(description = "What it means to do today") List<AgentView.PlannedStep> plan) {

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Questions", description = "One question, or none")
    record Questions(
            List<QuestionView> items,

            @Schema(description = "Always null: there is never more than one") @Nullable
            String next) {}

    @Schema(
            name = "Answer",
            description = "What the resident is to do: the question's number, and an action's own fields")
    record NewAnswer(
            @Schema(
                    description = "The number of the question",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "1",
                    example = "1")
            long question,

            @Schema(description = "As in POST /agents/{id}/actions", requiredMode = Schema.RequiredMode.REQUIRED)
            ActionInput.AnyAction action) {}
}
