package city.agents.domain.mind;

import city.agents.Persona.Traits;
import city.agents.domain.body.Activity;
import city.agents.domain.body.Body;
import city.agents.domain.party.Party;
import city.agents.domain.plan.Plan;
import city.world.World;
import java.util.List;

/// What a resident knows of itself at one moment.
///
/// @param home         the home's row, or `World.NOWHERE`
/// @param place        the row of the location where it is
/// @param meant        the plan for a day that was made the night before; {@link Plan#NONE} for none
/// @param parties      to which it means to go, in the order of their beginning
/// @param done         a bit for each step of the plan that is done
/// @param avoided      a place where it was turned away of late, or `World.NOWHERE`
/// @param tries        refusals one after the other
/// @param unpaidShifts since wages were last paid in full
/// @param treatedAt    tick of the last treat, 0 for none
/// @param character    what makes its days its own
public record Self(
        int slot,
        Traits traits,
        int home,
        int place,
        Body body,
        Activity activity,
        Plan plan,
        Plan meant,
        List<Party> parties,
        int done,
        int avoided,
        int tries,
        int unpaidShifts,
        long treatedAt,
        Character character) {
    public boolean isAsleep() {
        return activity == Activity.SLEEPING;
    }

    /// The row of its home, or of where it is when it has none.
    public int base() {
        return home == World.NOWHERE ? place : home;
    }

    /// Whether it has a home that is not here and did not turn it away.
    boolean hasHomeElsewhere() {
        return home != World.NOWHERE && home != place && home != avoided;
    }
}
