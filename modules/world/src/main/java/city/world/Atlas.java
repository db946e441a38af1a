package city.world;

import java.util.List;
import java.util.UUID;

/// The map: districts of neighborhoods of locations. In the founding command it says what to build; as an answer, what
// is.
public record Atlas(List<District> districts) {
    public Atlas {
        districts = List.copyOf(districts);
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

    /// @param xMeters  east of the map's origin
    /// @param yMeters  north of the map's origin
    /// @param capacity how many may be inside at once, at least 1
    /// @param hours    when it is open; none means never
    public record Location(
            LocationId id, String name, LocationKind kind, int xMeters, int yMeters, int capacity, List<Hours> hours) {
        public Location {
            hours = List.copyOf(hours);
            if (capacity < 1) {
                throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
            }
        }
    }
}
