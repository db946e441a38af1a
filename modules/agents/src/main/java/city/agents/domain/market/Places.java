package city.agents.domain.market;

import city.world.World;

/// What can be told of places.
public final class Places {
    private Places() {}

    /// Whether somebody closed a place whatever its hours say: it would not open even when they begin. One without
    /// hours cannot be told, and counts as not shut.
    public static boolean isShut(World world, int place) {
        var hours = world.location(place).hours();
        if (hours.isEmpty()) {
            return false;
        }
        var first = hours.getFirst();
        return !world.opens(place, Integer.numberOfTrailingZeros(first.days()), first.fromMinute());
    }
}
