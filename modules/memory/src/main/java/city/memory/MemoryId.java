package city.memory;

import java.util.UUID;

/// Which memory, for ever. Their natural order breaks ties between memories that are otherwise equal.
public record MemoryId(UUID value) implements Comparable<MemoryId> {
    @Override
    public int compareTo(MemoryId other) {
        return value.compareTo(other.value);
    }
}
