package city.adapter.scenario;

import city.adapter.scenario.text.DaysText;
import city.adapter.scenario.text.HoursText;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.world.AlmanacPlan;
import city.world.AlmanacPlan.Days;
import city.world.AlmanacPlan.Holiday;
import city.world.AlmanacPlan.Regular;
import city.world.AlmanacPlan.Risk;
import city.world.Happening;
import city.world.WorldEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads holidays, what comes round and what may befall the city. The map must be in the directory already.
final class AlmanacReader {
    private static final int MOST_HOURS = Happening.MOST_MINUTES / 60;

    private final Directory directory;

    AlmanacReader(Directory directory) {
        this.directory = directory;
    }

    AlmanacPlan read(Section root) {
        var holidays =
                root.sections("holidays").stream().map(AlmanacReader::holiday).toList();
        var regulars = root.sections("events").stream().map(this::regular).toList();
        var risks = root.sections("risks").stream().map(this::risk).toList();
        int entries = holidays.size() + regulars.size() + risks.size();
        if (entries > AlmanacPlan.MOST_ENTRIES) {
            root.faults()
                    .add(
                            root.place("events"),
                            "holidays, events and risks must be at most %d: %d"
                                    .formatted(AlmanacPlan.MOST_ENTRIES, entries));
            return new AlmanacPlan(List.of(), List.of(), List.of());
        }
        return new AlmanacPlan(holidays, regulars, risks);
    }

    private static Holiday holiday(Section section) {
        var holiday = new Holiday(section.text("name", Happening.LONGEST_NAME), days(section));
        section.end();
        return holiday;
    }

    private Regular regular(Section section) {
        var kind = kind(section);
        var name = section.text("name", Happening.LONGEST_NAME);
        var place = place(section).orElse(WorldEvent.WORLD);
        var days = days(section);
        var span = section.get("hours").map(HoursText::one);
        section.end();
        int from = span.map(it -> it.fromMinute()).orElse(0);
        return new Regular(
                kind, name, place, days, from, span.map(it -> it.minutes()).orElse(60));
    }

    private Risk risk(Section section) {
        var kind = kind(section);
        var name = section.text("name", Happening.LONGEST_NAME);
        int times = section.number("times_per_year", 1, Risk.MOST_PER_YEAR);
        int min = 1;
        int max = 1;
        if (section.isMap("hours")) {
            var range = section.section("hours").orElseThrow();
            min = range.number("min", 1, MOST_HOURS);
            max = range.number("max", min, MOST_HOURS);
            range.end();
        } else {
            min = section.number("hours", 1, MOST_HOURS);
            max = min;
        }
        var place = place(section);
        section.end();
        return new Risk(kind, name, times, min * 60, max * 60, place);
    }

    private static Happening.Kind kind(Section section) {
        return section.get("kind").map(it -> it.choice(Happening.Kind.class)).orElse(Happening.Kind.FESTIVAL);
    }

    private static Days days(Section section) {
        return section.get("days").map(DaysText::of).orElse(Days.weekly(1));
    }

    /// At most one of `location`, `neighborhood` and `district`.
    private Optional<UUID> place(Section section) {
        var location = section.find("location")
                .flatMap(directory::spot)
                .map(it -> it.id().value());
        var neighborhood = named("neighborhood", section).map(Ids::neighborhood);
        var district = named("district", section).map(Ids::district);
        long given = List.of("location", "neighborhood", "district").stream()
                .filter(section::has)
                .count();
        if (given > 1) {
            section.faults().add(section.place(), "must have at most one of location, neighborhood and district");
        }
        return location.or(() -> neighborhood).or(() -> district);
    }

    private Optional<String> named(String kind, Section section) {
        return section.find(kind).filter(it -> directory.knows(kind, it)).map(Value::raw);
    }
}
