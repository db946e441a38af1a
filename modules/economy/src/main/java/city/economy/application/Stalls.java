package city.economy.application;

import city.economy.domain.Books;
import city.world.Almanac;
import city.world.Happening;
import city.world.LocationKind;
import city.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a market is held, the shops of its district sell from their stock as well. An index over what goes on: made
/// anew when that changes, on the city thread, and read by any.
final class Stalls {
    private static final int[] NONE = {};

    private final Books books;
    private final World world;
    private final Almanac almanac;
    private List<Happening> seen = List.of();
    private Map<Integer, int[]> byVenue = Map.of();

    Stalls(Books books, World world, Almanac almanac) {
        this.books = books;
        this.world = world;
        this.almanac = almanac;
    }

    /// On the city thread, before anything is bought and before anybody looks.
    void refresh() {
        var running = almanac.running();
        if (running.equals(seen)) {
            return;
        }
        seen = running;
        var stalls = new HashMap<Integer, int[]>();
        for (var happening : running) {
            int venue = almanac.venueOf(happening.place());
            if (happening.kind() == Happening.Kind.MARKET_DAY && venue != World.NOWHERE) {
                stalls.put(venue, productsFor(venue));
            }
        }
        byVenue = Map.copyOf(stalls);
    }

    void forget() {
        seen = List.of();
        byVenue = Map.of();
    }

    /// Rows of what is sold at a location: by good, the cheapest first, then by row. Not to be written to.
    int[] at(int location) {
        var own = books.trade().atLocation(location);
        return own.length > 0 || byVenue.isEmpty() ? own : byVenue.getOrDefault(location, NONE);
    }

    private int[] productsFor(int venue) {
        var rows = new ArrayList<Integer>();
        var district = world.districtOf(venue);
        for (int location = 0; location < world.locations(); location++) {
            boolean shop = world.location(location).kind() == LocationKind.SHOP;
            if (shop && world.districtOf(location).equals(district)) {
                for (int row : books.trade().atLocation(location)) {
                    rows.add(row);
                }
            }
        }
        return books.trade().cheapestFirst(rows);
    }
}
