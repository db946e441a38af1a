package city.world.domain.almanac;

import city.world.Happening;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldEvent;
import city.world.domain.Nesting;
import city.world.domain.Places;
import java.util.List;
import java.util.UUID;

/// Which locations lie in a place, be it a location, a neighborhood, a district or the whole city: no two of them have
/// one id.
public final class Areas {
    private static final int NOWHERE = -1;

    /// Where a crowd finds room, the best first.
    private static final List<LocationKind> VENUES = List.of(
            LocationKind.SQUARE,
            LocationKind.PARK,
            LocationKind.WATERSIDE,
            LocationKind.HALL,
            LocationKind.FARM,
            LocationKind.STREET);

    private final Places places;

    public Areas(Places places) {
        this.places = places;
    }

    public boolean exists(UUID place) {
        if (place.equals(WorldEvent.WORLD)) {
            return places.count() > 0;
        }
        for (int row = 0; row < places.count(); row++) {
            if (covers(place, row)) {
                return true;
            }
        }
        return false;
    }

    public boolean covers(UUID place, int location) {
        return place.equals(WorldEvent.WORLD)
                || place.equals(places.districtId(places.districtOf(location)))
                || place.equals(places.neighborhoodIdOf(location))
                || isIn(place, location);
    }

    /// Whether it is the location, or one around it.
    private boolean isIn(UUID place, int location) {
        for (int around = location;
                around != Nesting.NOTHING;
                around = places.nesting().parentOf(around)) {
            if (place.equals(places.location(around).id().value())) {
                return true;
            }
        }
        return false;
    }

    /// @return a location's row, or -1 when there is no such place
    public int venueOf(UUID place) {
        int itself = places.rowOf(new LocationId(place));
        if (itself != NOWHERE) {
            return itself;
        }
        int best = NOWHERE;
        int bestRank = Integer.MAX_VALUE;
        for (int row = 0; row < places.count(); row++) {
            int rank = VENUES.indexOf(places.location(row).kind());
            if (rank >= 0 && rank < bestRank && covers(place, row)) {
                best = row;
                bestRank = rank;
            }
        }
        return best;
    }

    /// Where something befalls the city: a fire a building, all else a district.
    ///
    /// @param draw evenly drawn
    public UUID any(Happening.Kind kind, long draw) {
        if (kind == Happening.Kind.FIRE) {
            int first = (int) Math.floorMod(draw >>> 1, (long) places.count());
            for (int i = 0; i < places.count(); i++) {
                var location = places.location((first + i) % places.count());
                if (kind.shuts(location.kind())) {
                    return location.id().value();
                }
            }
        }
        return places.districtId((int) Math.floorMod(draw >>> 1, (long) places.districts()));
    }
}
