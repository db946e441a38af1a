package city.adapter.scenario;

import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.Population.Spread;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.economy.Money;
import city.world.LocationKind;
import java.util.List;
import java.util.Optional;

/// Reads populations: how many residents to generate, and from what.
final class PopulationReader {
    static final int MAX_RESIDENTS = 100_000;

    /// One million, so that a draw in minor units fits an int.
    private static final Money MAX_BALANCE = new Money(100_000_000);

    /// Of a trait that a scenario says nothing about.
    private static final Spread LIKE_PEOPLE = new Spread(10, 90, true);

    private static final String BUILT_IN_NAMES = "english";

    private final Directory directory;

    PopulationReader(Directory directory) {
        this.directory = directory;
    }

    Population read(Section section) {
        int count = section.number("count", 1, MAX_RESIDENTS);
        var people = likeness(section);
        var homes = homes(section);
        section.end();
        return people.living(homes).of(count);
    }

    /// Reads what people are like, but not how many and where; the section is not ended.
    Population likeness(Section section) {
        var people = people(section).wanting(ResidentsReader.goals(section));
        var balance = balance(section);
        var traits = section.section("traits");
        var spreads = People.TRAITS.stream()
                .map(it -> traits.flatMap(in -> Spreads.find(in, it, 100)).orElse(LIKE_PEOPLE))
                .toList();
        traits.ifPresent(Section::end);
        boolean fill = section.find("jobs").map(this::fills).orElse(false);
        var lives = LifeReader.lives(section);
        return new Population(section.place(), 0, people, balance, spreads, List.of(), fill, lives);
    }

    static People people(Section section) {
        var builtIn = People.builtIn();
        if (section.isMap("names")) {
            return section.section("names").map(builtIn::named).orElse(builtIn);
        }
        section.find("names").ifPresent(it -> it.word(List.of(BUILT_IN_NAMES)));
        return builtIn;
    }

    /// One amount, or `{min: 40, max: 400}`, each as likely as the other.
    static Spread balance(Section section) {
        if (!section.isMap("balance")) {
            int all = minor(section, "balance");
            return new Spread(all, all, false);
        }
        var range = section.section("balance").orElseThrow();
        var spread = Spreads.ordered(range, minor(range, "min"), minor(range, "max"));
        range.end();
        return spread;
    }

    private static int minor(Section section, String key) {
        return (int) section.money(key, MAX_BALANCE).minor();
    }

    /// A list of homes, or `{district: NAME}`, or all homes.
    private List<Spot> homes(Section section) {
        if (section.isList("homes")) {
            return section.values("homes").stream()
                    .map(this::home)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return section.section("homes").map(this::homesIn).orElseGet(() -> homes(Optional.empty()));
    }

    private Optional<Spot> home(Value reference) {
        var spot = directory.spot(reference);
        spot.filter(it -> it.kind() != LocationKind.HOME)
                .ifPresent(it -> reference.refuse("must be a location of kind home: \"%s\"".formatted(it.name())));
        return spot;
    }

    private List<Spot> homesIn(Section section) {
        var district = section.get("district")
                .filter(it -> directory.knows("district", it))
                .map(Value::raw);
        section.end();
        return district.isEmpty() ? List.of() : homes(district);
    }

    private List<Spot> homes(Optional<String> district) {
        return directory.spots().values().stream()
                .filter(it -> it.kind() == LocationKind.HOME)
                .filter(it -> district.isEmpty() || district.get().equals(it.district()))
                .toList();
    }

    private boolean fills(Value jobs) {
        return jobs.word(List.of("none", "fill")).equals("fill");
    }
}
