package city.agents.domain.mind;

import city.agents.Intent;
import city.agents.domain.plan.Habits;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Step;
import city.agents.domain.plan.StepKind;
import city.economy.Economy;
import city.world.LocationKind;
import city.world.World;
import java.util.ArrayList;
import java.util.List;

/// Judges what somebody means to do on a day: whether it makes sense, and fits the hours of shifts and places. Weather,
/// crowds and closures of the day are not known yet; the routine deals with them when they come.
public final class Intentions {
    private static final int MINUTES_PER_DAY = 1440;
    private static final int NOON = 12 * 60;

    /// A night ends when the body says so.
    private static final int NIGHT = 12 * 60;

    private final World world;
    private final Economy economy;

    public Intentions(World world, Economy economy) {
        this.world = world;
        this.economy = economy;
    }

    public sealed interface Verdict {
        record Fits(List<Step> steps) implements Verdict {}

        /// @param reason names the step, counted from 1, and what is wrong with it
        record Unfit(String reason) implements Verdict {}
    }

    /// @param home a row, or {@link World#NOWHERE}
    /// @param day  days since 1970-01-01 of the day that is meant
    /// @param now  a moment before it, or on it
    public Verdict judge(int slot, int home, List<Intent> intents, long day, Moment now) {
        var steps = new ArrayList<Step>();
        int before = 0;
        for (int i = 0; i < intents.size(); i++) {
            var intent = intents.get(i);
            try {
                var step = step(slot, home, intent, day, now);
                require(step.begin() >= before, "must begin after the one before");
                before = step.begin();
                steps.add(step);
            } catch (Unfit unfit) {
                return new Verdict.Unfit(
                        "step %d, %s, %s".formatted(i + 1, intent.kind().word().replace('_', ' '), unfit.rule()));
            }
        }
        return new Verdict.Fits(List.copyOf(steps));
    }

    private Step step(int slot, int home, Intent intent, long day, Moment now) throws Unfit {
        int begin = intent.fromMinute();
        int end = begin + intent.minutes();
        return switch (intent.kind()) {
            case WORK -> work(slot, intent, day, now);
            case SLEEP -> {
                int bed = begin < NOON ? begin + MINUTES_PER_DAY : begin;
                yield new Step(StepKind.SLEEP, bed, bed + NIGHT, home);
            }
            case EAT -> new Step(StepKind.EAT, begin, end, placeIfAny(intent, home, day, now));
            case SHOP -> nowhere(StepKind.SHOP, intent);
            case SEEK_JOB -> nowhere(StepKind.SEEK_JOB, intent);
            case QUIT_JOB -> {
                require(economy.employmentOf(slot).isPresent(), "needs a job");
                yield nowhere(StepKind.QUIT_JOB, intent);
            }
            case LEISURE -> new Step(StepKind.LEISURE, begin, end, pleasant(intent, home, day, now));
            case HOBBY -> new Step(StepKind.HOBBY, begin, end, pleasant(intent, home, day, now));
            case LEARN ->
                new Step(
                        StepKind.LEARN,
                        begin,
                        end,
                        of(intent, home, day, now, LocationKind.LIBRARY, LocationKind.SCHOOL));
            case CHAPEL -> new Step(StepKind.CHAPEL, begin, end, of(intent, home, day, now, LocationKind.CHAPEL));
            case SEE_DOCTOR ->
                new Step(StepKind.SEE_DOCTOR, begin, end, of(intent, home, day, now, LocationKind.CLINIC));
        };
    }

    /// Until the shift ends, however long somebody means to stay.
    private Step work(int slot, Intent intent, long day, Moment now) throws Unfit {
        var found = economy.employmentOf(slot);
        require(found.isPresent(), "needs a job");
        var job = found.orElseThrow();
        boolean there = intent.place().isEmpty() || world.rowOf(intent.place().get()) == job.location();
        require(
                there,
                "must be where the job is: " + world.location(job.location()).name());
        int midnight = (int) (day - now.day()) * MINUTES_PER_DAY;
        int from = intent.fromMinute();
        int shift = Habits.shift(job.shift(), now, midnight + from, midnight + from + intent.minutes());
        require(shift != Habits.NO_SHIFT, "must be in the hours of the shift");
        int end = shift - midnight + job.shift().minutes();
        return new Step(StepKind.WORK, from, end, job.location());
    }

    private static Step nowhere(StepKind kind, Intent intent) throws Unfit {
        require(intent.place().isEmpty(), "has no place");
        return Step.anywhere(kind, intent.fromMinute(), intent.fromMinute() + intent.minutes());
    }

    private int pleasant(Intent intent, int home, long day, Moment now) throws Unfit {
        int place = openPlace(intent, home, day, now);
        require(
                place == home || world.location(place).kind().isForLeisure(),
                "is not for " + world.location(place).name());
        return place;
    }

    private int of(Intent intent, int home, long day, Moment now, LocationKind... kinds) throws Unfit {
        int place = openPlace(intent, home, day, now);
        require(
                List.of(kinds).contains(world.location(place).kind()),
                "is not for " + world.location(place).name());
        return place;
    }

    private int placeIfAny(Intent intent, int home, long day, Moment now) throws Unfit {
        return intent.place().isEmpty() ? World.NOWHERE : openPlace(intent, home, day, now);
    }

    /// One that lets people in then: nobody walks into the homes of others.
    private int openPlace(Intent intent, int home, long day, Moment now) throws Unfit {
        var asked = intent.place();
        require(asked.isPresent(), "needs a place");
        int place = world.rowOf(asked.orElseThrow());
        require(place != World.NOWHERE, "is at no place of this city");
        if (place == home) {
            return place;
        }
        var name = world.location(place).name();
        require(world.location(place).kind() != LocationKind.HOME, "is at the home of others: " + name);
        int minute = (int) (day - now.day()) * MINUTES_PER_DAY + intent.fromMinute();
        require(
                world.opens(place, now.dayOfWeekAt(minute), intent.fromMinute()),
                "finds closed " + name + " at " + clock(intent.fromMinute()));
        return place;
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static void require(boolean holds, String rule) throws Unfit {
        if (!holds) {
            throw new Unfit(rule);
        }
    }

    /// Ends the judging of a plan; never leaves this class.
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String rule;

        Unfit(String rule) {
            super(null, null, false, false);
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }
}
