package city.agents.domain.mind;

import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import city.world.Almanac;
import city.world.Almanac.Occasion;
import city.world.Happening;
import city.world.LocationKind;
import city.world.Weather;
import city.world.World;
import city.world.kernel.Chance;
import city.world.kernel.Chance.Purpose;
import java.util.List;
import java.util.Optional;

/// What goes on, and who goes there: by stimulation and extraversion to a festival, by habit and larder to the market.
final class Goings {
    private static final Purpose GOES = Purpose.of("agents.goes");

    /// Minutes on foot that a festival or a market is worth.
    private static final int FAR = 40;

    /// A visit that is worth the way.
    private static final int SHORTEST_VISIT = 30;

    private static final int CHAPEL_MINUTE = 9 * 60 + 30;
    private static final int SERVICE_MINUTES = 75;

    private final World world;
    private final Almanac almanac;

    Goings(World world, Almanac almanac) {
        this.world = world;
        this.almanac = almanac;
    }

    /// Whether it storms where somebody is: the sky's own storm, or another.
    boolean stormsAt(int place) {
        if (world.weather() == Weather.STORM) {
            return true;
        }
        for (var happening : almanac.running()) {
            if (happening.kind() == Happening.Kind.STORM && almanac.covers(happening.place(), place)) {
                return true;
            }
        }
        return false;
    }

    /// Adds the first of today's festivals that one likes and has time for, outside of working hours.
    ///
    /// @param busyFrom when it must be off to work, and `busyTo` when it is free again; the same when it is free
    /// all day
    void festival(Self self, Moment moment, int busyFrom, int busyTo, int bed, List<Step> steps) {
        int number = 0;
        for (var occasion : almanac.today()) {
            boolean wants = occasion.kind() == Happening.Kind.FESTIVAL
                    && likesFestivals(self, moment, number++)
                    && isNear(self, occasion.venue());
            if (wants) {
                int stay = 90 + self.traits().extraversion();
                var visit = visit(occasion, moment.minuteOfDay() + 60, busyFrom, busyTo, bed - 30, stay);
                if (visit.isPresent()) {
                    steps.add(new Step(
                            StepKind.FESTIVAL, visit.get().begin(), visit.get().end(), occasion.venue()));
                    return;
                }
            }
        }
    }

    /// When and where to shop on today's market, empty when there is none or no time for it.
    Optional<Step> market(Self self, Moment moment, int busyFrom, int busyTo, int bed) {
        for (var occasion : almanac.today()) {
            if (occasion.kind() == Happening.Kind.MARKET_DAY && isNear(self, occasion.venue())) {
                var visit = visit(occasion, moment.minuteOfDay() + 45, busyFrom, busyTo, bed - 60, SHORTEST_VISIT * 3);
                if (visit.isPresent()) {
                    return visit.map(it -> new Step(StepKind.SHOP, it.begin, it.end, occasion.venue()));
                }
            }
        }
        return Optional.empty();
    }

    /// The service on a Sunday or a holiday, for who goes to it.
    Optional<Step> chapel(Self self, Moment moment) {
        boolean sunday = moment.dayOfWeek() == Almanac.SUNDAY && moment.minuteOfDay() < CHAPEL_MINUTE;
        if (!sunday) {
            return Optional.empty();
        }
        return world.nearest(self.base(), LocationKind.CHAPEL).stream()
                .filter(it -> world.opens(it, Almanac.SUNDAY, CHAPEL_MINUTE))
                .findFirst()
                .map(it -> new Step(StepKind.CHAPEL, CHAPEL_MINUTE, CHAPEL_MINUTE + SERVICE_MINUTES, it));
    }

    /// The venue of a festival that goes on nearby and that this one would like, or {@link World#NOWHERE}.
    int festivalNow(Self self, Moment moment) {
        int number = 0;
        for (var happening : almanac.running()) {
            if (happening.kind() == Happening.Kind.FESTIVAL) {
                int venue = almanac.venueOf(happening.place());
                if (venue != self.avoided() && isNear(self, venue) && likesFestivals(self, moment, number++)) {
                    return venue;
                }
            }
        }
        return World.NOWHERE;
    }

    /// Drawn once a day for each festival, so that nobody changes its mind with every look.
    private boolean likesFestivals(Self self, Moment moment, int number) {
        var traits = self.traits();
        int inclination = 150 + 4 * self.character().values().stimulation() + 4 * traits.extraversion();
        var mood = new Chance(moment.day() * 31 + number);
        return mood.below(1000, GOES, self.slot()) < inclination;
    }

    private boolean isNear(Self self, int venue) {
        return venue != World.NOWHERE && world.minutesBetween(self.base(), venue) <= FAR;
    }

    /// @param begin minutes since today's midnight
    private record Visit(int begin, int end) {}

    private static Optional<Visit> visit(Occasion occasion, int free, int busyFrom, int busyTo, int last, int stay) {
        int end = Math.min(occasion.fromMinute() + occasion.minutes(), last);
        int begin = Math.max(occasion.fromMinute(), free);
        if (begin < busyTo && begin + SHORTEST_VISIT > busyFrom) {
            begin = busyTo + 15;
        }
        if (begin < busyFrom) {
            end = Math.min(end, busyFrom);
        }
        return end - begin < SHORTEST_VISIT
                ? Optional.empty()
                : Optional.of(new Visit(begin, Math.min(end, begin + stay)));
    }
}
