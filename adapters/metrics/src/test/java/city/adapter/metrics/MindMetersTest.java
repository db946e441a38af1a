package city.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.agents.spi.ModelReply;
import city.agents.spi.ModelUsage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MindMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MindMeters meters = new MindMeters(registry);

    @Test
    void aCallThatFailedIsCountedForWhomItFailed() {
        meters.called(new ModelReply.TimedOut("home", "tiny", "home: no reply in time", ModelUsage.ofCall(90, 10, 40)));
        meters.called(new ModelReply.Answer("{}", "big", "large", ModelUsage.ofCall(50, 5, 11), Duration.ofMillis(9)));

        assertThat(calls("home", "tiny", "timed_out")).isEqualTo(1);
        assertThat(calls("big", "large", "answered")).isEqualTo(1);
        assertThat(registry.get("city.llm.tokens")
                        .tag("direction", "in")
                        .counter()
                        .count())
                .isEqualTo(140);
        assertThat(registry.get("city.llm.cost").counter().count()).isCloseTo(51e-6, within(1e-12));
    }

    private double calls(String provider, String model, String outcome) {
        return registry.get("city.llm.calls")
                .tags("provider", provider, "model", model, "outcome", outcome)
                .counter()
                .count();
    }
}
