package city.agents.domain.mind;

import city.agents.Action;
import city.agents.domain.market.Larder;
import city.agents.domain.market.Sellers;
import city.agents.domain.party.Party;
import city.agents.domain.plan.Habits;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.talk.Talker;
import city.economy.Economy;
import city.world.Almanac;
import city.world.World;
import java.util.List;

/// Decides by needs, plan and hours: first what cannot wait (sleep, food), then the plan's current step, then
/// whatever a free hour is good for. Reads the world and the economy, writes nothing; safe from any thread during the
/// decide part of a tick.
public final class RoutineMind {
    /// Who wakes with less energy than this turns over once more.
    private static final int SLEEPY_PER_MILLE = 250;

    private final World world;
    private final Economy economy;
    private final Planner planner;
    private final Surroundings surroundings;

    public RoutineMind(World world, Almanac almanac, Economy economy, Sellers sellers, Talker talker) {
        this.world = world;
        this.economy = economy;
        var larder = new Larder(economy);
        var goings = new Goings(world, almanac);
        var outings = new Outings(world, sellers, goings);
        this.planner = new Planner(world, economy, sellers, larder, outings, goings);
        this.surroundings = new Surroundings(
                world, economy, sellers, larder, outings, new JobSearch(world, economy), goings, talker);
    }

    /// What to do now. The self must be somewhere, not on the way.
    public Decision decide(Self self, Moment moment) {
        var plan = self.plan();
        int minute = plan.minute(moment.day(), moment.minuteOfDay());
        if (self.isAsleep()) {
            return sleepsOn(self, moment)
                    ? asleep(self, Because.TIRED)
                    : follow(self, moment, planner.plan(self, moment), true);
        }
        if (!plan.isOver(minute)) {
            return follow(self, moment, plan, false);
        }
        boolean night = Habits.isNight(self.traits(), moment.minuteOfDay());
        boolean atHome = self.home() == World.NOWHERE || self.home() == self.place();
        if (night && atHome && !isOnShift(self, moment)) {
            return asleep(self, Because.BEDTIME);
        }
        return follow(self, moment, planner.plan(self, moment), true);
    }

    /// @param fresh whether the plan was made just now
    private Decision follow(Self self, Moment moment, Plan plan, boolean fresh) {
        var parties = self.character().ill() ? List.<Party>of() : self.parties();
        int done = fresh ? 0 : self.done();
        var day = Attendance.with(parties, plan, done, moment);
        boolean replanned = fresh || !day.equals(plan);
        return new Deliberation(surroundings, self, moment, day, replanned, day.doneAsIn(plan, done)).decide();
    }

    private boolean sleepsOn(Self self, Moment moment) {
        return self.body().energyPerMille() < SLEEPY_PER_MILLE && !isOnShift(self, moment);
    }

    /// Whether a shift has begun or does so within two hours.
    private boolean isOnShift(Self self, Moment moment) {
        int now = moment.minuteOfDay();
        return economy.employmentOf(self.slot())
                .map(job -> Habits.shift(job.shift(), moment, now, now + 120) != Habits.NO_SHIFT)
                .orElse(false);
    }

    private static Decision asleep(Self self, Because because) {
        return new Decision(new Action.Sleep(), because, self.plan(), false, self.done(), 0);
    }
}
