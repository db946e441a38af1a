package city.memory.domain;

import city.memory.Memory;
import city.memory.MemoryId;
import java.util.List;

/// One thing that sleep does to the memories of a resident. No memory is in two steps of a plan.
public sealed interface Step {
    /// Memories of the same become one.
    ///
    /// @param kept     as it is afterwards; its id, kind and words are those of one of them
    /// @param absorbed the others, which go
    record Merge(Memory kept, List<MemoryId> absorbed) implements Step {
        public Merge {
            absorbed = List.copyOf(absorbed);
        }
    }

    /// Faded memories that are alike give way to one summary. Whoever carries it out finds the words.
    ///
    /// @param members    what goes, the weightiest first
    /// @param importance of the summary, per mille
    /// @param evidence   of the summary
    record Summarise(List<MemoryId> members, int importance, List<Long> evidence) implements Step {
        public Summarise {
            members = List.copyOf(members);
            evidence = List.copyOf(evidence);
        }
    }

    record Forget(MemoryId memory, Reason reason) implements Step {}

    enum Reason {
        /// Nothing is left of it.
        GONE,
        /// It has faded and never mattered.
        TRIVIAL,
        /// There are too many, and it was the weakest.
        CROWDED_OUT
    }
}
