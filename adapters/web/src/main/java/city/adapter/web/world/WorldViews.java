package city.adapter.web.world;

import city.adapter.web.world.WorldView.Clock;
import city.adapter.web.world.WorldView.OpeningHours;
import city.agents.AgentsReads.Census;
import city.world.Hours;
import city.world.LocationId;
import city.world.WorldReads.DistrictState;
import city.world.WorldReads.LocationState;
import city.world.WorldReads.WorldState;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Pace;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Shows the world's things.
public final class WorldViews {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MINUTES_PER_DAY = 1440;

    private WorldViews() {}

    /// The city as a whole.
    public static WorldView.Now now(Kernel kernel, WorldState world, Census census) {
        return new WorldView.Now(
                kernel.genesis().name(),
                world.tick(),
                world.time(),
                word(world.timeOfDay()),
                word(world.weather()),
                census.active(),
                census.population(),
                kernel.pace().running(),
                speed(kernel.pace()));
    }

    static WorldView.Sky sky(WorldState world) {
        return new WorldView.Sky(
                word(world.weather()), world.weatherSince(), world.weather().isFoul(), world.time());
    }

    static WorldView.District district(DistrictState state) {
        var neighborhoods = state.neighborhoods().stream()
                .map(it -> new WorldView.Neighborhood(
                        it.id(),
                        it.name(),
                        it.locations().stream().map(LocationId::value).toList()))
                .toList();
        return new WorldView.District(state.id(), state.name(), state.present(), neighborhoods);
    }

    static WorldView.Location location(LocationState state) {
        var location = state.location();
        return new WorldView.Location(
                location.id().value(),
                location.name(),
                word(location.kind()),
                location.xMeters(),
                location.yMeters(),
                location.capacity(),
                state.present(),
                state.within(),
                state.open(),
                state.closedBecause().orElse(null),
                location.hours().stream().map(WorldViews::hours).toList(),
                state.district(),
                state.districtName(),
                state.neighborhood(),
                location.parent().map(LocationId::value).orElse(null),
                state.children().stream().map(LocationId::value).toList());
    }

    static Clock clock(Kernel kernel) {
        return new Clock(kernel.snapshot().tick(), kernel.pace().running(), speed(kernel.pace()));
    }

    private static OpeningHours hours(Hours hours) {
        var days = IntStream.range(0, DAYS.size())
                .filter(hours::has)
                .mapToObj(DAYS::get)
                .toList();
        return new OpeningHours(days, time(hours.fromMinute()), time(hours.toMinute()));
    }

    /// The end of a day that is open to its end is 24:00, as ISO 8601 once wrote it.
    private static String time(int minute) {
        int ofDay = minute > MINUTES_PER_DAY ? minute - MINUTES_PER_DAY : minute;
        return "%02d:%02d".formatted(ofDay / 60, ofDay % 60);
    }

    private static Object speed(Pace pace) {
        double speed = pace.ticksPerSecond();
        return Double.isInfinite(speed) ? ClockController.MAX : speed;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
