package city.adapter.scenario;

import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.generate.DistrictMap;
import city.adapter.scenario.generate.DistrictNames;
import city.adapter.scenario.generate.DistrictRule;
import city.adapter.scenario.generate.HomeRule;
import city.adapter.scenario.generate.PlaceRule;
import city.adapter.scenario.generate.Plot;
import city.adapter.scenario.generate.Range;
import city.adapter.scenario.text.HoursText;
import city.adapter.scenario.text.Place;
import city.adapter.scenario.text.Section;
import city.economy.AccountId;
import city.economy.FirmPlan;
import city.world.Atlas;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads rules by which districts are generated, and generates them: map, firms, and populations that live there.
/// Goods must be in the directory already.
final class GenerateReader {
    private static final int MAX_METERS = 900_000;
    private static final int MAX_CAPACITY = 1_000_000;

    private final Directory directory;
    private final EconomyReader economy;
    private final PopulationReader populations;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Atlas.District> districts = new ArrayList<>();
    private final List<FirmPlan> firms = new ArrayList<>();
    private final List<Population> people = new ArrayList<>();

    GenerateReader(Directory directory, EconomyReader economy) {
        this.directory = directory;
        this.economy = economy;
        this.populations = new PopulationReader(directory);
    }

    private record Rule(DistrictRule rule, List<FirmTerms> firms, Population people, Section section) {}

    /// @param residents how many to generate in all, instead of as many as the rules say
    void read(Section root, OptionalInt residents) {
        for (var section : root.sections("generate")) {
            int before = section.faults().count();
            var rule = rule(section);
            if (section.faults().count() == before) {
                rules.add(rule);
            }
        }
        long all = residents();
        long before = 0;
        int firstName = 0;
        for (int number = 0; number < rules.size(); number++) {
            var rule = rules.get(number);
            long after = before + rule.rule().residents();
            int wanted = (int)
                    (residents.isEmpty()
                            ? after - before
                            : after * residents.getAsInt() / all - before * residents.getAsInt() / all);
            before = after;
            if (wanted > 0) {
                generate(rule, rule.rule().of(wanted), number, firstName);
                firstName += rule.rule().districts();
            }
        }
    }

    /// As many as the rules say.
    int residents() {
        return rules.stream().mapToInt(it -> it.rule().residents()).sum();
    }

    List<Atlas.District> districts() {
        return districts;
    }

    List<FirmPlan> firms() {
        return firms;
    }

    List<Population> people() {
        return people;
    }

    private Rule rule(Section section) {
        int count = section.number("districts", 1, DistrictNames.MOST, 1);
        int residents = section.number("residents", 1, PopulationReader.MAX_RESIDENTS);
        var names = section.values("names", DistrictNames.MOST).stream()
                .map(it -> it.text(Directory.MAX_NAME_LENGTH / 2))
                .toList();
        if (names.size() > count) {
            section.faults().add(section.place("names"), "must be at most %d: %d".formatted(count, names.size()));
        }
        int x = section.number("x", -MAX_METERS, MAX_METERS, 0);
        int y = section.number("y", -MAX_METERS, MAX_METERS, 0);
        int neighborhoods = section.number("neighborhoods", 1, 100, 1);
        int plot = section.number("plot_meters", 5, 500, 30);
        int spare = section.number("spare_beds_percent", 0, 200, 5);
        var homes =
                section.someSections("homes").stream().map(GenerateReader::home).toList();
        var places = new ArrayList<>(
                section.sections("places").stream().map(GenerateReader::place).toList());
        var terms = new ArrayList<FirmTerms>();
        for (var firm : section.sections("firms")) {
            terms.add(economy.terms(firm));
            requireOneOfEach(terms.getLast(), firm);
            places.add(place(firm, terms.size() - 1));
        }
        var likeness = section.getSection("people").map(this::people);
        section.end();
        var rule = new DistrictRule(names, count, residents * count, x, y, neighborhoods, plot, homes, spare, places);
        return new Rule(rule, terms, likeness.orElseGet(GenerateReader::nobody), section);
    }

    private Population people(Section section) {
        var people = populations.likeness(section);
        section.end();
        return people;
    }

