package city.adapter.metrics;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought.Tier;
import city.agents.spi.MindProbe;
import city.agents.spi.ModelReply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Counts what models were asked, what it cost, and what became of it.
public final class MindMeters implements MindProbe {
    private static final double MICROS = 1e6;

    private static final String QUESTIONS = "city.mind.questions";
    private static final String OUTCOME = "outcome";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        Duration.ofMillis(400),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Counter cost;

    public MindMeters(MeterRegistry registry) {
        this.registry = registry;
        this.cost = Counter.builder("city.llm.cost")
                .description("What models cost so far, in the unit of the prices.")
                .register(registry);
    }

    @Override
    public void decided(Tier tier, Outcome outcome, Duration took) {
        Timer.builder("city.mind.decision")
                .description("Time from a question to its outcome, by who answered.")
                .tag("tier", word(tier))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(took);
        Counter.builder(QUESTIONS)
                .description("Questions to minds, by who answered and what became of it; all but followed went to the"
                        + " routine.")
                .tags("tier", word(tier), OUTCOME, word(outcome))
                .register(registry)
                .increment();
    }

    @Override
    public void reflected(Outcome outcome, Duration took) {
        Timer.builder("city.mind.night")
                .description("Time from a resident's falling asleep to what came of its look back.")
                .register(registry)
                .record(took);
        Counter.builder("city.mind.nights")
                .description("Nights in which a resident was to look back, by what became of it.")
                .tag(OUTCOME, word(outcome))
                .register(registry)
                .increment();
    }

    @Override
    public void called(ModelReply reply) {
        Counter.builder("city.llm.calls")
                .description("Calls that went to a provider, by what it replied; a question may take several.")
                .tags("provider", reply.provider(), "model", reply.model(), OUTCOME, outcome(reply))
                .register(registry)
                .increment();
        tokens("in", reply.usage().inputTokens());
        tokens("out", reply.usage().outputTokens());
        cost.increment(reply.usage().costMicros() / MICROS);
    }

    /// Questions so far, by what became of them. Safe from any thread.
    public Map<Outcome, Long> questions() {
        var counted = new EnumMap<Outcome, Long>(Outcome.class);
        for (var outcome : Outcome.values()) {
            var counters = registry.find(QUESTIONS).tag(OUTCOME, word(outcome)).counters();
            counted.put(
                    outcome,
                    Math.round(counters.stream().mapToDouble(Counter::count).sum()));
        }
        return counted;
    }

    private void tokens(String direction, long count) {
        Counter.builder("city.llm.tokens")
                .description(
                        "Tokens that models read and wrote, as the providers count them; the most where they do not.")
                .tag("direction", direction)
                .register(registry)
                .increment(count);
    }

    static String outcome(ModelReply reply) {
        return switch (reply) {
            case ModelReply.Answer _ -> "answered";
            case ModelReply.TimedOut _ -> "timed_out";
            case ModelReply.RateLimited _ -> "rate_limited";
            case ModelReply.Refused _ -> "refused";
            case ModelReply.Malformed _ -> "malformed";
            case ModelReply.Unavailable _ -> "unavailable";
            case ModelReply.Full _ -> "full";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
