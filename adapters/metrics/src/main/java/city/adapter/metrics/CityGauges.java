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
///
/// A registry holds what it measures weakly, so every gauge is of the kernel, which lives as long as the city.
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
        Gauge.builder("city.wealth.mean", kernel, _ -> gauges.spread().mean().minor() / 100.0)
                .description("Mean balance of the residents' accounts, in units of money.")
                .register(registry);
        Gauge.builder("city.wealth.gini", kernel, _ -> gauges.spread().giniPerMillion() / 1e6)
                .description("Gini coefficient of the residents' balances, 0 to 1.")
                .register(registry);
        for (var state : Vitals.State.values()) {
            Gauge.builder("city.state", kernel, it -> it.vitals().state() == state ? 1 : 0)
                    .description("What the kernel does now: 1 for its state, 0 for the others.")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("city.tick.number", kernel, it -> it.snapshot().tick())
                .description("The tick that was last committed.")
                .register(registry);
    }

    private Spread spread() {
        return economy.measures(kernel.snapshot()).residents();
    }

    private void status(MeterRegistry registry, String status, ToDoubleFunction<Snapshot> count) {
        Gauge.builder("city.agents", kernel, it -> count.applyAsDouble(it.snapshot()))
                .description("Residents by status.")
                .tag("status", status)
                .register(registry);
    }
}
