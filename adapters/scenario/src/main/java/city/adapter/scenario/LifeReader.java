package city.adapter.scenario;

import city.adapter.scenario.Population.Spread;
import city.adapter.scenario.text.Section;
import city.agents.Life;
import city.agents.Life.Calling;
import city.agents.Life.Values;
import city.world.ResidentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads what residents bring along besides their persona: age, values, calling and kin.
final class LifeReader {
    /// In the order of {@link Values}.
    static final List<String> VALUES = List.of("tradition", "achievement", "benevolence", "stimulation", "security");

    private static final Spread LIKE_PEOPLE = new Spread(10, 90, true);
    private static final Spread GROWN_UP = new Spread(20, 62, true);

    private final Directory directory;

    LifeReader(Directory directory) {
        this.directory = directory;
    }

    /// Of a resident who is listed. Names of all residents must be in the directory.
    Life read(Section section) {
        int age = section.number("age", 0, Life.MAX_AGE, Life.LIKE_MOST.age());
        var values = section.section("values").map(LifeReader::values).orElse(Values.LIKE_MOST);
        var calling = section.find("calling").map(it -> it.choice(Calling.class));
        Optional<UUID> household =
                section.find("household").map(it -> Ids.household(it.text(Directory.MAX_NAME_LENGTH)));
        var partner = section.find("partner")
                .filter(it -> directory.knows("resident", it))
                .map(it -> Ids.resident(it.raw()));
        return new Life(age, values, calling, household, partner, parents(section));
    }

    private List<ResidentId> parents(Section section) {
        var parents = section.values("parents").stream()
                .filter(it -> directory.knows("resident", it))
                .map(it -> Ids.resident(it.raw()))
                .toList();
        if (parents.size() > Life.MAX_PARENTS) {
            section.faults()
                    .add(
                            section.place("parents"),
                            "must have at most %d items: %d".formatted(Life.MAX_PARENTS, parents.size()));
            return List.of();
        }
        return parents;
    }

    private static Values values(Section section) {
        var values = new Values(
                section.number("tradition", 0, 100, 50),
                section.number("achievement", 0, 100, 50),
                section.number("benevolence", 0, 100, 50),
                section.number("stimulation", 0, 100, 50),
                section.number("security", 0, 100, 50));
        section.end();
        return values;
    }

    /// Of a population.
    static Lives lives(Section section) {
        var age = Spreads.find(section, "age", Life.MAX_AGE).orElse(GROWN_UP);
        var values = spreads(section);
        int families = section.number("families", 0, 100, 0);
        var calling = section.find("calling").map(it -> it.choice(Calling.class));
        return new Lives(age, values, families, calling);
    }

    static List<Spread> spreads(Section section) {
        var values = section.section("values");
        var spreads = VALUES.stream()
                .map(it -> values.flatMap(in -> Spreads.find(in, it, 100)).orElse(LIKE_PEOPLE))
                .toList();
        values.ifPresent(Section::end);
        return spreads;
    }
}
