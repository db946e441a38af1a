package city.social.application;

import city.world.Atlas;
import city.world.Hours;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.ResidentId;
import city.world.TimeOfDay;
import city.world.Weather;
import city.world.World;
import java.util.List;
import java.util.UUID;

/// Two hundred residents, all in the square until the test sends them to the park.
final class FakeWorld implements World {
    static final int SQUARE = 0;
    static final int PARK = 1;
    static final int RESIDENTS = 200;

    private final int[] at = new int[RESIDENTS];

    void send(int slot, int location) {
        at[slot] = location;
    }

    static ResidentId residentId(int slot) {
        return new ResidentId(new UUID(0x5e5_8000L, slot));
    }

    static LocationId locationId(int row) {
        return new LocationId(new UUID(0x10c_8000L, row));
    }

    @Override
    public boolean isOpen(int location) {
        return true;
    }

    @Override
    public boolean opens(int location, int dayOfWeek, int minuteOfDay) {
        return true;
    }

    @Override
    public int rowOf(LocationId location) {
        return (int) location.value().getLeastSignificantBits();
    }

    @Override
    public Atlas.Location location(int row) {
        return new Atlas.Location(
                locationId(row), "place " + row, LocationKind.SQUARE, 0, 0, 10, List.of(Hours.ALWAYS));
    }

    @Override
    public int locations() {
        return 2;
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
        long slot = resident.value().getLeastSignificantBits();
        return slot >= 0 && slot < RESIDENTS && resident.equals(residentId((int) slot)) ? (int) slot : NOWHERE;
    }

    @Override
    public ResidentId residentAt(int slot) {
        return residentId(slot);
    }

    @Override
    public int population() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int locationOf(int slot) {
        return at[slot];
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
        throw new UnsupportedOperationException();
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
