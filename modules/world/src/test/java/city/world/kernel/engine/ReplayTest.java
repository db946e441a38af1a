package city.world.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import city.world.kernel.Command;
import city.world.kernel.Genesis;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Group;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Replay;
import city.world.kernel.state.Table;
import city.world.kernel.testing.Counters;
import city.world.kernel.testing.Counters.Raise;
import city.world.kernel.testing.InMemoryRecord;
import city.world.kernel.testing.TextCodec;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a replay has at hand besides the state: enough to write the city down where nothing of it is.
class ReplayTest {
    private static final TextCodec CODEC = new TextCodec();

    private final InMemoryRecord record = new InMemoryRecord();
    private final Assembly assembly = new Assembly(List.of(new Counters()));

    @BeforeEach
    void live() {
        var ports = new EnginePorts(
                record,
                record,
                record,
                CODEC,
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        List<Command<?>> founding = List.of(new Raise(0, 1), new Raise(5, 3));
        var genesis = new Genesis(
                "counters",
                7,
                Genesis.RULES_VERSION,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofMinutes(5),
                founding);
        var sixtyTicks = new EngineSettings(Double.POSITIVE_INFINITY, OptionalLong.of(60), 7);
        try (var city = CityEngine.found(ports, sixtyTicks, genesis, new Assembly(List.of(new Counters())))) {
            city.start();
            assertThat(city.ended().toCompletableFuture().join().trouble()).isEmpty();
        }
    }

    @Test
    void theEventsOfItsLastTickAreThoseOfTheRecord() {
        long tick = record.events().get(record.events().size() / 2).tick();

        var last = replay(tick);

        assertThat(tick).isBetween(1L, 59L);
        assertThat(last.events())
                .isEqualTo(
                        record.events().stream().filter(it -> it.tick() == tick).toList());
        assertThat(last.facts()).hasSameSizeAs(last.events());
    }

    @Test
    void everyRowIsNewToARecordThatHasNone() {
        var last = replay(60);

        assertThat(last.rows())
                .isEqualTo(assembly.tables().stream().mapToInt(Table::count).sum());
        assertThat(last.changes()).allMatch(it -> it.updated().length == 0 && it.deleted().length == 0);
    }

    private Group replay(long toTick) {
        var origin = new Recovery(record, CODEC).readOrigin();
        var machine = new Machine(origin, assembly, CODEC, Probe.none(), () -> 0);
        return new Replay(machine, toTick, Long.MAX_VALUE).run(record);
    }
}
