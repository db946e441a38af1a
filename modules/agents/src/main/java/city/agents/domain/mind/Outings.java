package city.agents.domain.mind;

import city.agents.Persona.Traits;
import city.agents.domain.market.Sellers;
import city.agents.domain.plan.Moment;
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

    Outings(World world, Sellers sellers) {
        this.world = world;
        this.sellers = sellers;
    }

    /// A place for leisure that will be open, or {@link World#NOWHERE} for an evening at home.
    ///
    /// @param minute from today's midnight
    /// @param nth    tells the outings of a day apart
    int choose(Self self, Moment moment, int minute, int nth) {
        var traits = self.traits();
        boolean lonely = self.body().companyPerMille() < LONELY_PER_MILLE;
        int inclination = 300 + 6 * traits.extraversion();
        if (!lonely && moment.chance().below(1000, WHETHER, self.slot(), nth) >= inclination) {
            return World.NOWHERE;
        }
        var kinds = kinds(traits, lonely);
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
        for (var kind : indoors ? INDOORS : kinds(self.traits(), true)) {
            for (int place : world.nearest(self.place(), kind)) {
                if (place != avoided && place != self.place() && world.isOpen(place)) {
                    return place;
                }
            }
        }
        return World.NOWHERE;
    }

    /// A place for supper out: for the sociable, at the nearest counter with meals. The purse is asked when it is time.
    int supper(Self self) {
        boolean sociable = self.traits().extraversion() > 60;
        int from = self.home() == World.NOWHERE ? self.place() : self.home();
        return sociable ? sellers.nearest(from, true, place -> true) : World.NOWHERE;
    }

    /// Whether weather keeps this one from being outdoors: a storm everybody, rain and snow the anxious.
    boolean keepsIn(Traits traits) {
        return switch (world.weather()) {
            case CLEAR, CLOUDY, FOG -> false;
            case RAIN, SNOW -> traits.neuroticism() > 40;
            case STORM -> true;
        };
    }

    private List<LocationKind> kinds(Traits traits, boolean lonely) {
        if (keepsIn(traits)) {
            return INDOORS;
        }
        return lonely || traits.extraversion() > 50 ? LIVELY : QUIET;
    }

    /// The open take any of the nearest, others stay with what is next door.
    private int place(Self self, Moment moment, int minute, LocationKind kind, int nth) {
        int from = self.home() == World.NOWHERE ? self.place() : self.home();
        var near = world.nearest(from, kind);
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
