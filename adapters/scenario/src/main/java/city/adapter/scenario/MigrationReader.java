package city.adapter.scenario;

import city.adapter.scenario.Population.Spread;
import city.adapter.scenario.text.Section;
import city.agents.AgentsCommand.SetMigration;
import city.agents.Life;
import city.agents.Migration;
import city.agents.Migration.Range;
import java.util.List;
import java.util.Optional;

/// Reads who comes to the city of its own accord, and who leaves it.
final class MigrationReader {
    private static final Range LIKE_PEOPLE = new Range(10, 90);
    private static final Range GROWN_UP = new Range(18, 60);

    private MigrationReader() {}

    static Optional<SetMigration> read(Section root) {
        return root.section("migration").map(MigrationReader::migration);
    }

    private static SetMigration migration(Section section) {
        int arrivals = section.number("arrivals_per_year", 0, Migration.MOST_ARRIVALS_PER_YEAR, 0);
        int leavers = section.number("leavers_per_mille_a_year", 0, 1000, 0);
        int min = section.number("min_population", 0, Migration.MOST_RESIDENTS, 0);
        int max = section.number("max_population", min, Migration.MOST_RESIDENTS, Migration.MOST_RESIDENTS);
        var people = PopulationReader.people(section).wanting(ResidentsReader.goals(section));
        var savings = range(PopulationReader.balance(section));
        var traits = ranges(section, "traits", People.TRAITS);
        var values = ranges(section, "values", LifeReader.VALUES);
        var age = Spreads.find(section, "age", Life.MAX_AGE)
                .map(MigrationReader::range)
                .orElse(GROWN_UP);
        section.end();
        return new SetMigration(new Migration(
                arrivals,
                leavers,
                min,
                max,
                people.given(),
                people.family(),
                traits,
                values,
                age,
                savings,
                people.goals()));
    }

    private static List<Range> ranges(Section section, String key, List<String> names) {
        var given = section.section(key);
        var ranges = names.stream()
                .map(it -> given.flatMap(in -> Spreads.find(in, it, 100))
                        .map(MigrationReader::range)
                        .orElse(LIKE_PEOPLE))
                .toList();
        given.ifPresent(Section::end);
        return ranges;
    }

    private static Range range(Spread spread) {
        return new Range(Math.max(0, spread.min()), Math.max(0, spread.max()));
    }
}
