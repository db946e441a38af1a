package city.adapter.web.agents;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Residents as the API shows them.
final class AgentView {
    private AgentView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Agent", description = "A resident")
    record Agent(
            @Schema(description = "Its id, and its account's", example = Examples.RESIDENT)
            UUID id,

            @Schema(description = "Its name", example = "Ada Miller")
            String name,

            @Schema(description = "Who it is, in a few sentences")
            String persona,

            Traits traits,

            @Schema(description = "What it wants of life, in words")
            List<String> goals,

            @Schema(
                    description = "What it is up to as a whole",
                    allowableValues = {"active", "sleeping", "paused", "departed"})
            String status,

            @Schema(description = "Where it lives; null without a roof") @Nullable
            UUID home,

            @Schema(description = "Where it is, or where it set off from; null when it has departed") @Nullable
            UUID locationId,

            @Schema(description = "The district of that place") @Nullable
            UUID districtId,

            @Schema(description = "Where it is going; null when it stays") @Nullable
            UUID destinationId,

            @Schema(description = "City time when it gets there") @Nullable
            Instant arrival,

            Needs needs,

            @Schema(description = "What it is doing", example = "working")
            String activity,

            @Schema(description = "Why", example = "shift") String because,

            @Schema(description = "City time since which it does it")
            Instant since,

            @Schema(description = "Its money", example = "1000.00")
            String balance,

            @Schema(description = "Wage that was earned and is not yet due", example = "24.00")
            String accrued,

            @Schema(description = "Wages that its firm could not pay yet", example = "0.00")
            String owed,

            @Schema(description = "Its job; null without one") @Nullable
            Job job,

            @Schema(description = "What it carries") List<Carried> carried)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Traits", description = "The Big Five and the hour of the body, each 0 to 100, 50 like most people")
    record Traits(
            int openness,
            int conscientiousness,
            int extraversion,
            int agreeableness,
            int neuroticism,

            @Schema(description = "0 for a night owl, 100 for a lark")
            int earliness) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Needs", description = "Each 0 (starving, exhausted, lonely) to 1000 (content)")
    record Needs(int food, int energy, int company) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "AgentJob", description = "The job that a resident has")
    record Job(
            UUID id,
            UUID firmId,
            String title,
            @Schema(example = "12.00") String hourlyWage) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Carried", description = "Goods that a resident carries")
    record Carried(String good, int units) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Agents", description = "A page of residents")
    record Agents(
            List<Agent> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    /// What was asked for and is true from now on; a repeat under the same key shows the same.
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "AgentSpawned", description = "A resident that has just arrived")
    record Spawned(
            @Schema(description = "The id that it was given")
            UUID id,

            String name,
            String persona,
            Traits traits,
            List<String> goals,

            @Schema(description = "Where it lives; null without a roof") @Nullable
            UUID home,

            @Schema(description = "The job that it took at once; null without one") @Nullable
            UUID job,

            @Schema(description = "Its first money", example = "1000.00")
            String balance,

            @Schema(description = "The tick in which it arrived")
            long tick) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "AgentChange", description = "What a call did to a resident")
    record Change(
            @Schema(description = "The resident's id") UUID id,

            @Schema(description = "False when it was so already")
            boolean changed) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ActionDone", description = "An action that the rules allowed")
    record Done(
            @Schema(description = "The resident's id") UUID id,

            @Schema(description = "The action's type", example = "move")
            String type,

            @Schema(description = "Always done; a refusal is a problem", example = "done")
            String outcome,

            @Schema(description = "The tick in which it was done or begun")
            long tick) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PlannedStep", description = "One step of a resident's plan")
    record PlannedStep(
            @Schema(description = "City time at which it is meant to begin")
            Instant at,

            @Schema(example = "work") String what,
            @Nullable UUID locationId) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Plan", description = "What a resident means to do")
    record Plan(
            @Schema(description = "The resident's id") UUID id,
            List<PlannedStep> items,

            @Schema(description = "Always null: a plan is one page") @Nullable
            String next)
            implements Tagged {}
}
