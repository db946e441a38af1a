package city.adapter.metrics;

import city.agents.AgentsReads;
import city.economy.EconomyReads;
import city.economy.EconomyReads.AccountKind;
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
    private Measured measured = new Measured(-1, 0, 0);

    private CityGauges(Kernel kernel, EconomyReads economy) {
        this.kernel = kernel;
        this.economy = economy;
    }

    /// @param gini 0 when all have the same, towards 1 when one has all
    private record Measured(long sequence, double mean, double gini) {}

    public static void bind(MeterRegistry registry, Kernel kernel, EconomyReads economy, AgentsReads agents) {
        var gauges = new CityGauges(kernel, economy);
        gauges.status(registry, "active", it -> agents.census(it).active());
        gauges.status(registry, "sleeping", it -> agents.census(it).sleeping());
        gauges.status(registry, "paused", it -> agents.census(it).paused());
        gauges.status(registry, "departed", it -> agents.census(it).departed());
        Gauge.builder("city.wealth.mean", gauges, it -> it.measure().mean())
                .description("Mean balance of the residents' accounts.")
                .register(registry);
        Gauge.builder("city.wealth.gini", gauges, it -> it.measure().gini())
                .description("Gini coefficient of the residents' balances.")
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

    private void status(MeterRegistry registry, String status, ToDoubleFunction<Snapshot> count) {
        Gauge.builder("city.agents", kernel, it -> count.applyAsDouble(it.snapshot()))
                .description("Residents by status.")
                .tag("status", status)
                .register(registry);
    }

    private synchronized Measured measure() {
        var snapshot = kernel.snapshot();
        if (snapshot.sequence() != measured.sequence()) {
            long[] balances = economy.accounts(snapshot).stream()
                    .filter(it -> it.kind() == AccountKind.RESIDENT && it.open())
                    .mapToLong(it -> it.balance().minor())
                    .sorted()
                    .toArray();
            measured = new Measured(snapshot.sequence(), mean(balances), gini(balances));
        }
        return measured;
    }

    private static double mean(long[] balances) {
        return balances.length == 0 ? 0 : sum(balances) / 100.0 / balances.length;
    }

    /// Σ(2i − n − 1)·x_i / (n·Σx) over ascending x, i from 1.
    private static double gini(long[] ascending) {
        double total = sum(ascending);
        if (total == 0) {
            return 0;
        }
        double weighted = 0;
        for (int i = 0; i < ascending.length; i++) {
            weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
        }
        return weighted / (ascending.length * total);
    }

    private static double sum(long[] values) {
        double sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
