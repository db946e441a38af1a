package city.adapter.metrics;

import city.agents.AgentsReads;
import city.economy.EconomyReads;
import city.economy.EconomyReads.Spread;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Vitals;
import city.world.kernel.state.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What is read off the city when somebody asks: nothing of it runs on the city thread.
public final class CityGauges {
    private final Kernel kernel;
    private final EconomyReads economy;

    private CityGauges(Kernel kernel, EconomyReads economy) {
        this.kernel = kernel;
        this.economy = economy;
    }

    public static void bind(MeterRegistry registry, Kernel kernel, EconomyReads economy, AgentsReads agents) {
        var gauges = new CityGauges(kernel, economy);
        gauges.status(registry, "active", it -> agents.census(it).active());
        gauges.status(registry, "sleeping", it -> agents.census(it).sleeping());
        gauges.status(registry, "paused", it -> agents.census(it).paused());
        gauges.status(registry, "departed", it -> agents.census(it).departed());
        gauge("city.wealth.mean", gauges, it -> it.spread().mean().minor() / 100.0)
                .description("Mean balance of the residents' accounts, in units of money.")
                .register(registry);
        gauge("city.wealth.gini", gauges, it -> it.spread().giniPerMillion() / 1e6)
                .description("Gini coefficient of the residents' balances, 0 to 1.")
                .register(registry);
        for (var state : Vitals.State.values()) {
            gauge("city.state", kernel, it -> it.vitals().state() == state ? 1 : 0)
                    .description("What the kernel does now: 1 for its state, 0 for the others.")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        gauge("city.tick.number", kernel, it -> it.snapshot().tick())
                .description("The tick that was last committed.")
                .register(registry);
    }

    /// Held by the registry: by itself it would let go of what a gauge reads, which would then be no number.
    private static <T> Gauge.Builder<T> gauge(String name, T read, ToDoubleFunction<T> value) {
        return Gauge.builder(name, read, value).strongReference(true);
    }

    private Spread spread() {
        return economy.measures(kernel.snapshot()).residents();
    }

    private void status(MeterRegistry registry, String status, ToDoubleFunction<Snapshot> count) {
        gauge("city.agents", kernel, it -> count.applyAsDouble(it.snapshot()))
                .description("Residents by status.")
                .tag("status", status)
                .register(registry);
    }
}
