package city.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.agents.AgentsEvent.MindSettled.Outcome;
import city.agents.Thought;
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

    @Test
    void questionsAreToldByWhatBecameOfThem() {
        meters.decided(Thought.Tier.MODEL, Outcome.FOLLOWED, Duration.ofMillis(90));
        meters.decided(Thought.Tier.REMEMBERED, Outcome.FOLLOWED, Duration.ofMillis(1));
        meters.decided(Thought.Tier.MODEL, Outcome.TIMED_OUT, Duration.ofMillis(500));
        meters.reflected(Outcome.UNUSABLE, Duration.ofSeconds(2));

        var questions = meters.questions();

        assertThat(questions).containsEntry(Outcome.FOLLOWED, 2L).containsEntry(Outcome.TIMED_OUT, 1L);
        assertThat(questions).as("nights are none").containsEntry(Outcome.UNUSABLE, 0L);
    }

    private double calls(String provider, String model, String outcome) {
        return registry.get("city.llm.calls")
                .tags("provider", provider, "model", model, "outcome", outcome)
                .counter()
                .count();
    }
}
