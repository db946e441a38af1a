package city.agents.domain.mind;

import city.agents.domain.life.Goal;
import city.agents.domain.market.Sellers;
import city.agents.domain.mind.Appointments.Appointment;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.StepKind;
import city.world.LocationKind;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.List;

/// Where to spend free time, by taste and weather.
final class Outings {
    private static final Purpose WHETHER = Purpose.of("agents.outing");
    private static final Purpose KIND = Purpose.of("agents.outing-kind");
    private static final Purpose PLACE = Purpose.of("agents.outing-place");

    private static final List<LocationKind> LIVELY =
            List.of(LocationKind.TAVERN, LocationKind.SQUARE, LocationKind.WATERSIDE);
    private static final List<LocationKind> QUIET =
            List.of(LocationKind.LIBRARY, LocationKind.PARK, LocationKind.CHAPEL, LocationKind.WATERSIDE);
    private static final List<LocationKind> INDOORS =
            List.of(LocationKind.TAVERN, LocationKind.LIBRARY, LocationKind.CHAPEL);

    /// Who has less company than this goes out, however shy.
    private static final int LONELY_PER_MILLE = 450;

    private final World world;
    private final Sellers sellers;
    private final Goings goings;
    private final Appointments appointments;

    Outings(World world, Sellers sellers, Goings goings) {
        this.world = world;
        this.sellers = sellers;
        this.goings = goings;
        this.appointments = new Appointments(world);
    }

    /// What to do with free hours and where: an appointment, else a place for leisure that will be open, or {@link
    /// World#NOWHERE} for an evening at home.
    Appointment plan(Self self, Moment moment, int minute, int nth) {
        return appointments
                .at(self, moment, minute, nth, keepsIn(self))
                .orElseGet(() -> new Appointment(StepKind.LEISURE, choose(self, moment, minute, nth)));
    }

    /// A place for leisure that will be open, or {@link World#NOWHERE} for an evening at home.
    ///
    /// @param minute from today's midnight
    /// @param nth    tells the outings of a day apart
    int choose(Self self, Moment moment, int minute, int nth) {
        var traits = self.traits();
        boolean lonely = self.body().companyPerMille() < LONELY_PER_MILLE
                || self.character().goal() == Goal.COMPANY;
        int inclination = 300 + 6 * traits.extraversion();
        if (!lonely && moment.chance().below(1000, WHETHER, self.slot(), nth) >= inclination) {
            return World.NOWHERE;
        }
        var kinds = kinds(self, lonely);
        int first = moment.chance().below(kinds.size(), KIND, self.slot(), nth);
        for (int i = 0; i < kinds.size(); i++) {
            int place = place(self, moment, minute, kinds.get((first + i) % kinds.size()), nth);
            if (place != World.NOWHERE) {
                return place;
            }
        }
        return World.NOWHERE;
    }

    /// The nearest open place of leisure but the one to avoid, indoors when the weather is foul; or {@link
    /// World#NOWHERE}.
    int refuge(Self self, boolean indoors, int avoided) {
        for (var kind : indoors ? INDOORS : kinds(self, true)) {
            for (int place : world.nearest(self.place(), kind)) {
                if (place != avoided && place != self.place() && world.isOpen(place)) {
                    return place;
                }
            }
        }
        return World.NOWHERE;
    }

    /// A place for supper: at home for who has kin there; for the sociable who do not save, at the nearest counter with
    /// meals. The purse is asked when it is time.
    int supper(Self self) {
        var character = self.character();
        if (character.hasKin() && self.home() != World.NOWHERE) {
            return self.home();
        }
        boolean out = self.traits().extraversion() > 60 && character.goal() != Goal.SAVE;
        return out ? sellers.nearest(self.base(), true, place -> true) : World.NOWHERE;
    }

    /// Whether weather keeps this one from being outdoors: a storm everybody, rain and snow the anxious.
    boolean keepsIn(Self self) {
        var traits = self.traits();
        return storms(self)
                || switch (world.weather()) {
                    case CLEAR, CLOUDY, FOG -> false;
                    case RAIN, SNOW -> traits.neuroticism() > 40;
                    case STORM -> true;
                };
    }

    /// Whether it storms where somebody is.
    boolean storms(Self self) {
        return goings.stormsAt(self.place());
    }

    private List<LocationKind> kinds(Self self, boolean lonely) {
        var traits = self.traits();
        if (keepsIn(self)) {
            return INDOORS;
        }
        return lonely || traits.extraversion() > 50 ? LIVELY : QUIET;
    }

    /// The open take any of the nearest, others stay with what is next door.
    private int place(Self self, Moment moment, int minute, LocationKind kind, int nth) {
        var near = world.nearest(self.base(), kind);
        int reach = Math.min(near.size(), 1 + self.traits().openness() / 15);
        if (reach == 0) {
            return World.NOWHERE;
        }
        int first = moment.chance().below(reach, PLACE, self.slot(), nth);
        for (int i = 0; i < reach; i++) {
            int place = near.get((first + i) % reach);
            if (world.opens(place, moment.dayOfWeekAt(minute), Moment.wrap(minute))) {
                return place;
            }
        }
        return World.NOWHERE;
    }
}
