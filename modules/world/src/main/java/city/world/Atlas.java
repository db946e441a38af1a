package city.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The map: districts of neighborhoods of locations. In the founding command it says what to build; as an answer,
/// what is. No id is given to two things, of whatever kind, for ids are the subjects of events.
public record Atlas(List<District> districts) {
    /// Four times the metropolis we plan for; each location costs about 2 KB of lists of what is nearest.
    public static final int MOST_LOCATIONS = 20_000;

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
        }
    }

    /// @param xMeters  east of the map's origin, at most 1,000 km either way
    /// @param yMeters  north of the map's origin, at most 1,000 km either way
    /// @param capacity how many may be inside at once, at least 1
    /// @param hours    when it is open; none means never
    public record Location(
            LocationId id, String name, LocationKind kind, int xMeters, int yMeters, int capacity, List<Hours> hours) {
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

        private static void mustBeOnTheMap(String name, int meters) {
            if (Math.abs((long) meters) > FARTHEST_METERS) {
                throw new IllegalArgumentException("%s must be within %d: %d".formatted(name, FARTHEST_METERS, meters));
            }
        }
    }
}
