package city.agents.domain.mind;

import city.agents.Life.Occupation;
import city.agents.Life.Values;
import city.agents.domain.life.Goal;
import city.world.ResidentId;

/// What makes a resident's days its own.
///
/// @param age        in years
/// @param occupation what it is when it has no job
/// @param goal       what it pursues
/// @param seen       places of leisure seen since it took up its goal, a bit each
/// @param hasKin     whether it has a partner or parents
public record Character(
        ResidentId id,
        Values values,
        int age,
        Occupation occupation,
        boolean ill,
        Goal goal,
        long seen,
        boolean hasKin) {
    /// @param place a location's row
    boolean hasSeen(int place) {
        return (seen >> (place & 63) & 1) == 1;
    }
}
