package city.economy.application;

import city.world.Almanac;
import city.world.Happening;
import java.util.List;
import java.util.UUID;

/// Ordinary weeks, and whatever goes on that the test says.
final class FakeAlmanac implements Almanac {
    List<Happening> running = List.of();
    int venue = -1;

    @Override
    public int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }

    @Override
    public boolean isHoliday(long day) {
        return false;
    }

    @Override
    public List<Happening> running() {
        return running;
    }

    @Override
    public List<Occasion> today() {
        return List.of();
    }

    @Override
    public boolean covers(UUID place, int location) {
        return location == venue;
    }

    @Override
    public int venueOf(UUID place) {
        return venue;
    }
}
