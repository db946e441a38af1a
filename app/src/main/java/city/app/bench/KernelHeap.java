package city.app.bench;

import city.adapter.scenario.ScenarioReader;
import city.app.wiring.CityParts;
import city.world.kernel.Shards;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Origin;
import city.world.spi.Probe;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a city takes of the heap: its machine with all tables, indexes and the newest view, without a database.
final class KernelHeap {
    private static final int COLLECTIONS = 4;

    private KernelHeap() {}

    /// Bytes a resident, after garbage was collected.
    ///
    /// @param ticks to run first, so that every kind of row is there
    static double bytesPerResident(String scenario, int residents, int ticks) {
        long before = used();
        var machine = founded(scenario, residents);
        for (int tick = 0; tick < ticks; tick++) {
            machine.runTick();
            machine.take();
            machine.stored();
        }
        var view = machine.publish();
        long after = used();
        if (view.tick() != machine.tick()) {
            throw new IllegalStateException("the newest view must be of the last tick: " + view.tick());
        }
        return (double) (after - before) / residents;
    }

    private static Machine founded(String scenario, int residents) {
        var genesis =
                new ScenarioReader().read(scenario).genesis(OptionalLong.of(Towns.SEED), OptionalInt.of(residents));
        var parts = CityParts.assemble(Shards.sequential());
        var machine = new Machine(
                Origin.of(genesis, CityParts.CODEC), parts.assembly(), CityParts.CODEC, Probe.none(), () -> 0);
        machine.found("bench");
        machine.take();
        machine.stored();
        return machine;
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
