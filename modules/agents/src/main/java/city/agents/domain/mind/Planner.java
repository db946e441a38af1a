package city.agents.domain.mind;

import city.agents.Life.Occupation;
import city.agents.domain.life.Goal;
import city.agents.domain.life.Ways;
import city.agents.domain.market.Larder;
import city.agents.domain.market.Sellers;
import city.agents.domain.plan.Habits;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import city.economy.Economy;
import city.economy.Economy.Employment;
import city.world.LocationKind;
import city.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the plan of a day at getting up, from work, habits, needs, weather and purse. Pure: the same self at the same
/// moment plans the same.
final class Planner {
    /// Between meals; a full stomach lasts six hours and forty minutes.
    private static final int BETWEEN_MEALS = 300;

    private static final int MEAL_WINDOW = 90;
    private static final int SHOPPING_WINDOW = 150;

    /// A shift that begins later than this after getting up is one of the next day.
    private static final int LONGEST_DAY = 15 * 60;

    private static final int USUAL_DAY = 16 * 60;

    /// By so much a day may be shorter or longer than usual.
    private static final int MAX_SHIFT = 3 * 60;

    /// For so long after getting up an unemployed resident looks for work.
    private static final int JOB_SEARCH = 8 * 60;

    /// Free time before work that is worth going out for.
    private static final int WORTH_GOING_OUT = 210;

    /// Shifts without full pay after which a resident leaves its job.
    private static final int PATIENCE_SHIFTS = 5;

    private static final int MINUTES_PER_DAY = 1440;

    /// What must be left of the last day's food so that nobody goes to bed hungry when shops have shut.
    private static final int SUPPER = Larder.NEED_PER_DAY / 3;

    private static final int SCHOOL_BEGINS = 8 * 60 + 30;
    private static final int SCHOOL_ENDS = 13 * 60;

    private final World world;
    private final Economy economy;
    private final Sellers sellers;
    private final Larder larder;
    private final Outings outings;
    private final Goings goings;
    private final Sickbed sickbed;

    Planner(World world, Economy economy, Sellers sellers, Larder larder, Outings outings, Goings goings) {
        this.world = world;
        this.economy = economy;
        this.sellers = sellers;
        this.larder = larder;
        this.outings = outings;
        this.goings = goings;
        this.sickbed = new Sickbed(world);
    }

    Plan plan(Self self, Moment moment) {
        int up = moment.minuteOfDay();
        var steps = new ArrayList<Step>();
        var job = economy.employmentOf(self.slot());
        if (self.character().ill()) {
            return sickDay(self, moment, steps);
        }
        if (self.meant().day() == moment.day()) {
            return asMeant(self, moment, steps);
        }
        if (job.isPresent() && self.unpaidShifts() >= PATIENCE_SHIFTS) {
            steps.add(Step.anywhere(StepKind.QUIT_JOB, up, up + MEAL_WINDOW));
        }
        boolean seeks = job.isEmpty()
                ? self.character().occupation() == Occupation.JOBLESS
                : self.character().goal() == Goal.BETTER_WORK;
        if (seeks) {
            steps.add(Step.anywhere(StepKind.SEEK_JOB, up, up + JOB_SEARCH));
        }
        int begin = job.map(it -> Habits.shift(it.shift(), moment, up + 15, up + LONGEST_DAY))
                .orElse(Habits.NO_SHIFT);
        int bed = begin == Habits.NO_SHIFT ? idleDay(self, moment, steps) : workDay(self, moment, job, begin, steps);
        meals(self, up, bed, steps);
        steps.add(new Step(StepKind.SLEEP, bed, bed + 12 * 60, self.home()));
        return Plan.of(moment.day(), steps);
    }

    private Plan sickDay(Self self, Moment moment, List<Step> steps) {
        int up = moment.minuteOfDay();
        int bed = bedtime(self, up);
        sickbed.doctor(self, moment).ifPresent(steps::add);
        meals(self, up, bed, steps);
        steps.add(new Step(StepKind.SLEEP, bed, bed + 12 * 60, self.home()));
        return Plan.of(moment.day(), steps);
    }

    /// What the resident meant to do, as far as the day is not over, with the meals and the night that it left out.
    private Plan asMeant(Self self, Moment moment, List<Step> steps) {
        int up = moment.minuteOfDay();
        self.meant().steps().stream().filter(it -> it.end() > up).forEach(steps::add);
        int bed = steps.stream()
                .filter(it -> it.kind() == StepKind.SLEEP)
                .mapToInt(Step::begin)
                .findFirst()
                .orElseGet(() -> bedtime(self, up));
        if (steps.stream().noneMatch(it -> it.kind() == StepKind.EAT)) {
            meals(self, up, bed, steps);
        }
        if (steps.stream().noneMatch(it -> it.kind() == StepKind.SLEEP)) {
            steps.add(new Step(StepKind.SLEEP, bed, bed + 12 * 60, self.home()));
        }
        return Plan.of(moment.day(), steps);
    }

