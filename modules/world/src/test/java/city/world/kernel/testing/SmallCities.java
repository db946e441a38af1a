package city.world.kernel.testing;

import city.world.kernel.Genesis;
import city.world.kernel.Participant;
import city.world.kernel.access.Receipt;
import city.world.kernel.access.Submission;
import city.world.kernel.engine.CityEngine;
import city.world.kernel.engine.EndState;
import city.world.kernel.engine.EnginePorts;
import city.world.kernel.engine.EngineSettings;
import city.world.kernel.engine.Recovery;
import city.world.kernel.history.Copy;
import city.world.kernel.machine.Assembly;
import city.world.kernel.machine.Machine;
import city.world.kernel.machine.Replay;
import city.world.kernel.state.Table;
import city.world.spi.CityRecord;
import city.world.spi.Cursors;
import city.world.spi.EventLog;
import city.world.spi.Head;
import city.world.spi.Keyframe;
import city.world.spi.Keyframes;
import city.world.spi.Probe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Cities of counters, who from a version of the rules on have moods and company of walkers, that live one after the
/// other on one record as
/// processes would. A tick takes an hour, they are founded at 06:00, and the first day ends with tick 18.
public final class SmallCities {
    public static final int OLD = 4;
    public static final int NEW = 5;

    private static final TextCodec CODEC = new TextCodec();

    private final Function<List<Table>, Store> record;

    /// @param record opens the one record for a process with these tables
    public SmallCities(Function<List<Table>, Store> record) {
        this.record = record;
    }

    /// A record as one process has it open.
    public record Store(CityRecord record, EventLog log, Keyframes keyframes, Cursors cursors, Runnable closing)
            implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    public static Assembly assembly(int rules) {
        List<Participant> participants =
                rules == OLD ? List.of(new Counters()) : List.of(Counters.withMoods(), new Walkers());
        return new Assembly(participants, rules);
    }

    /// Founds the city or goes on with it, and runs it tick by tick; each day's keyframe is waited for, as only a
    /// city in a hurry skips one.
    ///
    /// @param wish what is asked for before the first tick
    EndState run(long toTick, int rules, Optional<Submission<?>> wish) {
        var assembly = assembly(rules);
        try (var store = record.apply(assembly.tables());
                var city = open(store, assembly)) {
            city.pace().pause();
            city.start();
            wish.ifPresent(it -> answer(city, it));
            for (long tick = city.snapshot().tick() + 1; tick <= toTick; tick++) {
                long next = tick;
                city.pace().step(1);
                await(() -> city.snapshot().tick() == next);
                if (tick % 24 == 18) {
                    await(() -> store.keyframes().list().stream()
                            .anyMatch(it -> it.head().tick() == next));
                }
            }
            city.close();
            return city.ended().toCompletableFuture().join();
        }
    }

    /// The hash of the state to which a replay comes.
    ///
    /// @param from a keyframe; empty for the genesis
    String replay(Optional<Keyframe> from, long toTick, int rules) {
        var assembly = assembly(rules);
        try (var store = record.apply(assembly.tables())) {
            var origin = new Recovery(store.record(), CODEC).readOrigin();
            var machine = new Machine(origin, assembly, CODEC, Probe.none(), () -> 0);
            var replay = new Replay(machine, toTick, Long.MAX_VALUE);
            if (from.isPresent()) {
                Copy.restore(store.keyframes(), from.get(), machine, CODEC);
                replay.goOn(store.record());
            } else {
                replay.run(store.record());
            }
            return machine.stateHash();
        }
    }

    Head head() {
        try (var store = record.apply(assembly(NEW).tables())) {
            return store.record().head().orElseThrow();
        }
    }

    static void await(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static CityEngine open(Store store, Assembly assembly) {
        var ports = new EnginePorts(
                store.record(),
                store.log(),
                store.keyframes(),
                CODEC,
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        var settings = new EngineSettings(1, OptionalLong.empty(), 1);
        var head = store.record().claim();
        if (head.isEmpty()) {
            return CityEngine.found(ports, settings, genesis(assembly.rulesVersion()), assembly);
        }
        var recovery = new Recovery(store.record(), CODEC);
        return CityEngine.resume(ports, settings, head.get(), recovery::readOrigin, assembly);
    }

    private static Genesis genesis(int rules) {
        return new Genesis(
                "small",
                7,
                rules,
                Instant.parse("2030-05-06T06:00:00Z"),
                Duration.ofHours(1),
                List.of(new Counters.Raise(0, 1), new Counters.Raise(1, 0), new Counters.Raise(5, 3)));
    }

    private static <R> Receipt<R> answer(CityEngine city, Submission<R> wish) {
        return city.submit(wish).toCompletableFuture().join();
    }
}
