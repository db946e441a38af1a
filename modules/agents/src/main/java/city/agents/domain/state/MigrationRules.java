package city.agents.domain.state;

import city.agents.Migration;
import city.agents.Migration.Range;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who comes and who leaves, as the scenario stated it: one row, or none when nobody does.
public final class MigrationRules {
    private static final int CITY = 0;
    private static final String SEPARATOR = "\n";

    private final Table table = new Table("agents", "migration");
    private final IntColumn arrivalsPerYear = table.ints("arrivals_per_year");
    private final IntColumn leaversPerMille = table.ints("leavers_per_mille_a_year");
    private final IntColumn minPopulation = table.ints("min_population");
    private final IntColumn maxPopulation = table.ints("max_population");
    private final TextColumn given = table.texts("given");
    private final TextColumn family = table.texts("family");
    private final BytesColumn ranges = table.bytes("ranges");
    private final TextColumn goals = table.texts("goals");
    private @Nullable Migration now;

    public Table table() {
        return table;
    }

    public boolean isSet() {
        return table.exists(CITY);
    }

    public void set(Migration migration) {
        table.add(CITY);
        arrivalsPerYear.set(CITY, migration.arrivalsPerYear());
        leaversPerMille.set(CITY, migration.leaversPerMilleAYear());
        minPopulation.set(CITY, migration.minPopulation());
        maxPopulation.set(CITY, migration.maxPopulation());
        given.set(CITY, String.join(SEPARATOR, migration.given()));
        family.set(CITY, String.join(SEPARATOR, migration.family()));
        goals.set(CITY, String.join(SEPARATOR, migration.goals()));
        ranges.set(CITY, pack(migration));
        now = migration;
    }

    public Optional<Migration> get() {
        return Optional.ofNullable(now);
    }

    /// Reads the row again.
    public void rebuild() {
        now = table.exists(CITY) ? read() : null;
    }

    private Migration read() {
        var bytes = ByteBuffer.wrap(ranges.get(CITY));
        var traits = ranges(bytes, Migration.TRAITS);
        var values = ranges(bytes, Migration.VALUES);
        var age = range(bytes);
        var savings = range(bytes);
        return new Migration(
                arrivalsPerYear.get(CITY),
                leaversPerMille.get(CITY),
                minPopulation.get(CITY),
                maxPopulation.get(CITY),
                lines(given.get(CITY)),
                lines(family.get(CITY)),
                traits,
                values,
                age,
                savings,
                lines(goals.get(CITY)));
    }

    private static byte[] pack(Migration migration) {
        int count = Migration.TRAITS + Migration.VALUES + 2;
        var bytes = ByteBuffer.allocate(2 * Integer.BYTES * count);
        migration.traits().forEach(it -> put(it, bytes));
        migration.values().forEach(it -> put(it, bytes));
        put(migration.age(), bytes);
        put(migration.savings(), bytes);
        return bytes.array();
    }

    private static void put(Range range, ByteBuffer bytes) {
        bytes.putInt(range.min()).putInt(range.max());
    }

    private static List<Range> ranges(ByteBuffer bytes, int count) {
        var ranges = new ArrayList<Range>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(range(bytes));
        }
        return ranges;
    }

    private static Range range(ByteBuffer bytes) {
        return new Range(bytes.getInt(), bytes.getInt());
    }

    private static List<String> lines(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }
}
