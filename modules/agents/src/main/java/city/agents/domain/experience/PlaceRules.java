package city.agents.domain.experience;

import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Stakes.Role;
import city.world.Happening;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldEvent;
import city.world.WorldEvent.EventEnded;
import city.world.WorldEvent.EventStarted;
import city.world.WorldEvent.LocationClosed;
import city.world.WorldEvent.LocationReopened;
import java.util.UUID;

/// What goes on around residents, and where they work. What people come for is remembered by who is there at its end,
/// what breaks in by who is there at its beginning.
final class PlaceRules {
    private static final int WORK_CLOSED = 350;
    private static final int WORK_REOPENED = 250;

    private PlaceRules() {}

    static void note(WorldEvent event, long sequence, Scene scene, Diary diary) {
        switch (event) {
            case EventStarted it -> {
                if (!it.kind().draws()) {
                    witnessed(it.kind(), it.name(), it.place(), sequence, scene, diary);
                }
            }
            case EventEnded it -> {
                if (it.kind().draws()) {
                    witnessed(it.kind(), it.name(), it.place(), sequence, scene, diary);
                }
            }
            case LocationClosed it ->
                atWork(
                        it.location(),
                        WORK_CLOSED,
                        "%s, where I work, was closed: %s".formatted(it.name(), it.reason()),
                        scene,
                        diary);
            case LocationReopened it ->
                atWork(
                        it.location(),
                        WORK_REOPENED,
                        "%s, where I work, was opened again.".formatted(it.name()),
                        scene,
                        diary);
            case WorldEvent.WeatherChanged _, WorldEvent.Moved _, WorldEvent.DistrictMoves _ -> {}
        }
    }

    private static void witnessed(
            Happening.Kind kind, String name, UUID place, long sequence, Scene scene, Diary diary) {
        var text = words(kind)
                .formatted(name, scene.area(place).map(" at %s"::formatted).orElse(" in the city"));
        for (ResidentId resident : scene.present(place, sequence, Diary.MOST_WHO_REMEMBER)) {
            boolean isOwn = scene.isOwn(resident, new LocationId(place));
            diary.note(resident, Kind.OBSERVATION, new Stakes(base(kind), Role.OBSERVER, 0, false, isOwn), text);
        }
    }

    private static String words(Happening.Kind kind) {
        return switch (kind) {
            case FESTIVAL -> "I was at the festival %s%s.";
            case MARKET_DAY -> "I was at the market %s%s.";
            case STORM -> "The storm %s came over me%s.";
            case OUTAGE -> "The lights went out around me, %s%s.";
            case FIRE -> "I saw the fire %s%s.";
        };
    }

    private static int base(Happening.Kind kind) {
        return switch (kind) {
            case MARKET_DAY -> 150;
            case FESTIVAL, STORM, OUTAGE -> 250;
            case FIRE -> 700;
        };
    }

    private static void atWork(LocationId location, int base, String text, Scene scene, Diary diary) {
        scene.workers(location, Diary.MOST_WHO_REMEMBER)
                .forEach(it -> diary.note(it, Kind.OBSERVATION, new Stakes(base, Role.TARGET, 0, false, true), text));
    }
}
