package city.world.domain;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// From ids to rows: an index over a column of ids that readers of old snapshots share with the city thread. It only
/// grows, as its table does; what a discarded group left in it points at a row of another id, so every hit is
/// compared with the reader's own rows.
///
/// Written by the city thread, read from any.
final class IdIndex {
    static final int NONE = -1;

    private final ConcurrentHashMap<UUID, Integer> rows = new ConcurrentHashMap<>();

    void put(UUID id, int row) {
        rows.put(id, row);
    }

    /// @param count how many rows the reader sees
    /// @param idAt  the id of a row that the reader sees
    /// @return the row, or {@link #NONE}
    int find(UUID id, int count, IntFunction<UUID> idAt) {
        int row = rows.getOrDefault(id, NONE);
        return row >= 0 && row < count && idAt.apply(row).equals(id) ? row : NONE;
    }
}
