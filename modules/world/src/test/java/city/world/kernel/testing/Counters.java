package city.world.kernel.testing;

import city.world.kernel.Chance;
import city.world.kernel.CityClock;
import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.WireName;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The smallest participant worth testing a kernel with: counters that commands raise, that chance moves every tick,
/// and that hear each other through the bus.
public final class Counters implements Participant {
    private static final Chance.Purpose DRIFT = Chance.Purpose.of("counters.drift");

    private final Table table = new Table("test", "counters");
    private final LongColumn value = table.longs("value");
    private final LongColumn heard = table.longs("heard");
    private final Optional<LongColumn> moods;

    public Counters() {
        moods = Optional.empty();
    }

    private Counters(String moodColumn) {
        moods = Optional.of(table.longs(moodColumn));
    }

    /// As a later version has them: with a mood that chance moves too.
    static Counters withMoods() {
        return new Counters("mood");
    }

    public sealed interface CountersCommand<R> extends Command<R> {}

    @WireName("counters.raise.v1")
    public record Raise(int row, long by) implements CountersCommand<Raised> {}

    /// A command whose handler has a bug.
    @WireName("counters.break.v1")
    public record Break(int row) implements CountersCommand<Raised> {}

    /// A command whose handler goes deeper than the stack.
    @WireName("counters.sink.v1")
    public record Sink(int row) implements CountersCommand<Raised> {}

    /// A command for which memory is not enough.
    @WireName("counters.starve.v1")
    public record Starve(int row) implements CountersCommand<Raised> {}

    @WireName("counters.raised.v1")
    public record Raised(long value, UUID id) {}

    @EventType(value = "counters.changed.v1", topic = "counters")
    public record Changed(int row, long value) implements Event {
        @Override
        public UUID subject() {
            return new UUID(0, row);
        }
    }

    public long value(int row) {
        return value.get(row);
    }

    public long heard(int row) {
        return heard.get(row);
    }

    public Table table() {
        return table;
    }

    public LongColumn valueColumn() {
        return value;
    }

    @Override
    public String name() {
        return "counters";
    }

    @Override
    public List<Table> tables() {
        return List.of(table);
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(CountersCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((CountersCommand<?>) command) {
            case Raise(int row, long by) -> raise(row, by, turn);
            case Break(int row) -> {
                raise(row, 1_000_000, turn);
                throw new IllegalStateException("a bug in a handler");
            }
            case Sink(int row) -> sink(row, turn);
            case Starve(int row) -> throw new OutOfMemoryError("at row " + row);
        };
    }

    @Override
    public void phase(Turn turn) {
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            if (turn.chance().perMille(300, DRIFT, row)) {
                value.add(row, 1);
                int counted = row;
                moods.ifPresent(it -> it.add(counted, turn.tick()));
                turn.raise(new Changed(row, value.get(row)));
            }
        }
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(new Subscription<>(Changed.class, (changed, turn) -> heard.add(changed.row(), turn.tick())));
    }

    @Override
    public Optional<Breach> check() {
        return Optional.empty();
    }

    @Override
    public void loaded(CityClock clock, long tick) {}

    private Raised sink(int row, Turn turn) {
        raise(row, 1, turn);
        return sink(row, turn);
    }

    private Raised raise(int row, long by, Turn turn) {
        if (!table.exists(row)) {
            table.add(row);
        }
        value.add(row, by);
        turn.raise(new Changed(row, value.get(row)));
        return new Raised(value.get(row), turn.newId());
    }
}
