package city.app.look.compare;

import city.world.kernel.state.Column;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// How people call what ids and rows mean, out of the tables themselves: a row that has an id and a name gives that id
/// its name, and a row that is a resident's or a firm's is called as they are.
final class Names {
    private static final String RESIDENTS = "agents.agents";
    private static final String FIRMS = "economy.firms";

    /// Tables whose rows are residents' slots and hold no id of theirs.
    private static final Set<String> BY_SLOT =
            Set.of("agents.minds", "agents.plans", "agents.lives", "economy.employment");

    /// Columns that hold a resident's slot, the first that a table has.
    private static final List<String> SLOTS = List.of("slot", "from_slot", "turn_slot");

    private final Map<UUID, String> byId = new HashMap<>();
    private final Map<Integer, String> residents = new HashMap<>();
    private final Map<Integer, String> firms = new HashMap<>();

    Names(List<Table> tables) {
        for (var table : tables) {
            var name = find(table, "name", TextColumn.class);
            for (int row = table.next(0); name.isPresent() && row >= 0; row = table.next(row + 1)) {
                add(table, row, name.get().get(row));
            }
        }
    }

    Optional<String> of(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The row must exist.
    Optional<String> of(Table table, int row) {
        if (BY_SLOT.contains(table.name())) {
            return Optional.ofNullable(residents.get(row));
        }
        return find(table, "name", TextColumn.class)
                .map(it -> it.get(row))
                .or(() -> find(table, "id", UuidColumn.class).flatMap(it -> of(it.get(row))))
                .or(() -> bySlot(table, row))
                .or(() -> find(table, "firm", IntColumn.class)
                        .flatMap(it -> Optional.ofNullable(firms.get(it.get(row)))));
    }

    private Optional<String> bySlot(Table table, int row) {
        return SLOTS.stream()
                .flatMap(it -> find(table, it, IntColumn.class).stream())
                .findFirst()
                .flatMap(it -> Optional.ofNullable(residents.get(it.get(row))));
    }

    private void add(Table table, int row, String name) {
        find(table, "id", UuidColumn.class).ifPresent(it -> byId.put(it.get(row), name));
        if (table.name().equals(RESIDENTS)) {
            residents.put(row, name);
        } else if (table.name().equals(FIRMS)) {
            firms.put(row, name);
        }
    }

    private static <C extends Column> Optional<C> find(Table table, String name, Class<C> type) {
        return table.columns().stream()
                .filter(it -> it.name().equals(name))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
