package city.agents.application.minds;

import city.agents.domain.prompt.NightScene.Price;
import city.agents.domain.prompt.Scene.Opening;
import city.economy.EconomyReads;
import city.economy.EconomyReads.FirmState;
import city.economy.EconomyReads.JobState;
import city.economy.Money;
import city.world.Atlas.Location;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldReads;
import city.world.WorldReads.LocationState;
import city.world.kernel.state.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BinaryOperator;

/// What everybody in the city could know of it: which places are near to which, and where somebody is wanted. Found
/// once an hour, by whoever is first to look in it, so that no question costs more in a larger city: all places and
/// firms
/// are gone through for it. Hours begin at the same ticks in every city, so a fork knows what its first city knows, but
/// for the rest of the hour in which they parted. Safe from any thread.
final class Guide {
    /// Ticks after which a place that was built, or a job that was filled, is known.
    private static final int NEWS_EVERY = 12;

    /// Those of before are for who was asked at the end of an hour.
    private static final int EDITIONS = 2;

    private static final int NEAR = 6;
    private static final int OPENINGS = 5;

    private final WorldReads world;
    private final EconomyReads economy;

    /// By the number of the hour.
    private final ConcurrentSkipListMap<Long, Edition> editions = new ConcurrentSkipListMap<>();

    Guide(WorldReads world, EconomyReads economy) {
        this.world = world;
        this.economy = economy;
    }

    /// The nearest places that anybody may go to, one of each kind.
    List<Location> near(Snapshot snapshot, LocationId here) {
        var current = at(snapshot);
        return current.near().computeIfAbsent(here, it -> nearest(snapshot, current.open(), it));
    }

    /// Jobs with a free place, the best paid first.
    List<Opening> openings(Snapshot snapshot) {
        return at(snapshot).openings();
    }

    /// The goods and the least that each costs anywhere, by name.
    List<Price> prices(Snapshot snapshot) {
        return at(snapshot).prices();
    }

    private Edition at(Snapshot snapshot) {
        long hour = snapshot.tick() / NEWS_EVERY;
        var known = editions.get(hour);
        return known != null ? known : find(hour, snapshot);
    }

    private synchronized Edition find(long hour, Snapshot snapshot) {
        var known = editions.get(hour);
        if (known != null) {
            return known;
        }
        var open = openToAll(snapshot);
        var last = editions.isEmpty() ? Edition.NONE : editions.lastEntry().getValue();
        var near = open.equals(last.open()) ? last.near() : new ConcurrentHashMap<LocationId, List<Location>>();
        var firms = economy.firms(snapshot);
        var next = new Edition(open, openings(firms), prices(firms), near);
        editions.put(hour, next);
        if (editions.size() > EDITIONS) {
            editions.pollFirstEntry();
        }
        return next;
    }

    private List<Location> openToAll(Snapshot snapshot) {
        return world.locations(snapshot).stream()
                .map(LocationState::location)
                .filter(it -> isForAll(it.kind()))
                .toList();
    }

    private static List<Opening> openings(List<FirmState> firms) {
        var openings = new ArrayList<Opening>();
        for (var firm : firms) {
            for (JobState job : firm.jobs()) {
                if (job.taken() < job.places()) {
                    openings.add(new Opening(job.id(), job.title(), firm.name(), job.hourlyWage()));
                }
            }
        }
        openings.sort(Comparator.comparing((Opening it) -> it.hourlyWage().minor())
                .reversed()
                .thenComparing(it -> it.id().value()));
        return List.copyOf(openings.subList(0, Math.min(OPENINGS, openings.size())));
    }

    private static List<Price> prices(List<FirmState> firms) {
        var least = new TreeMap<String, Money>();
        firms.stream()
                .flatMap(it -> it.sales().stream())
                .forEach(it -> least.merge(it.good(), it.price(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        return least.entrySet().stream()
                .map(it -> new Price(it.getKey(), it.getValue()))
                .toList();
    }

    private List<Location> nearest(Snapshot snapshot, List<Location> open, LocationId here) {
        return world.findLocation(snapshot, here)
                .map(it -> nearest(open, it.location()))
                .orElse(List.of());
    }

    private static List<Location> nearest(List<Location> open, Location from) {
        var nearer = Comparator.comparingLong((Location it) -> squaredMeters(from, it))
                .thenComparing(it -> it.id().value());
        var ofEachKind = new EnumMap<LocationKind, Location>(LocationKind.class);
        for (var place : open) {
            if (!place.id().equals(from.id())) {
                ofEachKind.merge(place.kind(), place, BinaryOperator.minBy(nearer));
            }
        }
        return ofEachKind.values().stream().sorted(nearer).limit(NEAR).toList();
    }

    private static boolean isForAll(LocationKind kind) {
        return switch (kind) {
            case SQUARE, PARK, WATERSIDE, CHAPEL, LIBRARY, TAVERN, EATERY, SHOP, CLINIC, SCHOOL -> true;
            case HOME, STREET, WORKSHOP, FARM, MILL, HALL, OFFICE -> false;
        };
    }

    private static long squaredMeters(Location a, Location b) {
        long x = a.xMeters() - b.xMeters();
        long y = a.yMeters() - b.yMeters();
        return x * x + y * y;
    }

    /// @param open places that anybody may go to
    /// @param near filled as it is asked for; goes on as long as the same places are there
    private record Edition(
            List<Location> open,
            List<Opening> openings,
            List<Price> prices,
            ConcurrentHashMap<LocationId, List<Location>> near) {
        static final Edition NONE = new Edition(List.of(), List.of(), List.of(), new ConcurrentHashMap<>());
    }
}
