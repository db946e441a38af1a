package city.adapter.scenario;

import city.adapter.scenario.Directory.Spot;
import city.adapter.scenario.text.HoursText;
import city.adapter.scenario.text.Section;
import city.world.Atlas;
import city.world.Hours;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads districts, neighborhoods and locations, and the locations within these.
final class MapReader {
    private static final int MAX_METERS = 1_000_000;
    private static final int MAX_CAPACITY = 1_000_000;

    private final Directory directory;

    MapReader(Directory directory) {
        this.directory = directory;
    }

    /// @param others districts that are there besides
    Atlas read(Section root, List<Atlas.District> others) {
        var districts = new ArrayList<Atlas.District>();
        for (var section : root.has("generate") ? root.sections("districts") : root.someSections("districts")) {
            districts.add(district(section));
        }
        districts.addAll(others);
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
        for (var inner : section.someSections("neighborhoods")) {
            neighborhoods.add(neighborhood(inner, name));
        }
        section.end();
        return new Atlas.District(Ids.district(name), name, neighborhoods);
    }

    private Atlas.Neighborhood neighborhood(Section section, String district) {
        var name = directory.name("neighborhood", section);
        var locations = new ArrayList<Atlas.Location>();
        for (var inner : section.someSections("locations")) {
            outermost(inner, district, locations);
        }
        if (locations.stream().noneMatch(it -> it.kind() == LocationKind.STREET)) {
            section.faults().add(section.place("locations"), "must have a location of kind street");
            locations.add(aStreet(name));
        }
        section.end();
        return new Atlas.Neighborhood(Ids.neighborhood(name), name, locations);
    }

    private void outermost(Section section, String district, List<Atlas.Location> locations) {
        var name = directory.name("location", section);
        var kind = kind(section);
        int x = section.number("x", -MAX_METERS, MAX_METERS);
        int y = section.number("y", -MAX_METERS, MAX_METERS);
        int capacity = section.number("capacity", 1, MAX_CAPACITY);
        var hours = HoursText.list(section, "hours");
        var spot = new Spot(Ids.location(name), name, kind, capacity, district, List.of());
        var location = new Atlas.Location(spot.id(), name, kind, x, y, capacity, hours);
        add(spot, location, section, locations);
    }

    /// What lies within a place is where that is, and open when that is, unless it says otherwise.
    private void within(Spot around, Atlas.Location parent, Section section, List<Atlas.Location> locations) {
        var name = directory.name("location", section);
        var kind = kind(section);
        int x = near(parent.xMeters(), section, "x");
        int y = near(parent.yMeters(), section, "y");
        int capacity = section.number("capacity", 1, MAX_CAPACITY);
        if (capacity > parent.capacity()) {
            section.faults()
                    .add(
                            section.place("capacity"),
                            "must be at most the %d of the place around it: %d".formatted(parent.capacity(), capacity));
        }
        if (kind == LocationKind.STREET) {
            section.faults().add(section.place("kind"), "must not be street within another place");
            kind = LocationKind.SQUARE;
        }
        var hours = section.has("hours") ? HoursText.list(section, "hours") : parent.hours();
        var spot = around.with(Ids.location(name), name, kind, capacity);
        var location = new Atlas.Location(spot.id(), name, kind, x, y, capacity, hours, Optional.of(parent.id()));
        add(spot, location, section, locations);
    }

    private void add(Spot spot, Atlas.Location location, Section section, List<Atlas.Location> locations) {
        directory.add(spot);
        locations.add(location);
        var inner = section.sections("locations");
        if (spot.around().size() + 1 < Atlas.MOST_LEVELS) {
            inner.forEach(it -> within(spot, location, it, locations));
        } else if (!inner.isEmpty()) {
            section.faults()
                    .add(section.place("locations"), "must be nested at most %d deep".formatted(Atlas.MOST_LEVELS));
        }
        section.end();
    }

    private static LocationKind kind(Section section) {
        return section.get("kind").map(it -> it.choice(LocationKind.class)).orElse(LocationKind.HOME);
    }

    private static int near(int parent, Section section, String key) {
        int at = section.number(key, -MAX_METERS, MAX_METERS, parent);
        if (Math.abs(at - parent) <= Atlas.FARTHEST_WITHIN_METERS) {
            return at;
        }
        section.faults()
                .add(
                        section.place(key),
                        "must be within %d m of the place around it, which is at %d: %d"
                                .formatted(Atlas.FARTHEST_WITHIN_METERS, parent, at));
        return parent;
    }

    /// Stands in for a street that is missing, so that reading can go on.
    private static Atlas.Location aStreet(String neighborhood) {
        return new Atlas.Location(
                Ids.location(neighborhood), neighborhood, LocationKind.STREET, 0, 0, 1, List.of(Hours.ALWAYS));
    }
}
