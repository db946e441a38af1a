package city.world.kernel.testing;

import city.world.kernel.Command;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.WireName;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A module that came with a later version than {@link Counters}: walkers who make a step a tick and tell of it by
/// telemetry. A city that is older has none until somebody adds one.
public final class Walkers implements Participant {
    private final Table table = new Table("test", "walkers");
    private final LongColumn steps = table.longs("steps");

    public sealed interface WalkersCommand<R> extends Command<R> {}

    @WireName("walkers.set-off.v1")
    public record SetOff() implements WalkersCommand<Counters.Raised> {}

    @EventType(value = "walkers.walked.v1", topic = "walkers", audience = Audience.TELEMETRY)
    public record Walked(int row, long steps) implements Event {
        @Override
        public UUID subject() {
            return new UUID(1, row);
        }
    }

    @Override
    public String name() {
        return "walkers";
    }

    @Override
    public List<Table> tables() {
        return List.of(table);
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(WalkersCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((WalkersCommand<?>) command) {
            case SetOff() -> new Counters.Raised(table.add(), turn.newId());
        };
    }

    @Override
    public void phase(Turn turn) {
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            steps.add(row, 1);
            turn.raise(new Walked(row, steps.get(row)));
        }
    }
}
