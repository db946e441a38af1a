package city.agents.domain.mind;

import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import city.world.LocationKind;
import city.world.World;
import java.util.Optional;

/// The day of somebody ill: at home, but for the doctor.
final class Sickbed {
    private static final int FAR = 60;
    private static final int EARLIEST = 60;
    private static final int LATEST = 600;

    private final World world;

    Sickbed(World world) {
        this.world = world;
    }

    /// The first hour of the day at which a clinic is open, empty when none is near.
    Optional<Step> doctor(Self self, Moment moment) {
        for (int clinic : world.nearest(self.base(), LocationKind.CLINIC)) {
            if (world.minutesBetween(self.base(), clinic) > FAR) {
                return Optional.empty();
            }
            int up = moment.minuteOfDay();
            for (int minute = up + EARLIEST; minute <= up + LATEST; minute += 60) {
                if (world.opens(clinic, moment.dayOfWeekAt(minute), Moment.wrap(minute))) {
                    return Optional.of(new Step(StepKind.SEE_DOCTOR, minute, minute + 120, clinic));
                }
            }
        }
        return Optional.empty();
    }
}
