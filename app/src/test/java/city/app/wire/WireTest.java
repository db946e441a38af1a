package city.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.scenario.ScenarioReader;
import city.app.wiring.CityParts;
import city.app.wiring.Coupling;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Any module can leave the process one day, because nothing but values goes between them, nor from outside to them.
class WireTest {
    private static final int TEN_DAYS = 10 * 24 * 60 / 5;

    @Test
    void modulesThatMeetOverAWireLiveTheSameTenDays() {
        var wire = new Wire();

        var sent = live(wire);

        assertThat(sent).isEqualTo(live(Coupling.DIRECT));
        assertThat(sent.answers()).anyMatch(it -> it.contains("missing")).hasSizeGreaterThan(200);
        assertThat(wire.carried()).as("calls, commands and events").isGreaterThan(1_000_000);
    }

    /// What came of ten days.
    private record Lived(List<String> answers, String stateHash) {}

    private static Lived live(Coupling coupling) {
        var parts = CityParts.assemble(Shards.sequential(), coupling);
        var genesis = new ScenarioReader().read("default").genesis();
        var machine = new Machine(
                Origin.of(genesis, CityParts.CODEC), parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        machine.found("operator");
        var outside = new Outside(parts, machine);
        while (machine.tick() < TEN_DAYS) {
            outside.meddle();
            machine.runTick();
            machine.take();
            machine.stored();
        }
        assertThat(machine.audit()).isEmpty();
        return new Lived(outside.answers(), machine.stateHash());
    }
}
