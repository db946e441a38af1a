package city.world.domain.almanac;

import city.world.AlmanacPlan.Risk;
import city.world.Happening;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What befalls the city by chance: each tick each risk is drawn once, so that it comes as often a year as it says.
public final class Risks {
    private static final int DAYS_PER_YEAR = 365;
    private static final UUID ANYWHERE = new UUID(0, 0);
    private static final Purpose BEFALLS = Purpose.of("world.befalls");
    private static final Purpose HOW_LONG = Purpose.of("world.how-long");
    private static final Purpose WHERE = Purpose.of("world.where");

    private final Table table = new Table("world", "risks");
    private final IntColumn kind = table.ints("kind");
    private final TextColumn name = table.texts("name");
    private final IntColumn timesPerYear = table.ints("times_per_year");
    private final IntColumn minMinutes = table.ints("min_minutes");
    private final IntColumn maxMinutes = table.ints("max_minutes");
    private final UuidColumn place = table.uuids("place");

    public Table table() {
        return table;
    }

    public void keep(List<Risk> risks) {
        for (var risk : risks) {
            int row = table.add();
            kind.set(row, risk.kind().ordinal());
            name.set(row, risk.name());
            timesPerYear.set(row, risk.timesPerYear());
            minMinutes.set(row, risk.minMinutes());
            maxMinutes.set(row, risk.maxMinutes());
            place.set(row, risk.place().orElse(ANYWHERE));
        }
    }

    /// What befalls the city in the tick of this chance.
    public List<Blow> befall(Chance chance, int ticksPerDay) {
        var blows = new ArrayList<Blow>();
        for (int row = 0; row < table.rows(); row++) {
            if (chance.below(DAYS_PER_YEAR * ticksPerDay, BEFALLS, row) < timesPerYear.get(row)) {
                int span = maxMinutes.get(row) - minMinutes.get(row) + 1;
                Optional<UUID> where = Optional.of(place.get(row)).filter(it -> !it.equals(ANYWHERE));
                blows.add(new Blow(
                        Happening.Kind.of(kind.get(row)),
                        name.get(row),
                        where,
                        minMinutes.get(row) + chance.below(span, HOW_LONG, row),
                        chance.bits(WHERE, row, 0)));
            }
        }
        return blows;
    }

    /// @param place empty for anywhere
    /// @param draw  an even number with which to draw where
    public record Blow(Happening.Kind kind, String name, Optional<UUID> place, int minutes, long draw) {}
}
