package city.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.agents.Budgets.Limit;
import city.agents.MindReport.Embedder;
import city.agents.MindReport.Used;
import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbedderMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EmbedderMeters meters = new EmbedderMeters(registry);

    @Test
    void everyCallIsCountedWithWhatWasBookedForIt() {
        meters.called(new ModelReply.TimedOut("embedder", "small", "no reply", ModelUsage.ofCall(90, 0, 40)));
        meters.called(new ModelReply.Answer("", "embedder", "small", ModelUsage.ofCall(50, 0, 11), Duration.ZERO));

        assertThat(calls("timed_out")).isEqualTo(1);
        assertThat(calls("answered")).isEqualTo(1);
        assertThat(registry.get("city.embedder.tokens").counter().count()).isEqualTo(140);
        assertThat(registry.get("city.embedder.cost").counter().count()).isCloseTo(51e-6, within(1e-12));
    }

    @Test
    void whatIsLeftIsShownOfWhatHasABudget() {
        meters.show(() -> new Embedder(
                "openai/small/768",
                new Used(7, 3_500, 1_500_000),
                new Used(9, 4_000, 2_500_000),
                Limit.NONE,
                new Limit(3, Limit.UNLIMITED, 500_000)));

        assertThat(gauge("city.embedder.cost.today")).isEqualTo(1.5);
        assertThat(gauge("city.embedder.cost.forecast")).isEqualTo(2.5);
        assertThat(left("calls")).isEqualTo(3);
        assertThat(left("money")).isEqualTo(0.5);
        assertThat(registry.find("city.embedder.left").tag("unit", "tokens").gauge())
                .isNull();
    }

    private double calls(String outcome) {
        return registry.get("city.embedder.calls")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double left(String unit) {
        return registry.get("city.embedder.left").tag("unit", unit).gauge().value();
    }
}
