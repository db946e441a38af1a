package city.memory;

import city.memory.Memory.Kind;
import city.world.ResidentId;
import city.world.kernel.Event;
import city.world.kernel.EventType;
import city.world.kernel.EventType.Audience;
import java.util.UUID;

/// What happens to memories by command. What residents live through is remembered without an event of its own.
public sealed interface MemoryEvent extends Event {
    /// A resident was given a memory. Kept for ever, and told to nobody: it is the resident's own.
    @EventType(value = "memory.remembered.v1", topic = "memory", audience = Audience.INTERNAL)
    record Remembered(MemoryId memory, ResidentId resident, Kind kind, String text, int importance, boolean pinned)
            implements MemoryEvent {
        @Override
        public UUID subject() {
            return resident.value();
        }
    }
}
