package city.adapter.scenario.generate;

import city.world.Hours;
import city.world.LocationKind;
import java.util.List;

/// What there is one of for so many residents of a district, at least one.
///
/// @param firm the number of the firm that works there among the rule's firms; {@link #NO_FIRM} for none
public record PlaceRule(String name, LocationKind kind, int oneFor, int capacity, List<Hours> hours, int firm) {
    public static final int NO_FIRM = -1;

    public PlaceRule {
        hours = List.copyOf(hours);
    }

    int countFor(int residents) {
        return (int) Math.max(1, ((long) residents * 2 + oneFor) / (2L * oneFor));
    }
}