    /// @return when to go to bed
    private int workDay(Self self, Moment moment, Optional<Employment> job, int begin, List<Step> steps) {
        var work = job.orElseThrow();
        int up = moment.minuteOfDay();
        int end = begin + work.shift().minutes();
        int commute = self.home() == World.NOWHERE ? 0 : world.minutesBetween(self.home(), work.location());
        int bed = Math.min(Math.max(bedtime(self, up), end + commute + 60), up + 22 * 60);
        int zeal = self.character().goal() == Goal.CRAFT ? 10 : 0;
        int arrive = Math.max(0, begin - Habits.margin(self.traits()) - zeal);
        steps.add(new Step(StepKind.WORK, arrive, end, work.location()));
        int leave = arrive - commute - 30;
        goings.festival(self, moment, leave, end, bed, steps);
        boolean outFirst = leave - up >= WORTH_GOING_OUT;
        int shop = outFirst ? up + 60 : shoppingTime(moment, arrive, end, work.location());
        shopping(self, shop, goings.market(self, moment, leave, end, bed), steps);
        if (outFirst) {
            outing(self, moment, up + 90, leave, 0, steps);
        }
        outing(self, moment, end + 75, bed - 60, 1, steps);
        return bed;
    }

    /// After work, or in the middle of it when no shop is open then.
    private int shoppingTime(Moment moment, int begin, int end, int work) {
        int dayOfWeek = moment.dayOfWeekAt(end + 15);
        int shop = sellers.nearest(work, false, place -> world.opens(place, dayOfWeek, Moment.wrap(end + 15)));
        return shop == World.NOWHERE ? (begin + end) / 2 : end;
    }

    private int idleDay(Self self, Moment moment, List<Step> steps) {
        int up = moment.minuteOfDay();
        int bed = bedtime(self, up);
        var school = school(self, moment);
        school.ifPresent(steps::add);
        int free = school.map(Step::end).orElse(up);
        goings.festival(self, moment, school.map(Step::begin).orElse(free), free, bed, steps);
        if (ways(self).churchgoer()) {
            goings.chapel(self, moment).ifPresent(steps::add);
        }
        shopping(self, Math.max(up + 120, free + 15), goings.market(self, moment, up, free, bed), steps);
        outing(self, moment, Math.max(Math.max(up + 210, free + 60), 13 * 60 + 30), bed - 6 * 60, 0, steps);
        outing(self, moment, Math.max(up + 600, 19 * 60), bed - 60, 1, steps);
        return bed;
    }

    /// The body's own bedtime, or as near to it as a day of sixteen hours, more or less, allows: who got up at odd
    /// hours finds back in a few days.
    private int bedtime(Self self, int up) {
        int bed = Habits.bedtime(self.traits());
        while (bed < up + USUAL_DAY - MINUTES_PER_DAY / 2) {
            bed += MINUTES_PER_DAY;
        }
        return Math.clamp(bed, up + USUAL_DAY - MAX_SHIFT, up + USUAL_DAY + MAX_SHIFT);
    }

    private void meals(Self self, int up, int bed, List<Step> steps) {
        int last = up;
        for (int meal = 0; meal < 4 && last < bed - 60; meal++) {
            int begin = up + meal * BETWEEN_MEALS;
            if (begin <= bed - 60) {
                int place = meal == 2 ? outings.supper(self) : World.NOWHERE;
                steps.add(new Step(StepKind.EAT, begin, begin + MEAL_WINDOW, place));
            }
            last = begin;
        }
    }

    /// The conscientious shop when two days of food are left, others when one is. The anxious do as if they had a day
    /// less.
    ///
    /// @param market when and where to shop on today's market: who is used to it goes anyway
    private void shopping(Self self, int from, Optional<Step> market, List<Step> steps) {
        int days = (self.traits().conscientiousness() > 60 ? 2 : 1)
                + (self.traits().neuroticism() > 60 ? 1 : 0);
        boolean low = larder.carried(self.slot()) < days * Larder.NEED_PER_DAY + SUPPER;
        if (market.isPresent() && (low || ways(self).marketgoer())) {
            steps.add(market.get());
        } else if (low) {
            steps.add(Step.anywhere(StepKind.SHOP, from, from + SHOPPING_WINDOW));
        }
    }

    /// The lessons of a pupil who is up in time, when its school is open today.
    private Optional<Step> school(Self self, Moment moment) {
        boolean pupil =
                self.character().occupation() == Occupation.PUPIL && moment.minuteOfDay() < SCHOOL_ENDS - 2 * 60;
        return !pupil
                ? Optional.empty()
                : world.nearest(self.base(), LocationKind.SCHOOL).stream()
                        .filter(it -> world.opens(it, moment.dayOfWeek(), SCHOOL_BEGINS))
                        .findFirst()
                        .map(it -> new Step(StepKind.LEARN, SCHOOL_BEGINS, SCHOOL_ENDS, it));
    }

    private Ways ways(Self self) {
        var character = self.character();
        return Ways.of(character.id(), self.traits(), character.values(), self.base(), world);
    }

    private void outing(Self self, Moment moment, int from, int to, int nth, List<Step> steps) {
        if (to - from < 45) {
            return;
        }
        var outing = outings.plan(self, moment, from, nth);
        int stay = 60 + self.traits().extraversion() * 6 / 5;
        int end = Math.min(to, from + stay);
        boolean festival =
                steps.stream().anyMatch(it -> it.kind() == StepKind.FESTIVAL && it.begin() < end && it.end() > from);
        if (outing.place() != World.NOWHERE && !festival) {
            steps.add(new Step(outing.kind(), from, end, outing.place()));
        }
    }
}
