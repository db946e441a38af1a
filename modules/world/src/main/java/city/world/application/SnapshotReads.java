package city.world.application;

import city.world.Almanac;
import city.world.Atlas.Location;
import city.world.Happening;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.WorldReads;
import city.world.domain.Census;
import city.world.domain.Places;
import city.world.domain.PlacesView;
import city.world.domain.Presence;
import city.world.domain.PresenceView;
import city.world.domain.Sky;
import city.world.domain.almanac.Areas;
import city.world.domain.almanac.Holidays;
import city.world.domain.almanac.Running;
import city.world.kernel.state.Snapshot;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Answers readers from the views of a snapshot; of the live objects it uses the declared columns, the growing maps
/// of ids and the clock, which are safe to share. The census of the last view asked for is kept, for most readers ask
/// for the newest.
final class SnapshotReads implements WorldReads {
    private final Present present;
    private final Places places;
    private final Sky sky;
    private final Presence presence;
    private final Holidays holidays;
    private final Running running;
    private final Areas areas;
    private volatile @Nullable Census lastCensus;

    SnapshotReads(
            Present present,
            Places places,
            Sky sky,
            Presence presence,
            Holidays holidays,
            Running running,
            Areas areas) {
        this.present = present;
        this.places = places;
        this.sky = sky;
        this.presence = presence;
        this.holidays = holidays;
        this.running = running;
        this.areas = areas;
    }

    @Override
    public WorldState now(Snapshot snapshot) {
        var clock = present.clock();
        var reading = sky.in(snapshot);
        return new WorldState(
                snapshot.tick(),
                clock.at(snapshot.tick()),
                TimeOfDay.at(clock.minuteOfDay(snapshot.tick())),
                reading.weather(),
                clock.at(reading.sinceTick()),
                census(snapshot, places.in(snapshot)).present());
    }

    @Override
    public List<DistrictState> districts(Snapshot snapshot) {
        var map = places.in(snapshot);
        return districts(map, census(snapshot, map));
    }

    @Override
    public Optional<DistrictState> findDistrict(Snapshot snapshot, UUID id) {
        var map = places.in(snapshot);
        int row = map.districtRowOf(id);
        return row < 0
                ? Optional.empty()
                : Optional.of(districts(map, census(snapshot, map)).get(row));
    }

    @Override
    public List<LocationState> locations(Snapshot snapshot) {
        var map = places.in(snapshot);
        var census = census(snapshot, map);
        var day = day(snapshot);
        return IntStream.range(0, map.locations())
                .mapToObj(row -> location(day, map, census, row))
                .toList();
    }

    @Override
    public Optional<LocationState> findLocation(Snapshot snapshot, LocationId id) {
        var map = places.in(snapshot);
        int row = map.locationRowOf(id);
        return row < 0 ? Optional.empty() : Optional.of(location(day(snapshot), map, census(snapshot, map), row));
    }

    /// Cheaper than one after another.
    @Override
    public List<LocationState> findLocations(Snapshot snapshot, Collection<LocationId> ids) {
        var map = places.in(snapshot);
        var census = census(snapshot, map);
        var day = day(snapshot);
        var found = new ArrayList<LocationState>(ids.size());
        for (var id : ids) {
            int row = map.locationRowOf(id);
            if (row >= 0) {
                found.add(location(day, map, census, row));
            }
        }
        return found;
    }

    @Override
    public LocationId locationAt(Snapshot snapshot, int row) {
        return places.in(snapshot).locationId(row);
    }

    @Override
    public Optional<Whereabouts> whereIs(Snapshot snapshot, ResidentId resident) {
        var who = presence.in(snapshot);
        int slot = who.slotOf(resident);
        return slot < 0 || who.isGone(slot)
                ? Optional.empty()
                : Optional.of(whereabouts(places.in(snapshot), who, slot));
    }

    @Override
    public List<ResidentId> residentsAt(Snapshot snapshot, LocationId location) {
        var map = places.in(snapshot);
        int row = map.locationRowOf(location);
        if (row < 0) {
            return List.of();
        }
        var who = presence.in(snapshot);
        return new Crowd(who, census(who, map).slotsAt(row));
    }

