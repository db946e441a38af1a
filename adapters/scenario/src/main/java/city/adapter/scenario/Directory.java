package city.adapter.scenario;

import city.adapter.scenario.text.Maybe;
import city.adapter.scenario.text.Place;
import city.adapter.scenario.text.Section;
import city.adapter.scenario.text.Value;
import city.economy.JobId;
import city.world.LocationId;
import city.world.LocationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scenario names, by kind: names are unique within their kind, and references are by name.
final class Directory {
    static final int MAX_NAME_LENGTH = 100;

    private final Map<String, Map<String, Place>> named = new HashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();
    private final Map<String, Opening> openings = new LinkedHashMap<>();

    /// A location, and where on the map it belongs.
    ///
    /// @param around the places that it lies within, outermost first
    record Spot(LocationId id, String name, LocationKind kind, int capacity, String district, List<Spot> around) {
        Spot {
            around = List.copyOf(around);
        }

        /// A place within this one.
        Spot with(LocationId id, String name, LocationKind kind, int capacity) {
            var places = new ArrayList<>(around);
            places.add(this);
            return new Spot(id, name, kind, capacity, district, places);
        }
    }

    /// A job with its places.
    ///
    /// @param name `Firm / Title`
    record Opening(JobId id, String name, int places, String district) {}

    /// Reads a section's name, which none of its kind may have already.
    String name(String kind, Section section) {
        var name = section.text("name", MAX_NAME_LENGTH);
        enter(kind, name, section.place("name"), section);
        return name;
    }

    void enter(String kind, String name, Place place, Section section) {
        var first = named(kind).putIfAbsent(name, place);
        if (first != null && !name.equals("?")) {
            section.faults()
                    .add(
                            place,
                            "must be unique: \"%s\" is the name of a %s on line %d"
                                    .formatted(name, kind, first.line()));
        }
    }

    void add(Spot spot) {
        spots.putIfAbsent(spot.name(), spot);
    }

    void add(Opening opening) {
        openings.putIfAbsent(opening.name(), opening);
    }

    /// Whether something of the kind has the name; if not, that is a fault.
    boolean knows(String kind, Value reference) {
        return knows(kind, reference.raw(), reference);
    }

    boolean knows(String kind, String name, Value reference) {
        var known = named(kind).keySet();
        if (!known.contains(name)) {
            reference.refuse("must name a %s: \"%s\".%s".formatted(kind, name, Maybe.meant(name, known)));
        }
        return known.contains(name);
    }

    Optional<Spot> spot(Value reference) {
        return knows("location", reference) ? Optional.ofNullable(spots.get(reference.raw())) : Optional.empty();
    }

    Optional<Opening> opening(String name, Value reference) {
        return knows("job", name, reference) ? Optional.ofNullable(openings.get(name)) : Optional.empty();
    }

    /// In the order of the file.
    Map<String, Spot> spots() {
        return spots;
    }

    /// In the order of the file.
    Map<String, Opening> openings() {
        return openings;
    }

    private Map<String, Place> named(String kind) {
        return named.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    }
}
