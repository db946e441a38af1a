package city.adapter.web.minds;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Budgets.Limit;
import city.agents.MindReport;
import city.agents.MindReport.Embedder;
import city.agents.MindReport.Models;
import city.agents.MindReport.Tier;
import city.agents.MindReport.Used;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the city's minds are doing, as the API shows it.
final class MindsView {
    private static final int MICROS = 6;
    private static final double MILLION = 1_000_000;

    private MindsView() {}

    static Minds of(MindReport report) {
        var models = report.models();
        return new Minds(
                models.isPresent(),
                models.map(it -> spend(it.today(), it.forecast(), it.perDay())).orElse(null),
                report.embedder().map(MindsView::embedder).orElse(null),
                questions(report),
                decisions(report),
                models.map(Models::precedents).orElse(0),
                models.map(Models::turns).orElse(0),
                models.map(Models::lostThoughts).orElse(0L));
    }

    private static Vectors embedder(Embedder embedder) {
        var left = embedder.left();
        return new Vectors(
                embedder.space(),
                spend(embedder.today(), embedder.forecast(), embedder.perDay()),
                new Left(limitedMoney(left), limited(left.calls()), limited(left.tokens())));
    }

    private static Spend spend(Used today, Used forecast, Limit perDay) {
        return new Spend(
                money(today.costMicros()),
                money(forecast.costMicros()),
                limitedMoney(perDay),
                today.calls(),
                limited(perDay.calls()),
                today.tokens(),
                limited(perDay.tokens()));
    }

    private static Questions questions(MindReport report) {
        return new Questions(
                sum(report.questions()),
                report.settled(Outcome.FOLLOWED),
                report.settled(Outcome.REFUSED),
                report.settled(Outcome.TIMED_OUT),
                report.settled(Outcome.DECLINED),
                report.settled(Outcome.UNUSABLE),
                report.settled(Outcome.RAN_OUT));
    }

    private static Mix decisions(MindReport report) {
        long total = sum(report.decisions());
        return new Mix(
                total,
                part(report.decided(Tier.ROUTINE), total),
                part(report.decided(Tier.REMEMBERED), total),
                part(report.decided(Tier.MODEL), total),
                part(report.decided(Tier.EXTERNAL), total));
    }

    private static Part part(long count, long total) {
        return new Part(count, total == 0 ? 0 : Math.round(count * MILLION / total) / MILLION);
    }

    private static long sum(Map<?, Long> counted) {
        return counted.values().stream().mapToLong(it -> it).sum();
    }

    private static @Nullable Long limited(long most) {
        return most == Limit.UNLIMITED ? null : most;
    }

    private static @Nullable String limitedMoney(Limit limit) {
        return limit.costMicros() == Limit.UNLIMITED ? null : money(limit.costMicros());
    }

    private static String money(long micros) {
        return BigDecimal.valueOf(micros, MICROS).toPlainString();
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Minds", description = "What minds cost, and who decided how often")
    record Minds(
            @Schema(description = "Whether the operator has models that think for residents", example = "true")
            boolean models,

            @Schema(description = "Null without models") @Nullable
            Spend spend,

            @Schema(description = "Null where no provider makes vectors of words") @Nullable
            Vectors embedder,

            Questions questions,
            Mix decisions,

            @Schema(description = "Decisions of models that stand for situations of the same kind", example = "250")
            int precedents,

            @Schema(
                    description = "Questions that may be under way, as many as this machine brings to an end in time",
                    example = "64")
            int turns,

            @Schema(
                    description = "Thoughts that could not be written down; the decisions are in the journal",
                    example = "0")
            long thoughtsLost) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "MindSpend",
            description = "What was used today (UTC), also before a restart, and the budget of a day."
                    + " Money is in the unit of the prices, to the millionth.")
    record Spend(
            @Schema(description = "What the day costs so far", example = "0.420000")
            String today,

            @Schema(
                    description = "What it will have cost at its end, if it goes on as in the last hour",
                    example = "1.350000")
            String forecast,

            @Schema(description = "Of money; null where there is none", example = "5.000000") @Nullable
            String budget,

            @Schema(description = "That were made, also those that failed", example = "4200")
            long calls,

            @Schema(description = "Of calls; null where there is none", example = "100000") @Nullable
            Long callBudget,

            @Schema(description = "In and out together", example = "2310000")
            long tokens,

            @Schema(description = "Of tokens; null where there is none", example = "10000000") @Nullable
            Long tokenBudget) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "EmbedderSpend",
            description =
                    "The provider that makes vectors of words, which has a budget of its own. When nothing is left"
                            + " memories wait, and nothing comes to mind by words that it has not seen")
    record Vectors(
            @Schema(description = "Who makes them", example = "openai/text-embedding-3-small/768")
            String space,

            Spend spend,
            Left left) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "BudgetLeft",
            description = "What may be used now, by the minute's and the day's budget; null where there is none")
    record Left(
            @Schema(example = "0.480000") @Nullable String money,
            @Schema(example = "580") @Nullable Long calls,
            @Schema(example = "950000") @Nullable Long tokens) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "MindQuestions",
            description = "Questions that were settled since the process began, without nights, by what became of them;"
                    + " all but `followed` went to the routine")
    record Questions(
            @Schema(example = "4100") long total,

            @Schema(description = "The answer was carried out", example = "4000")
            long followed,

            @Schema(description = "The rules refused the answer", example = "40")
            long refused,

            @Schema(description = "No answer in the time that a decision may take", example = "30")
            long timedOut,

            @Schema(description = "A budget or a limit did not let it be asked", example = "15")
            long declined,

            @Schema(description = "There was an answer, but no action in it", example = "10")
            long unusable,

            @Schema(description = "Nobody said anything within the resident's patience", example = "5")
            long ranOut) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "DecisionMix",
            description = "Decisions since the process began, carried out or refused, by who made them")
    record Mix(
            @Schema(example = "80000") long total,
            @Schema(description = "By the city's own rules") Part routine,

            @Schema(description = "By what a model had decided in a situation of the same kind")
            Part remembered,

            @Schema(description = "By a language model") Part model,

            @Schema(description = "By a program outside, or a person by the API")
            Part external) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "DecisionShare", description = "A part of all decisions")
    record Part(
            @Schema(example = "4000") long count,

            @Schema(description = "0 to 1", example = "0.05")
            double share) {}
}