    @Override
    public int slotOf(Snapshot snapshot, ResidentId resident) {
        return presence.in(snapshot).slotOf(resident);
    }

    @Override
    public Positions positions(Snapshot snapshot) {
        return presence.in(snapshot);
    }

    /// Ids are made of slots as they are asked for, for hardly anybody looks at all of them.
    private static final class Crowd extends AbstractList<ResidentId> implements RandomAccess {
        private final PresenceView who;
        private final int[] slots;

        Crowd(PresenceView who, int[] slots) {
            this.who = who;
            this.slots = slots;
        }

        @Override
        public ResidentId get(int index) {
            return who.residentAt(slots[index]);
        }

        @Override
        public int size() {
            return slots.length;
        }
    }

    private List<DistrictState> districts(PlacesView map, Census census) {
        var neighborhoods = new ArrayList<List<NeighborhoodState>>();
        for (int district = 0; district < map.districts(); district++) {
            neighborhoods.add(new ArrayList<>());
        }
        var ids = map.locationIdsByNeighborhood();
        for (int row = 0; row < map.neighborhoods(); row++) {
            neighborhoods
                    .get(map.districtOfNeighborhood(row))
                    .add(new NeighborhoodState(
                            map.neighborhoodId(row), map.neighborhoodName(row), List.copyOf(ids.get(row))));
        }
        var crowds = new int[map.districts()];
        for (int row = 0; row < map.locations(); row++) {
            crowds[map.districtOf(row)] += census.at(row);
        }
        return IntStream.range(0, map.districts())
                .mapToObj(district -> new DistrictState(
                        map.districtId(district),
                        map.districtName(district),
                        List.copyOf(neighborhoods.get(district)),
                        crowds[district]))
                .toList();
    }

    private LocationState location(Day day, PlacesView map, Census census, int row) {
        var location = map.location(row);
        int neighborhood = map.neighborhoodOf(row);
        int district = map.districtOfNeighborhood(neighborhood);
        var closedBecause = closedBecause(day, map, location, row);
        return new LocationState(
                location,
                map.districtId(district),
                map.districtName(district),
                map.neighborhoodId(neighborhood),
                closedBecause.isEmpty() && map.opens(location, row, day.weekday(), day.minute()),
                closedBecause,
                census.at(row),
                census.between(row, map.lastWithin(row)),
                map.childrenOf(row));
    }

    private Optional<String> closedBecause(Day day, PlacesView map, Location location, int row) {
        var order = map.closedBecause(row);
        if (!order.isEmpty()) {
            return Optional.of(order);
        }
        return day.running().stream()
                .filter(it -> it.kind().shuts(location.kind()) && areas.covers(it.place(), row))
                .map(Happening::name)
                .findFirst();
    }

    private Day day(Snapshot snapshot) {
        var clock = present.clock();
        long day = clock.day(snapshot.tick());
        int weekday = holidays.nameOf(snapshot, day).isPresent()
                ? Almanac.SUNDAY
                : clock.dayOfWeek(snapshot.tick()).ordinal();
        return new Day(weekday, clock.minuteOfDay(snapshot.tick()), running.in(snapshot));
    }

    /// @param weekday as which it is lived, 0 for Monday
    private record Day(int weekday, int minute, List<Happening> running) {}

    private Whereabouts whereabouts(PlacesView map, PresenceView who, int slot) {
        int location = who.locationOf(slot);
        if (location != Presence.NOWHERE) {
            return new Whereabouts(
                    map.locationId(location),
                    map.districtId(map.districtOf(location)),
                    Optional.empty(),
                    Optional.empty());
        }
        int origin = who.originOf(slot);
        return new Whereabouts(
                map.locationId(origin),
                map.districtId(map.districtOf(origin)),
                Optional.of(map.locationId(who.destinationOf(slot))),
                Optional.of(present.clock().at(who.arrivalOf(slot))));
    }

    private Census census(Snapshot snapshot, PlacesView map) {
        return census(presence.in(snapshot), map);
    }

    private Census census(PresenceView who, PlacesView map) {
        var last = lastCensus;
        if (last != null && last.counts(who, map.locations())) {
            return last;
        }
        var counted = Census.of(who, map.locations());
        lastCensus = counted;
        return counted;
    }
}
