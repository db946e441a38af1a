package city.economy.application;

import city.world.Atlas;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.World;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/// Twenty locations that are always open until the test shuts them. Nobody moves.
final class FakeWorld implements World {
    static final int LOCATIONS = 20;

    final BitSet shut = new BitSet();

    static LocationId locationId(int row) {
        return new LocationId(new UUID(0x10c_8000L, row));
    }

    @Override
    public boolean isOpen(int location) {
        return !shut.get(location);
    }

    @Override
    public boolean opens(int location, int dayOfWeek, int minuteOfDay) {
        return !shut.get(location);
    }

    @Override
    public int rowOf(LocationId location) {
        long row = location.value().getLeastSignificantBits();
        return row >= 0 && row < LOCATIONS && location.equals(locationId((int) row)) ? (int) row : NOWHERE;
    }

    @Override
    public Atlas.Location location(int row) {
        return new Atlas.Location(locationId(row), "place " + row, LocationKind.SHOP, 0, 0, 10, List.of(Hours.ALWAYS));
    }

    @Override
    public int locations() {
        return LOCATIONS;
    }

    @Override
    public int enter(ResidentId resident, int location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void leave(int slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TravelResult travel(int slot, int destination) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int slotOf(ResidentId resident) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ResidentId residentAt(int slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int population() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int locationOf(int slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long arrivalOf(int slot) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int[] arrivedNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int[] othersAt(int location, int slot, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int crowdAt(int location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Weather weather() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TimeOfDay timeOfDay() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int streetOf(int location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int lastWithin(int location) {
        return location;
    }

    @Override
    public UUID districtOf(int location) {
        return new UUID(0xd15_8000L, 1);
    }

    @Override
    public List<Integer> nearest(int location, LocationKind kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int minutesBetween(int from, int to) {
        throw new UnsupportedOperationException();
    }
}
