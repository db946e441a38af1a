package city.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsEvent.Acted;
import city.agents.AgentsEvent.DistrictActions;
import city.agents.AgentsEvent.DistrictActions.Deed;
import city.agents.MindReport.Tier;
import city.world.ResidentId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MeterProbeTest {
    private static final ResidentId ANN = new ResidentId(new UUID(0, 1));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MeterProbe probe = new MeterProbe(registry);

    @Test
    void decisionsAreToldByWhoMadeThem() {
        probe.happened(List.of(
                new Acted(ANN, "eat", "", "hungry", "done"),
                new Acted(ANN, "buy", "2 bread", "plan", "insufficient_funds"),
                new Acted(ANN, "rest", "", "thought", "done"),
                new DistrictActions(
                        new UUID(0, 2),
                        List.of(
                                new Deed(ANN, "rest", "", "remembered", "done"),
                                new Deed(ANN, "rest", "", "remembered", "no_such_place"),
                                new Deed(ANN, "move", "", "master", "done")))));

        assertThat(probe.decisions())
                .isEqualTo(Map.of(Tier.ROUTINE, 2L, Tier.MODEL, 1L, Tier.REMEMBERED, 2L, Tier.EXTERNAL, 1L));
        assertThat(registry.get("city.decisions")
                        .tags("tier", "remembered", "outcome", "no_such_place")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
