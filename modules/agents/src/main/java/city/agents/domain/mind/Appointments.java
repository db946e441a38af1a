package city.agents.domain.mind;

import city.agents.domain.life.Goal;
import city.agents.domain.life.Ways;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.StepKind;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.List;
import java.util.Optional;

/// What a resident has in mind for its free hours before it looks for a pastime: its hobby on its days, and what its
/// goal asks for.
final class Appointments {
    private static final Purpose STAYS_IN = Purpose.of("agents.stays-in");
    private static final int FAMILY_PER_MILLE = 500;
    private static final int EVENING = 1;

    private static final List<LocationKind> SIGHTS = List.of(
            LocationKind.SQUARE,
            LocationKind.PARK,
            LocationKind.WATERSIDE,
            LocationKind.CHAPEL,
            LocationKind.LIBRARY,
            LocationKind.TAVERN);

    private final World world;

    Appointments(World world) {
        this.world = world;
    }

    /// @param place a location's row, or {@link World#NOWHERE} for an evening at home
    record Appointment(StepKind kind, int place) {}

    /// @param minute from today's midnight
    /// @param nth    1 for the evening
    /// @param wet    whether it is no weather to be outdoors
    Optional<Appointment> at(Self self, Moment moment, int minute, int nth, boolean wet) {
        var character = self.character();
        var goal = character.goal();
        if (goal == Goal.LEARN && isFree(LocationKind.LIBRARY, self, moment, minute)) {
            return Optional.of(new Appointment(StepKind.LEARN, first(LocationKind.LIBRARY, self)));
        }
        if (goal == Goal.SEE_PLACES) {
            var sight = sight(self, moment, minute, wet);
            if (sight.isPresent()) {
                return sight;
            }
        }
        if (nth != EVENING) {
            return Optional.empty();
        }
        var ways = Ways.of(character.id(), self.traits(), character.values(), self.base(), world);
        int favourite = ways.favourite();
        boolean hobby = ways.isHobbyDay(moment.dayOfWeekAt(minute)) && favourite != World.NOWHERE;
        if (hobby && fits(favourite, moment, minute, wet)) {
            return Optional.of(new Appointment(StepKind.HOBBY, favourite));
        }
        boolean staysIn = goal == Goal.FAMILY
                && character.hasKin()
                && moment.chance().perMille(FAMILY_PER_MILLE, STAYS_IN, self.slot());
        return staysIn ? Optional.of(new Appointment(StepKind.LEISURE, World.NOWHERE)) : Optional.empty();
    }

    /// The nearest that was not seen since the goal was taken up.
    private Optional<Appointment> sight(Self self, Moment moment, int minute, boolean wet) {
        for (var kind : SIGHTS) {
            for (int place : world.nearest(self.base(), kind)) {
                if (!self.character().hasSeen(place) && fits(place, moment, minute, wet)) {
                    return Optional.of(new Appointment(StepKind.LEISURE, place));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFree(LocationKind kind, Self self, Moment moment, int minute) {
        int place = first(kind, self);
        return place != World.NOWHERE && fits(place, moment, minute, false);
    }

    private int first(LocationKind kind, Self self) {
        var near = world.nearest(self.base(), kind);
        return near.isEmpty() ? World.NOWHERE : near.getFirst();
    }

    private boolean fits(int place, Moment moment, int minute, boolean wet) {
        boolean dry = !wet || !world.location(place).kind().isOutdoors();
        return dry && world.opens(place, moment.dayOfWeekAt(minute), Moment.wrap(minute));
    }
}
