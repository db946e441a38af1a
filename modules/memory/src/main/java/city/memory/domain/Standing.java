package city.memory.domain;

import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryId;

/// What there is to know of a memory, beside its words, in order to score it.
///
/// @param importance     0 to 1000
/// @param lastAccessedAt tick
public record Standing(MemoryId memory, Kind kind, int importance, long lastAccessedAt) {
    public static Standing of(Memory memory) {
        return new Standing(memory.id(), memory.kind(), memory.importance(), memory.lastAccessedAt());
    }
}
