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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What everybody in the city could know of it: which places are near to which, and where somebody is wanted. Found
/// once and kept for a while, so that no question costs more in a larger city. Safe from any thread.
final class Guide {
    /// Ticks after which a place that was built, or a job that was filled, is known.
    private static final int NEWS_EVERY = 12;

    private static final int NEAR = 6;
    private static final int OPENINGS = 5;

    private final WorldReads world;
    private final EconomyReads economy;
    private volatile Edition edition = Edition.NONE;

    Guide(WorldReads world, EconomyReads economy) {
        this.world = world;
        this.economy = economy;
    }

    /// The nearest places that anybody may go to, one of each kind.
    List<Location> near(Snapshot snapshot, LocationId here) {
        var current = at(snapshot);
        return current.near().computeIfAbsent(here, it -> nearest(current.places(), it));
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
        var current = edition;
        if (snapshot.tick() >= current.tick() && snapshot.tick() < current.tick() + NEWS_EVERY) {
            return current;
        }
        var firms = economy.firms(snapshot);
        var next = new Edition(
                snapshot.tick(), places(snapshot), openings(firms), prices(firms), new ConcurrentHashMap<>());
        edition = next;
        return next;
    }

    private Map<LocationId, Location> places(Snapshot snapshot) {
        var places = new HashMap<LocationId, Location>();
        for (LocationState state : world.locations(snapshot)) {
            places.put(state.location().id(), state.location());
        }
        return places;
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

    private static List<Location> nearest(Map<LocationId, Location> places, LocationId here) {
        var from = places.get(here);
        if (from == null) {
            return List.of();
        }
        var kinds = EnumSet.noneOf(LocationKind.class);
        return places.values().stream()
                .filter(it -> isForAll(it.kind()) && !it.id().equals(here))
                .sorted(Comparator.comparingLong((Location it) -> squaredMeters(from, it))
                        .thenComparing(it -> it.id().value()))
                .filter(it -> kinds.add(it.kind()))
                .limit(NEAR)
                .toList();
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

    /// @param near filled as it is asked for
    private record Edition(
            long tick,
            Map<LocationId, Location> places,
            List<Opening> openings,
            List<Price> prices,
            ConcurrentHashMap<LocationId, List<Location>> near) {
        static final Edition NONE =
                new Edition(Long.MIN_VALUE / 2, Map.of(), List.of(), List.of(), new ConcurrentHashMap<>());
    }
}
