package city.world.kernel;

import city.world.kernel.state.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// A module as the kernel sees it: state, a handler of commands, a phase of the tick, ears on the bus. All is called on
/// the city thread, in the participants' order, which `app` gives.
///
/// All that can influence the future is in {@link #tables}; what else a participant keeps is an index over them that
/// {@link #loaded} builds anew.
public interface Participant {
    /// A short name for logs and metrics, such as `economy`.
    String name();

    /// In a city that is older than the participant they are empty at its first start: its founding command was never
    /// given.
    List<Table> tables();

    /// The sealed family of commands that this participant handles; empty when it handles none.
    default Optional<Class<?>> commands() {
        return Optional.empty();
    }

    /// Validates, then mutates. Refusals are answers and change nothing. An exception is a bug, as is going deeper
    /// than the stack: all since the last commit is discarded and the command is quarantined.
    default Object handle(Command<?> command, Turn turn) {
        throw new UnsupportedOperationException(name() + " handles no commands: " + command);
    }

    /// The rules that run every tick.
    default void phase(Turn turn) {}

    default List<Subscription<?>> subscriptions() {
        return List.of();
    }

    /// Called when the tables were filled from the record, at a start and after a discarded group.
    ///
    /// @param tick the tick that was last run
    default void loaded(CityClock clock, long tick) {}

    /// Checks the invariants that must hold at every commit, at a cost that follows what changed.
    default Optional<Breach> check() {
        return Optional.empty();
    }

    /// Recounts everything, at any cost. For `verify` and tests.
    default List<Breach> audit() {
        return check().stream().toList();
    }

    /// An ear on the bus for one kind of event.
    record Subscription<E extends Event>(Class<E> type, BiConsumer<E, Turn> ear) {
        public void deliver(Event event, Turn turn) {
            ear.accept(type.cast(event), turn);
        }
    }

    /// A broken invariant: which, and the numbers that show it.
    record Breach(String invariant, String evidence) {
        @Override
        public String toString() {
            return invariant + ": " + evidence;
        }
    }
}
