package city.adapter.metrics;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.DistrictActions;
import city.agents.MindReport.Tier;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Transfer;
import city.social.Social.Outcome;
import city.social.SocialEvent.InteractionEnded;
import city.world.kernel.Event;
import city.world.spi.Probe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Counts and times on the city thread: an addition or two a call, no lock that anybody else holds for long.
public final class MeterProbe implements Probe {
    /// Who decided, by what moved the resident; the routine unless a deed says otherwise.
    private static final Map<String, Tier> TIERS =
            Map.of("thought", Tier.MODEL, "master", Tier.EXTERNAL, "remembered", Tier.REMEMBERED);

    /// The participant that decides.
    private static final String AGENTS = "agents";

    private static final String DONE = "done";

    /// Actions that are a transfer when they are done.
    private static final Map<String, Transfer.Kind> SPENDING =
            Map.of("buy", Transfer.Kind.PURCHASE, "give", Transfer.Kind.GIFT);

    private static final Duration[] TICK_BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1)
    };

    private final MeterRegistry registry;
    private final Timer commit;
    private final Timer lag;
    private final Counter events;
    private final Counter commands;
    private final Counter rows;
    private final Counter violations;
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicLong decidingNanos = new AtomicLong();
    private final Map<String, Timer> phases = new ConcurrentHashMap<>();
    private final Map<Tier, Map<String, Counter>> outcomes = new ConcurrentHashMap<>();
    private final Map<Outcome, Counter> talks = new ConcurrentHashMap<>();
    private final Map<Transfer.Kind, Map<String, Counter>> transfers = new ConcurrentHashMap<>();

    public MeterProbe(MeterRegistry registry) {
        this.registry = registry;
        this.commit = timer("city.commit", "Time a commit took.").register(registry);
        this.lag = timer("city.tick.lag", "By how much a tick came late.").register(registry);
        this.events = Counter.builder("city.events")
                .description("Events appended to the log.")
                .register(registry);
        this.commands = Counter.builder("city.commands")
                .description("Commands admitted and committed.")
                .register(registry);
        this.rows = Counter.builder("city.rows")
                .description("Rows of state written.")
                .register(registry);
        this.violations = Counter.builder("city.invariant.violations")
                .description("Invariants found broken; readiness says which.")
                .register(registry);
        FunctionTimer.builder(
                        "city.decision",
                        this,
                        it -> it.decisions.get(),
                        it -> it.decidingNanos.get(),
                        TimeUnit.NANOSECONDS)
                .description("Time of the agents' phase, shared by the decisions that it made and carried out.")
                .tag("tier", word(Tier.ROUTINE))
                .register(registry);
    }

    @Override
    public void committed(int commandCount, int eventCount, int rowCount, long commitNanos) {
        commit.record(Duration.ofNanos(commitNanos));
        commands.increment(commandCount);
        events.increment(eventCount);
        rows.increment(rowCount);
    }

    @Override
    public void phaseRan(String participant, long nanos) {
        if (participant.equals(AGENTS)) {
            decidingNanos.addAndGet(nanos);
        }
        phase(participant).record(Duration.ofNanos(nanos));
    }

    @Override
    public void tickRan(long nanos, long lagNanos) {
        phase("all").record(Duration.ofNanos(nanos));
        lag.record(Duration.ofNanos(lagNanos));
    }

    @Override
    public void invariantViolated(String invariant) {
        violations.increment();
    }

    @Override
    public void happened(List<Event> facts) {
        for (var fact : facts) {
            switch (fact) {
                case MoneyTransferred it -> transferred(it);
                case InteractionEnded it -> talked(it.outcome());
                case Acted it -> decided(it.action(), it.because(), it.outcome());
                case DistrictActions it ->
                    it.deeds().forEach(deed -> decided(deed.action(), deed.because(), deed.outcome()));
                default -> {}
            }
        }
    }

    /// Decisions so far, done or refused, by who made them. Safe from any thread.
    public Map<Tier, Long> decisions() {
        var counted = new EnumMap<Tier, Long>(Tier.class);
        outcomes.forEach((tier, counters) -> counted.put(
                tier,
                Math.round(
                        counters.values().stream().mapToDouble(Counter::count).sum())));
        return counted;
    }

    private void transferred(MoneyTransferred transfer) {
        transaction(transfer.kind(), DONE);
    }

    private void decided(String action, String because, String outcome) {
        decisions.incrementAndGet();
        var tier = TIERS.getOrDefault(because, Tier.ROUTINE);
        outcomes.computeIfAbsent(tier, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, it -> outcome(tier, it))
                .increment();
        if (!outcome.equals(DONE) && SPENDING.containsKey(action)) {
            transaction(SPENDING.get(action), outcome);
        }
    }

    private void transaction(Transfer.Kind kind, String outcome) {
        transfers
                .computeIfAbsent(kind, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, it -> transactions(kind, it))
                .increment();
    }

    private void talked(Outcome outcome) {
        talks.computeIfAbsent(outcome, this::interactions).increment();
    }

    private Counter interactions(Outcome outcome) {
        return Counter.builder("city.interactions")
                .description("Conversations that ended, by how they went.")
                .tags("outcome", word(outcome))
                .register(registry);
    }

    private Counter outcome(Tier tier, String outcome) {
        return Counter.builder("city.decisions")
                .description("Decisions that residents made, by who decides for them and what came of it.")
                .tags("tier", word(tier), "outcome", outcome)
                .register(registry);
    }

    private Counter transactions(Transfer.Kind kind, String outcome) {
        return Counter.builder("city.transactions")
                .description("Transfers that were made, and purchases and gifts that were refused.")
                .tags("type", word(kind), "outcome", outcome)
                .register(registry);
    }

    private Timer phase(String name) {
        return phases.computeIfAbsent(
                name,
                it -> timer("city.tick", "Time a tick's phase took, without its commit.")
                        .tag("phase", it)
                        .register(registry));
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(TICK_BUCKETS);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