    private static HomeRule home(Section section) {
        var name = section.find("name").map(it -> it.text(40)).orElse("House");
        int share = section.number("share", 1, 1000, 1);
        var floors = range(section, "floors", 1, 100);
        var flats = range(section, "flats", 1, 100);
        var beds = section.has("beds") ? range(section, "beds", 1, 100) : new Range(2, 5);
        section.end();
        return new HomeRule(name, share, floors, flats, beds);
    }

    /// One number, or `{min: 2, max: 5}`; the least there can be when it is left out.
    private static Range range(Section section, String key, int least, int most) {
        if (!section.isMap(key)) {
            int all = section.number(key, least, most, least);
            return new Range(all, all);
        }
        var range = section.section(key).orElseThrow();
        int min = range.number("min", least, most);
        int max = range.number("max", least, most);
        range.end();
        if (max < min) {
            range.faults().add(range.place("max"), "must be at least min");
        }
        return new Range(min, Math.max(min, max));
    }

    private static PlaceRule place(Section section) {
        return place(section, PlaceRule.NO_FIRM);
    }

    private static PlaceRule place(Section section, int firm) {
        var name = section.text("name", 40);
        var kind = section.get("kind").map(it -> it.choice(LocationKind.class)).orElse(LocationKind.SQUARE);
        int oneFor = section.number("one_for", 1, PopulationReader.MAX_RESIDENTS);
        int capacity = section.number("capacity", 1, MAX_CAPACITY);
        var hours = HoursText.list(section, "hours");
        section.end();
        return new PlaceRule(name, kind, oneFor, capacity, hours, firm);
    }

    private static void requireOneOfEach(FirmTerms terms, Section firm) {
        var titles = new HashSet<String>();
        for (var job : terms.jobs()) {
            if (!titles.add(job.title())) {
                firm.faults().add(job.at(), "must be unique in its firm: \"%s\"".formatted(job.title()));
            }
        }
    }

    private static Population nobody() {
        var none = new Population.Spread(0, 0, false);
        var lives = new Lives(none, List.of(), 0, Optional.empty());
        return new Population(Place.START, 0, People.builtIn(), none, List.of(), List.of(), false, lives);
    }

    private void generate(Rule rule, DistrictRule sized, int number, int firstName) {
        for (var district : DistrictMap.of(sized, number, firstName)) {
            directory.enter("district", district.name(), rule.section().place(), rule.section());
            var homes = new ArrayList<Spot>();
            var neighborhoods = new ArrayList<Atlas.Neighborhood>();
            for (var part : district.neighborhoods()) {
                directory.enter("neighborhood", part.name(), rule.section().place(), rule.section());
                var locations = new ArrayList<Atlas.Location>();
                for (var plot : part.plots()) {
                    add(plot, Optional.empty(), district.name(), rule, locations, homes);
                }
                neighborhoods.add(new Atlas.Neighborhood(Ids.neighborhood(part.name()), part.name(), locations));
            }
            districts.add(new Atlas.District(Ids.district(district.name()), district.name(), neighborhoods));
            if (district.residents() > 0) {
                people.add(rule.people().living(homes).of(district.residents()));
            }
        }
    }

    private void add(
            Plot plot,
            Optional<Spot> around,
            String district,
            Rule rule,
            List<Atlas.Location> locations,
            List<Spot> homes) {
        directory.enter("location", plot.name(), rule.section().place(), rule.section());
        var id = Ids.location(plot.name());
        var spot = around.map(it -> it.with(id, plot.name(), plot.kind(), plot.capacity()))
                .orElseGet(() -> new Spot(id, plot.name(), plot.kind(), plot.capacity(), district, List.of()));
        directory.add(spot);
        locations.add(new Atlas.Location(
                id,
                plot.name(),
                plot.kind(),
                plot.xMeters(),
                plot.yMeters(),
                plot.capacity(),
                plot.hours(),
                around.map(Spot::id)));
        if (plot.kind() == LocationKind.HOME) {
            homes.add(spot);
        }
        if (plot.firm() != PlaceRule.NO_FIRM) {
            directory.enter("firm", plot.name(), rule.section().place(), rule.section());
            var terms = rule.firms().get(plot.firm());
            firms.add(terms.found(plot.name(), spot, AccountId.TREASURY, directory, rule.section()));
        }
        plot.within().forEach(it -> add(it, Optional.of(spot), district, rule, locations, homes));
    }
}
