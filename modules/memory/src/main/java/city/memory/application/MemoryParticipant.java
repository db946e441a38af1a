package city.memory.application;

import city.memory.MemoryCommand;
import city.memory.MemoryCommand.Remember;
import city.memory.MemoryCommand.RememberResult;
import city.memory.MemoryEvent;
import city.memory.MemoryId;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.memory.domain.Importance;
import city.world.World;
import city.world.kernel.Command;
import city.world.kernel.Participant;
import city.world.kernel.Turn;
import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;

/// Memory as the kernel sees it: without state, for no rule of the city looks at memories. What is asked for becomes a
/// fact of the log, which the follower writes down.
final class MemoryParticipant implements Participant {
    /// Something told in passing.
    private static final Stakes TOLD = new Stakes(300, Role.LISTENER, 0, false, false);

    private final World world;

    MemoryParticipant(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public Optional<Class<?>> commands() {
        return Optional.of(MemoryCommand.class);
    }

    @Override
    public Object handle(Command<?> command, Turn turn) {
        return switch ((MemoryCommand<?>) command) {
            case Remember remember -> remember(remember, turn);
        };
    }

    private RememberResult remember(Remember asked, Turn turn) {
        int slot = world.slotOf(asked.resident());
        if (slot == World.NOWHERE) {
            return new RememberResult.NoSuchResident(asked.resident());
        }
        if (hasLeft(slot)) {
            return new RememberResult.HasDeparted(asked.resident());
        }
        var memory = new MemoryId(turn.newId());
        turn.raise(new MemoryEvent.Remembered(
                memory,
                asked.resident(),
                asked.kind(),
                asked.text(),
                asked.importance().orElseGet(() -> Importance.of(TOLD)),
                asked.pinned(),
                asked.evidence()));
        return new RememberResult.Done(memory);
    }

    /// Who is in the city is at a place or on the way.
    private boolean hasLeft(int slot) {
        return world.locationOf(slot) == World.NOWHERE && world.arrivalOf(slot) == 0;
    }
}
