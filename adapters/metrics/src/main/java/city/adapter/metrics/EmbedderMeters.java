package city.adapter.metrics;

import city.agents.Budgets.Limit;
import city.agents.MindReport.Embedder;
import city.agents.spi.ModelReply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/// Counts what a provider was asked for that makes vectors of words, and shows what that costs and what is left.
public final class EmbedderMeters {
    private static final double MICROS = 1e6;

    private final MeterRegistry registry;
    private final Counter tokens;
    private final Counter cost;

    public EmbedderMeters(MeterRegistry registry) {
        this.registry = registry;
        this.tokens = Counter.builder("city.embedder.tokens")
                .description("Tokens of words that were made vectors, as the provider counts them; the most where it"
                        + " does not.")
                .register(registry);
        this.cost = Counter.builder("city.embedder.cost")
                .description("What vectors cost so far, in the unit of the price.")
                .register(registry);
    }

    /// Safe from any thread.
    ///
    /// @param reply to a call that was made, with what was booked for it
    public void called(ModelReply reply) {
        Counter.builder("city.embedder.calls")
                .description("Calls that went to the provider that makes vectors, by what it replied.")
                .tag("outcome", MindMeters.outcome(reply))
                .register(registry)
                .increment();
        tokens.increment(reply.usage().inputTokens());
        cost.increment(reply.usage().costMicros() / MICROS);
    }

    /// Shows the report, whenever somebody looks: what is left only of what has a budget.
    public void show(Supplier<Embedder> report) {
        Gauge.builder("city.embedder.cost.today", () -> report.get().today().costMicros() / MICROS)
                .description("What vectors cost today (UTC), in the unit of the price.")
                .register(registry);
        Gauge.builder(
                        "city.embedder.cost.forecast",
                        () -> report.get().forecast().costMicros() / MICROS)
                .description("The same at the end of the day, if it goes on as in the last hour.")
                .register(registry);
        var left = report.get().left();
        left(left.calls(), "calls", () -> report.get().left().calls());
        left(left.tokens(), "tokens", () -> report.get().left().tokens());
        left(left.costMicros(), "money", () -> report.get().left().costMicros() / MICROS);
    }

    private void left(long first, String unit, Supplier<Number> now) {
        if (first != Limit.UNLIMITED) {
            Gauge.builder("city.embedder.left", now)
                    .description("What vectors may use now, by the minute's and the day's budget.")
                    .tag("unit", unit)
                    .register(registry);
        }
    }
}
