package city.agents.domain.mind;

import city.agents.domain.body.Activity;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.agents.domain.talk.Speaker;
import city.world.World;

/// For how long a resident can give itself to others now: until its plan wants it, while it eats, before its shift
/// begins. Work, sleep, shopping and an empty stomach do not wait.
///
/// @param now minute of the plan's day
record SpareTime(Surroundings around, Self self, Moment moment, Plan plan, Meals meals, int now) {
    private static final int NOT_YET = -1;
    private static final int MINUTES_AMONG_OTHERS = 45;

    Speaker speaker() {
        return new Speaker(self.slot(), self.place(), self.traits(), self.body(), self.activity(), moment);
    }

    /// Among others one looks up from time to time whether there is somebody to talk to.
    int among(int minutes) {
        return around.world().crowdAt(self.place()) > 1 ? Math.min(minutes, MINUTES_AMONG_OTHERS) : minutes;
    }

    /// Minutes left of a meal in company.
    int atTable() {
        if (self.activity() != Activity.EATING) {
            return 0;
        }
        long ticks = around.talker().busyUntil(self.slot(), moment.tick()) - moment.tick();
        return (int) Math.max(0, ticks * moment.clock().stepMinutes());
    }

    /// @param done         a bit for each step that is done, given up or passed over
    /// @param untilNext    minutes until it is time to set off for the next step
    int minutes(int done, int untilNext) {
        int table = atTable();
        if (table > 0) {
            return table;
        }
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            var step = plan.steps().get(i);
            boolean current = (done >> i & 1) == 0 && now < step.end() && leave(step) <= now;
            int minutes = current ? minutesIn(step, untilNext) : NOT_YET;
            if (minutes != NOT_YET) {
                return minutes;
            }
        }
        return untilNext;
    }

    private int minutesIn(Step step, int untilNext) {
        return switch (step.kind()) {
            case LEISURE, FESTIVAL, HOBBY, PARTY -> Math.min(step.end() - now, untilNext);
            case EAT -> meals.isSated() ? NOT_YET : 0;
            case SEEK_JOB, QUIT_JOB -> NOT_YET;
            case WORK -> untilShift(step);
            case SHOP, SLEEP, LEARN, SEE_DOCTOR, CHAPEL -> 0;
        };
    }

    /// Who is at work too early has time until the shift begins.
    private int untilShift(Step step) {
        var job = around.economy().employmentOf(self.slot());
        if (job.isEmpty() || job.get().location() != step.place()) {
            return NOT_YET;
        }
        int begin = step.end() - job.get().shift().minutes();
        return step.place() == self.place() ? Math.max(0, begin - now) : 0;
    }

    private int leave(Step step) {
        boolean here = step.place() == World.NOWHERE || step.place() == self.place();
        return here ? step.begin() : step.begin() - around.world().minutesBetween(self.place(), step.place());
    }
}
