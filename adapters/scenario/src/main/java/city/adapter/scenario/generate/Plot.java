package city.adapter.scenario.generate;

import city.world.Hours;
import city.world.LocationKind;
import java.util.List;

/// A place that was drawn, with the places within it.
///
/// @param firm as of its {@link PlaceRule}
public record Plot(
        String name,
        LocationKind kind,
        int xMeters,
        int yMeters,
        int capacity,
        List<Hours> hours,
        List<Plot> within,
        int firm) {
    public Plot {
        hours = List.copyOf(hours);
        within = List.copyOf(within);
    }

    static Plot home(String name, int capacity, List<Plot> within) {
        return new Plot(name, LocationKind.HOME, 0, 0, capacity, List.of(Hours.ALWAYS), within, PlaceRule.NO_FIRM);
    }

    /// The same at a place on the map, with all within it.
    Plot at(int x, int y) {
        var moved = within.stream().map(it -> it.at(x, y)).toList();
        return new Plot(name, kind, x, y, capacity, hours, moved, firm);
    }

    /// A district that was drawn.
    public record District(String name, int residents, List<Neighborhood> neighborhoods) {
        public District {
            neighborhoods = List.copyOf(neighborhoods);
        }
    }

    public record Neighborhood(String name, List<Plot> plots) {
        public Neighborhood {
            plots = List.copyOf(plots);
        }
    }
}
