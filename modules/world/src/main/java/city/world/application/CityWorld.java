package city.world.application;

import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.World;
import city.world.domain.Places;
import city.world.domain.Presence;
import city.world.domain.Sky;
import city.world.domain.Walk;
import city.world.domain.almanac.Running;
import java.util.List;
import java.util.UUID;

/// The world to other modules. The clock is the one that the last phase, handler or load showed.
final class CityWorld implements World {
    private final Present present;
    private final Places places;
    private final Sky sky;
    private final Presence presence;
    private final Arrivals arrivals;
    private final Running running;

    CityWorld(Present present, Places places, Sky sky, Presence presence, Arrivals arrivals, Running running) {
        this.present = present;
        this.places = places;
        this.sky = sky;
        this.presence = presence;
        this.arrivals = arrivals;
        this.running = running;
    }

    @Override
    public int enter(ResidentId resident, int location) {
        return presence.enter(resident, location);
    }

    @Override
    public void leave(int slot) {
        presence.leave(slot);
    }

    @Override
    public TravelResult travel(int slot, int destination) {
        presence.mustBeInTheCity(slot);
        int origin = presence.locationOf(slot);
        if (origin == NOWHERE) {
            return new TravelResult.OnTheWayAlready(presence.arrivalOf(slot));
        }
        if (origin == destination) {
            return new TravelResult.AlreadyThere();
        }
        long arrival = present.tick() + present.clock().ticksFor(minutesBetween(origin, destination));
        presence.depart(slot, destination, present.tick(), arrival);
        return new TravelResult.OnTheWay(arrival);
    }

    @Override
    public int slotOf(ResidentId resident) {
        return presence.slotOf(resident);
    }

    @Override
    public ResidentId residentAt(int slot) {
        return presence.residentAt(slot);
    }

    @Override
    public int population() {
        return presence.population();
    }

    @Override
    public int locationOf(int slot) {
        return presence.locationOf(slot);
    }

    @Override
    public long arrivalOf(int slot) {
        return presence.arrivalOf(slot);
    }

    @Override
    public int[] arrivedNow() {
        return arrivals.now();
    }

    @Override
    public int[] othersAt(int location, int slot, int limit) {
        return presence.othersAt(location, slot, limit, present.tick());
    }

    @Override
    public int crowdAt(int location) {
        return presence.crowdAt(location);
    }

    @Override
    public Weather weather() {
        return sky.weather();
    }

    @Override
    public TimeOfDay timeOfDay() {
        return TimeOfDay.at(present.minuteOfDay());
    }

    @Override
    public boolean isOpen(int location) {
        return opens(location, present.dayOfWeek(), present.minuteOfDay());
    }

    @Override
    public boolean opens(int location, int dayOfWeek, int minuteOfDay) {
        return !running.isShut(location) && places.opens(location, dayOfWeek, minuteOfDay);
    }

    @Override
    public int rowOf(LocationId location) {
        return places.rowOf(location);
    }

    @Override
    public Atlas.Location location(int row) {
        return places.location(row);
    }

    @Override
    public int locations() {
        return places.count();
    }

    @Override
    public int streetOf(int location) {
        return places.streetOf(location);
    }

    @Override
    public int lastWithin(int location) {
        return places.nesting().lastWithin(location);
    }

    @Override
    public UUID districtOf(int location) {
        return places.districtId(places.districtOf(location));
    }

    @Override
    public List<Integer> nearest(int location, LocationKind kind) {
        return places.nearest(location, kind);
    }

    @Override
    public int minutesBetween(int from, int to) {
        return from != to && places.nesting().areUnderOneRoof(from, to)
                ? 1
                : Walk.minutes(places.location(from), places.location(to), sky.weather());
    }
}
