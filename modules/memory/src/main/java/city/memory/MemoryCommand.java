package city.memory;

import city.memory.Memory.Kind;
import city.world.ResidentId;
import city.world.kernel.Command;
import city.world.kernel.WireName;
import java.util.List;
import java.util.Optional;

/// What can be asked of memory.
public sealed interface MemoryCommand<R> extends Command<R> {
    /// A resident is to remember something that did not happen in the city: somebody told it, or a model concluded it.
    ///
    /// @param importance 0 to 1000; empty for that of something told in passing
    /// @param pinned     never forgotten
    /// @param evidence   sequences of the events that it goes back to, ascending; empty when to nothing but this
    @WireName("memory.remember.v1")
    record Remember(
            ResidentId resident,
            Kind kind,
            String text,
            Optional<Integer> importance,
            boolean pinned,
            Optional<List<Long>> evidence)
            implements MemoryCommand<RememberResult> {
        public Remember(ResidentId resident, Kind kind, String text, Optional<Integer> importance, boolean pinned) {
            this(resident, kind, text, importance, pinned, Optional.empty());
        }

        public Remember {
            Memory.requireText(text);
            importance.ifPresent(Memory::requireImportance);
            evidence = evidence.map(List::copyOf);
            evidence.ifPresent(Memory::requireEvidence);
        }
    }

    sealed interface RememberResult {
        /// It will be remembered: what follows the log writes it down.
        @WireName("memory.remember-done.v1")
        record Done(MemoryId memory) implements RememberResult {}

        @WireName("memory.unknown-resident.v1")
        record NoSuchResident(ResidentId resident) implements RememberResult {}

        @WireName("memory.has-departed.v1")
        record HasDeparted(ResidentId resident) implements RememberResult {}
    }
}
