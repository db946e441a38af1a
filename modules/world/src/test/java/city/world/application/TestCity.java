package city.world.application;

import city.world.Atlas;
import city.world.Climate;
import city.world.World;
import city.world.WorldCommand;
import city.world.WorldCommand.FoundWorld;
import city.world.WorldReads;
import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Event;
import city.world.kernel.Turn;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.Checksum;
import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;

/// A world without a kernel: ticks, turns and loads by hand. City time begins on Tuesday 2030-01-01 at midnight.
final class TestCity {
    static final CityClock CLOCK = new CityClock(Instant.parse("2030-01-01T00:00:00Z"), Duration.ofMinutes(5));

    final WorldModule module = WorldModule.assemble();
    final World world = module.world();
    final WorldReads reads = module.reads();
    final List<Event> events = new ArrayList<>();
    private final long seed;
    private long tick;
    private long commands;
    private long ids;

    TestCity(long seed) {
        this.seed = seed;
        module.participant().loaded(CLOCK, 0);
    }

    static TestCity founded(Atlas atlas) {
        return founded(atlas, 1);
    }

    static TestCity founded(Atlas atlas, long seed) {
        var city = new TestCity(seed);
        city.ask(new FoundWorld(atlas, Climate.TEMPERATE));
        return city;
    }

    long tick() {
        return tick;
    }

    Object ask(WorldCommand<?> command) {
        return module.participant().handle(command, turn(2, commands++));
    }

    void runTick() {
        tick++;
        module.participant().phase(turn(1, tick));
    }

    void runUntil(long last) {
        while (tick < last) {
            runTick();
        }
    }

    <E extends Event> List<E> told(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Snapshot snapshot() {
        var views = new IdentityHashMap<Table, TableView>();
        module.participant().tables().forEach(table -> views.put(table, table.publish()));
        return new Snapshot(tick, events.size(), views);
    }

    Checksum checksum() {
        var sum = Checksum.ZERO;
        for (var table : module.participant().tables()) {
            table.drain();
            sum = sum.plus(table.checksum());
        }
        return sum;
    }

    /// Another city, loaded from what this one declares.
    TestCity reloaded() {
        var other = new TestCity(seed);
        other.tick = tick;
        other.commands = commands;
        other.ids = ids;
        other.load(module.participant().tables());
        return other;
    }

    /// Throws away all that this city holds, and loads what another declares.
    void load(List<Table> from) {
        var to = module.participant().tables();
        for (int i = 0; i < to.size(); i++) {
            to.get(i).clear();
            copy(from.get(i), to.get(i));
        }
        module.participant().loaded(CLOCK, tick);
    }

    private Turn turn(long kind, long moment) {
        return new Turn() {
            @Override
            public long tick() {
                return tick;
            }

            @Override
            public CityClock clock() {
                return CLOCK;
            }

            @Override
            public Chance chance() {
                return Chance.of(seed, kind, moment);
            }

            @Override
            public void raise(Event event) {
                events.add(event);
            }

            @Override
            public UUID newId(long epochMillis) {
                return new UUID(epochMillis << 16 | 0x8000, 0x8000_000000000000L | ids++);
            }
        };
    }

    private static void copy(Table from, Table to) {
        for (int row = from.next(0); row >= 0; row = from.next(row + 1)) {
            to.add(row);
            for (int c = 0; c < from.columns().size(); c++) {
                copy(from.columns().get(c), to.columns().get(c), row);
            }
        }
    }

    private static void copy(Column from, Column to, int row) {
        switch (from) {
            case LongColumn it -> ((LongColumn) to).set(row, it.get(row));
            case IntColumn it -> ((IntColumn) to).set(row, it.get(row));
            case TextColumn it -> ((TextColumn) to).set(row, it.get(row));
            case UuidColumn it -> ((UuidColumn) to).set(row, it.get(row));
            case BytesColumn it -> ((BytesColumn) to).set(row, it.get(row));
        }
    }
}
