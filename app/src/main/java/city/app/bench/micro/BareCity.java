package city.app.bench.micro;

import city.adapter.scenario.ScenarioReader;
import city.app.wiring.CityParts;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.kernel.state.Snapshot;
import city.world.spi.Probe;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A city that is only its machine: no database, no thread of its own.
final class BareCity {
    static final String METROPOLIS = "metropolis";

    private static final long SEED = 7;

    private final CityParts parts;
    private final Machine machine;
    private long decisions;

    private BareCity(Genesis genesis, Shards shards) {
        parts = CityParts.assemble((count, work) -> {
            decisions += count;
            shards.forEachRange(count, work);
        });
        machine = new Machine(
                Origin.of(genesis, CityParts.CODEC), parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        machine.found("bench");
        settle();
    }

    static BareCity of(String scenario, int residents) {
        return of(genesis(scenario, residents), Shards.sequential());
    }

    /// @param shards on which minds decide
    static BareCity of(Genesis genesis, Shards shards) {
        return new BareCity(genesis, shards);
    }

    static Genesis genesis(String scenario, int residents) {
        return new ScenarioReader().read(scenario).genesis(OptionalLong.of(SEED), OptionalInt.of(residents));
    }

    CityParts parts() {
        return parts;
    }

    long tickNumber() {
        return machine.tick();
    }

    /// How often anybody decided so far.
    long decisions() {
        return decisions;
    }

    /// All of a tick but writing it down: the rules, the invariants, what changed and its hashes, the view for readers.
    Snapshot tick() {
        machine.runTick();
        return settle();
    }

    void runTo(long tick) {
        while (machine.tick() < tick) {
            tick();
        }
    }

    /// Journals and applies a command; {@link #settle} must follow some day.
    Object order(Command<?> command) {
        var name = CityParts.CODEC.nameOf(command.getClass());
        return machine.admit("bench", name, CityParts.CODEC.write(command), command);
    }

    Snapshot settle() {
        machine.check().ifPresent(it -> {
            throw new IllegalStateException(it.toString());
        });
        machine.take();
        machine.stored();
        return machine.publish();
    }

    /// Everybody, in slot order.
    List<ResidentId> residents() {
        return parts.agents().residents(machine.publish(), 0, Integer.MAX_VALUE).stream()
                .map(it -> it.id())
                .toList();
    }
}
