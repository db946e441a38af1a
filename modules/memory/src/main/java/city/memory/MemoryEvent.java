package city.memory;

import city.memory.Memory.Kind;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What happens to memories by command. What residents live through is remembered without an event of its own.
public sealed interface MemoryEvent extends Event {
    /// A resident was given a memory. Kept for ever, and told to nobody: it is the resident's own.
    ///
    /// @param evidence sequences of the events that it goes back to; empty when to nothing but this
    @EventType(value = "memory.remembered.v1", topic = "memory", audience = Audience.INTERNAL)
    record Remembered(
            MemoryId memory,
            ResidentId resident,
            Kind kind,
            String text,
            int importance,
            boolean pinned,
            Optional<List<Long>> evidence)
            implements MemoryEvent {
        public Remembered(
                MemoryId memory, ResidentId resident, Kind kind, String text, int importance, boolean pinned) {
            this(memory, resident, kind, text, importance, pinned, Optional.empty());
        }

        public Remembered {
            evidence = evidence.map(List::copyOf);
        }

        @Override
        public UUID subject() {
            return resident.value();
        }
    }
}
