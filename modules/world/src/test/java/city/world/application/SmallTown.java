package city.world.application;

import city.world.Atlas;
import city.world.Atlas.District;
import city.world.Atlas.Location;
import city.world.Atlas.Neighborhood;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import java.util.List;
import java.util.UUID;

/// A map of five places, which are also their numbers.
final class SmallTown {
    static final int STREET = 0;
    static final int HOME = 1;
    static final int TAVERN = 2;
    static final int SQUARE = 3;
    static final int FAR_STREET = 4;

    /// Open from 20:00 until 02:00 of the next day, on Fridays.
    static final Hours FRIDAY_NIGHT = new Hours(20 * 60, 26 * 60, 0b0010000);

    private SmallTown() {}

    static Atlas town() {
        var old = List.of(
                place(STREET, LocationKind.STREET, 0, 0, 1),
                place(HOME, LocationKind.HOME, 10, 0, 4),
                new Location(location(TAVERN), "place 2", LocationKind.TAVERN, 0, 20, 2, List.of(FRIDAY_NIGHT)),
                place(SQUARE, LocationKind.SQUARE, 10, 800, 5000));
        var young = List.of(place(FAR_STREET, LocationKind.STREET, 1000, -100, 100));
        return new Atlas(List.of(
                new District(id(90), "old", List.of(new Neighborhood(id(80), "center", old))),
                new District(id(91), "new", List.of(new Neighborhood(id(81), "edge", young)))));
    }

    static Location place(int number, LocationKind kind, int x, int y, int capacity) {
        return new Location(location(number), "place " + number, kind, x, y, capacity, List.of(Hours.ALWAYS));
    }

    static LocationId location(int number) {
        return new LocationId(id(number));
    }

    static ResidentId resident(int number) {
        return new ResidentId(id(1000 + number));
    }

    static UUID id(int number) {
        return new UUID(0x8000, number);
    }
}
