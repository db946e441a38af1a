package city.adapter.scenario;

import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.HoursText;
import city.adapter.scenario.text.Section;
import city.world.Atlas;
import city.world.Hours;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.List;

/// Reads districts, neighborhoods and locations.
final class MapReader {
    private static final int MAX_METERS = 1_000_000;
    private static final int MAX_CAPACITY = 1_000_000;

    private final Directory directory;

    MapReader(Directory directory) {
        this.directory = directory;
    }

    Atlas read(Section root) {
        var districts = new ArrayList<Atlas.District>();
        for (var section : atLeastOne(root, "districts")) {
            districts.add(district(section));
        }
        int locations = directory.spots().size();
        if (locations > Atlas.MOST_LOCATIONS) {
            root.faults()
                    .add(
                            root.place("districts"),
                            "must have at most %d locations: %d".formatted(Atlas.MOST_LOCATIONS, locations));
        }
        // An atlas takes no id twice, so that there is none of a map with a name that is given twice.
        return new Atlas(root.faults().areNone() ? districts : List.of());
    }

    private Atlas.District district(Section section) {
        var name = directory.name("district", section);
        var neighborhoods = new ArrayList<Atlas.Neighborhood>();
        for (var inner : atLeastOne(section, "neighborhoods")) {
            neighborhoods.add(neighborhood(inner, name));
        }
        section.end();
        return new Atlas.District(Ids.district(name), name, neighborhoods);
    }

    private Atlas.Neighborhood neighborhood(Section section, String district) {
        var name = directory.name("neighborhood", section);
        var locations = new ArrayList<Atlas.Location>();
        for (var inner : atLeastOne(section, "locations")) {
            locations.add(location(inner, district));
        }
        if (locations.stream().noneMatch(it -> it.kind() == LocationKind.STREET)) {
            section.faults().add(section.place("locations"), "must have a location of kind street");
            locations.add(aStreet(name));
        }
        section.end();
        return new Atlas.Neighborhood(Ids.neighborhood(name), name, locations);
    }

    private Atlas.Location location(Section section, String district) {
        var name = directory.name("location", section);
        var kind = section.get("kind").map(it -> it.choice(LocationKind.class)).orElse(LocationKind.HOME);
        int x = section.number("x", -MAX_METERS, MAX_METERS);
        int y = section.number("y", -MAX_METERS, MAX_METERS);
        int capacity = section.number("capacity", 1, MAX_CAPACITY);
        var hours = HoursText.list(section, "hours");
        section.end();
        directory.add(new Spot(Ids.location(name), name, kind, capacity, district));
        return new Atlas.Location(Ids.location(name), name, kind, x, y, capacity, hours);
    }

    private static List<Section> atLeastOne(Section section, String key) {
        var sections = section.sections(key);
        if (sections.isEmpty()) {
            section.faults().add(section.place(key), "must have at least one item");
        }
        return sections;
    }

    /// Stands in for a street that is missing, so that reading can go on.
    private static Atlas.Location aStreet(String neighborhood) {
        return new Atlas.Location(
                Ids.location(neighborhood), neighborhood, LocationKind.STREET, 0, 0, 1, List.of(Hours.ALWAYS));
    }
}
