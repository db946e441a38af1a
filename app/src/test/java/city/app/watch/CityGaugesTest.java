package city.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.metrics.CityGauges;
import city.agents.AgentsReads;
import city.economy.EconomyReads;
import city.economy.EconomyReads.Measures;
import city.economy.EconomyReads.Spread;
import city.economy.Money;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Vitals;
import city.world.kernel.state.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityGaugesTest {
    @Test
    void theyAreNumbersAfterTheGarbageIsCollectedToo() throws InterruptedException {
        var registry = new SimpleMeterRegistry();
        bind(registry);

        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(registry.getMeters())
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> assertThat(((Gauge) it).value())
                        .as(it.getId().getName())
                        .isFinite());
        assertThat(registry.get("city.wealth.gini").gauge().value()).isEqualTo(0.25);
    }

    /// In a method of its own, so that nothing on the stack holds what the gauges read.
    private static void bind(MeterRegistry registry) {
        var each = new Money(100_000);
        var spread = new Spread(2, each, each, each, each, 250_000);
        CityGauges.bind(
                registry,
                only(
                        Kernel.class,
                        Map.of(
                                "snapshot",
                                new Snapshot(1, 1, Map.of()),
                                "vitals",
                                new Vitals(Vitals.State.RUNNING, Optional.empty()))),
                only(EconomyReads.class, Map.of("measures", new Measures(each, Money.ZERO, spread, 1))),
                only(AgentsReads.class, Map.of("census", new AgentsReads.Census(1, 1, 0, 0))));
    }

    /// Knows these answers and nothing else.
    private static <T> T only(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, _) -> Optional.ofNullable(answers.get(method.getName()))
                        .orElseThrow(() -> new UnsupportedOperationException(method.getName()))));
    }
}
