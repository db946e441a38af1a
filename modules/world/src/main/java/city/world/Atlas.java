package city.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The map: districts of neighborhoods of locations. In the founding command it says what to build; as an answer,
/// what is. No id is given to two things, of whatever kind, for ids are the subjects of events.
///
/// Locations may lie within one another: rooms in a house, offices in a tower. What lies within a place follows it in
/// the list, before anything that does not, so that the places within one are always neighbours in the list.
public record Atlas(List<District> districts) {
    /// Twice the megacity we plan for; each location costs some 500 bytes.
    public static final int MOST_LOCATIONS = 100_000;

    /// A tower, a floor, an office, a desk, a drawer: nobody draws a map deeper.
    public static final int MOST_LEVELS = 5;

    /// How far from the point of a place what lies within it may be drawn, along each axis: the far side of a large
    /// park.
    public static final int FARTHEST_WITHIN_METERS = 500;

    public Atlas {
        districts = List.copyOf(districts);
        var ids = new HashSet<UUID>();
        int locations = 0;
        for (var district : districts) {
            claim(ids, district.id());
            for (var neighborhood : district.neighborhoods()) {
                claim(ids, neighborhood.id());
                neighborhood
                        .locations()
                        .forEach(location -> claim(ids, location.id().value()));
                locations += neighborhood.locations().size();
            }
        }
        if (locations > MOST_LOCATIONS) {
            throw new IllegalArgumentException("locations must be at most %d: %d".formatted(MOST_LOCATIONS, locations));
        }
    }

    private static void claim(Set<UUID> ids, UUID id) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("id must be given once in an atlas: " + id);
        }
    }

    public record District(UUID id, String name, List<Neighborhood> neighborhoods) {
        public District {
            neighborhoods = List.copyOf(neighborhoods);
        }
    }

    /// Every neighborhood has a location of kind {@link LocationKind#STREET}, where those stand who are turned away.
    public record Neighborhood(UUID id, String name, List<Location> locations) {
        public Neighborhood {
            locations = List.copyOf(locations);
            if (locations.stream().noneMatch(it -> it.kind() == LocationKind.STREET)) {
                throw new IllegalArgumentException(
                        "locations of neighborhood %s must have one of kind street".formatted(name));
            }
            requireNesting(locations);
        }

        private static void requireNesting(List<Location> locations) {
            Deque<Location> around = new ArrayDeque<>();
            for (var location : locations) {
                location.parent().ifPresentOrElse(it -> leaveUntil(around, it, location), around::clear);
                if (!around.isEmpty()) {
                    requireWithin(location, around.getLast());
                }
                around.addLast(location);
                if (around.size() > MOST_LEVELS) {
                    throw new IllegalArgumentException("locations must lie within one another at most %d deep: %s"
                            .formatted(MOST_LEVELS, location.name()));
                }
            }
        }

        private static void leaveUntil(Deque<Location> around, LocationId parent, Location child) {
            while (!around.isEmpty() && !around.getLast().id().equals(parent)) {
                around.removeLast();
            }
            if (around.isEmpty()) {
                throw new IllegalArgumentException(
                        "a location must follow the one that it lies within: " + child.name());
            }
        }

        private static void requireWithin(Location child, Location parent) {
            int east = Math.abs(child.xMeters() - parent.xMeters());
            int north = Math.abs(child.yMeters() - parent.yMeters());
            if (Math.max(east, north) > FARTHEST_WITHIN_METERS) {
                throw new IllegalArgumentException("a location must lie within %d m of the one around it: %s"
                        .formatted(FARTHEST_WITHIN_METERS, child.name()));
            }
            if (child.kind() == LocationKind.STREET) {
                throw new IllegalArgumentException("a street must not lie within another place: " + child.name());
            }
        }
    }

    /// @param xMeters  east of the map's origin, at most 1,000 km either way
    /// @param yMeters  north of the map's origin, at most 1,000 km either way
    /// @param capacity how many may be inside at once, at least 1
    /// @param hours    when it is open; none means never
    /// @param parent   the place that it lies within: who is here is in there too, and fills its capacity
    public record Location(
            LocationId id,
            String name,
            LocationKind kind,
            int xMeters,
            int yMeters,
            int capacity,
            List<Hours> hours,
            Optional<LocationId> parent) {
        /// The map's half side: squares of distances on it are exact in a long and in a double.
        private static final int FARTHEST_METERS = 1_000_000;

        public Location {
            hours = List.copyOf(hours);
            mustBeOnTheMap("x_meters", xMeters);
            mustBeOnTheMap("y_meters", yMeters);
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
            }
        }

        /// A location that lies within no other.
        public Location(
                LocationId id,
                String name,
                LocationKind kind,
                int xMeters,
                int yMeters,
                int capacity,
                List<Hours> hours) {
            this(id, name, kind, xMeters, yMeters, capacity, hours, Optional.empty());
        }

        private static void mustBeOnTheMap(String name, int meters) {
            if (Math.abs((long) meters) > FARTHEST_METERS) {
                throw new IllegalArgumentException("%s must be within %d: %d".formatted(name, FARTHEST_METERS, meters));
            }
        }
    }
}
