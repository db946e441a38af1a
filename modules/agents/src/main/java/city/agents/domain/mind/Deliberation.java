package city.agents.domain.mind;

import city.agents.Action;
import city.agents.domain.market.Places;
import city.agents.domain.plan.Moment;
import city.agents.domain.plan.Plan;
import city.agents.domain.plan.Step;
import city.world.World;
import java.util.Optional;

/// One decision in the making: walks down the plan's current steps until one can be acted upon. It lives for one
/// decision and is mutable because giving up a step leads to the next.
final class Deliberation {
    /// Below it nothing else matters than to lie down.
    private static final int EXHAUSTED_PER_MILLE = 40;

    /// Below it a free resident goes to bed early.
    private static final int TIRED_PER_MILLE = 120;

    private static final int LONELY_PER_MILLE = 200;

    private static final int MINUTES_TO_COOL_DOWN = 30;

    /// A free resident looks up at least so often.
    private static final int LONGEST_REST = 180;

    private final Surroundings around;
    private final Self self;
    private final Moment moment;
    private final Plan plan;
    private final boolean replanned;
    private final Meals meals;
    private final SpareTime spare;
    private final Errands errands;
    private final int now;
    private int done;
    private int skipped;
    private Because mood;

    /// @param replanned whether the plan is another than the resident had
    /// @param done      a bit for each step of the plan that is done
    Deliberation(Surroundings around, Self self, Moment moment, Plan plan, boolean replanned, int done) {
        this.around = around;
        this.self = self;
        this.moment = moment;
        this.plan = plan;
        this.replanned = replanned;
        this.done = done;
        this.meals = new Meals(around, self, moment);
        this.errands = new Errands(around, self, moment);
        this.mood = self.character().ill() ? Because.ILL : Because.PLAN;
        this.now = plan.minute(moment.day(), moment.minuteOfDay());
        this.spare = new SpareTime(around, self, moment, plan, meals, now);
    }

    Decision decide() {
        if (self.tries() >= Decision.MAX_TRIES) {
            return to(new Action.Wait(MINUTES_TO_COOL_DOWN), Because.REFUSED);
        }
        if (self.body().energyPerMille() <= EXHAUSTED_PER_MILLE) {
            return sleep(Because.EXHAUSTED);
        }
        if (meals.isStarving()) {
            var meal = meals.find(Meals.ANY_DISTANCE);
            if (meal.isPresent()) {
                return to(meal.get(), Because.STARVING);
            }
            mood = Because.NO_FOOD;
        }
        return around.talker()
                .goOn(spare.speaker(), this::minutesToSpare)
                .map(it -> to(it, Because.TALK))
                .or(this::atTable)
                .orElseGet(this::followPlan);
    }

    private int minutesToSpare() {
        return spare.minutes(done | skipped, minutesUntilNext());
    }

    /// In company a meal is the time to talk; else one eats on.
    private Optional<Decision> atTable() {
        int minutes = spare.atTable();
        return minutes == 0
                ? Optional.empty()
                : approach(minutes).or(() -> Optional.of(to(new Action.Wait(minutes), Because.PLAN)));
    }

    private Optional<Decision> approach(int minutes) {
        return around.talker().approach(spare.speaker(), minutes).map(it -> to(it, Because.TALK));
    }

    private Decision followPlan() {
        for (int step = current(); step >= 0; step = current()) {
            var decision = follow(plan.steps().get(step), 1 << step);
            if (decision.isPresent()) {
                return decision.get();
            }
        }
        return free();
    }

    /// The last step that has begun, or for which it is time to set off; -1 for none.
    private int current() {
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            var step = plan.steps().get(i);
            boolean open = ((done | skipped) >> i & 1) == 0;
            if (open && now < step.end() && leave(step) <= now) {
                return i;
            }
        }
        return -1;
    }

    private int leave(Step step) {
        if (!step.hasPlace() || step.place() == self.place()) {
            return step.begin();
        }
        return step.begin() - around.world().minutesBetween(self.place(), step.place());
    }

    private Optional<Decision> follow(Step step, int bit) {
        return switch (step.kind()) {
            case EAT -> eat(step, bit);
            case SEEK_JOB -> run(errands.seekJob(), bit);
            case QUIT_JOB -> run(errands.quitJob(), bit);
            case WORK -> work(step, bit);
            case SHOP ->
                hungry().or(() -> errands.market(step).map(it -> to(it.action(), it.because())))
                        .or(() -> shop(bit));
            case LEISURE, CHAPEL, FESTIVAL, HOBBY, PARTY -> hungry().or(() -> leisure(step, bit));
            case LEARN -> run(errands.learn(step, now, Math.min(step.end() - now, minutesUntilNext())), bit);
            case SEE_DOCTOR -> run(errands.doctor(step), bit);
            case SLEEP -> Optional.of(goToBed());
        };
    }

    private Optional<Decision> run(Optional<Errands.Errand> errand, int bit) {
        return errand.map(it -> to(it.action(), it.because(), it.last() ? bit : 0))
                .or(() -> giveUp(bit));
    }

    private Optional<Decision> eat(Step step, int bit) {
        if (meals.isSated()) {
            return giveUp(bit);
        }
        if (step.hasPlace() && step.place() == self.home() && self.hasHomeElsewhere()) {
            return Optional.of(move(self.home(), Because.KIN));
        }
        boolean atWork = around.economy()
                .employmentOf(self.slot())
                .filter(job -> job.location() == self.place())
                .isPresent();
        var because = meals.isHungry() ? Because.HUNGRY : Because.PLAN;
        var meal = meals.at(step.place()).or(() -> meals.find(atWork ? Meals.NEAR_WORK : Meals.NEAR_HOME));
        return meal.map(it -> to(it, because)).or(() -> giveUp(bit));
    }

    private Optional<Decision> hungry() {
        return meals.isHungry() ? meals.find(Meals.NEAR_HOME).map(it -> to(it, Because.HUNGRY)) : Optional.empty();
    }

    private Optional<Decision> work(Step step, int bit) {
        var job = around.economy().employmentOf(self.slot());
        if (job.isEmpty() || job.get().location() != step.place()) {
            return giveUp(bit);
        }
        if (Places.isShut(around.world(), step.place())) {
            mood = Because.PLACE_CLOSED;
            skipped |= bit;
            return Optional.empty();
        }
        if (self.place() != step.place()) {
            return Optional.of(
                    self.avoided() == step.place()
                            ? to(new Action.Wait(15), Because.PLACE_FULL)
                            : move(step.place(), Because.SHIFT));
        }
        int begin = step.end() - job.get().shift().minutes();
        return Optional.of(
                now < begin
                        ? approach(begin - now).orElseGet(() -> to(new Action.Wait(begin - now), Because.TOO_EARLY))
                        : to(new Action.Work(), Because.SHIFT));
    }

    private Optional<Decision> shop(int bit) {
        return meals.stockUp()
                .map(it -> to(it, Because.PANTRY_LOW, it instanceof Action.Buy ? bit : 0))
                .or(() -> giveUp(bit));
    }

    private Optional<Decision> leisure(Step step, int bit) {
        var pastime = new Pastime(around, self, moment);
        if (pastime.fits(step.place())) {
            return Optional.of(
                    self.place() == step.place()
                            ? enjoy(pastime, Math.min(step.end() - now, minutesUntilNext()), Errands.reason(step))
                            : move(step.place(), Errands.reason(step)));
        }
        var why = pastime.whyNot(step.place());
        if (why == Because.PLACE_FULL) {
            return giveUp(bit);
        }
        if (pastime.isFineHere()) {
            return Optional.of(to(new Action.Wait(Math.min(step.end() - now, minutesUntilNext())), why));
        }
        int refuge = pastime.refuge();
        return refuge == World.NOWHERE ? giveUp(bit) : Optional.of(move(refuge, why));
    }

    private Decision enjoy(Pastime pastime, int minutes, Because reason) {
        var kindness = pastime.gift();
        if (kindness.isPresent()) {
            return to(kindness.get(), Because.GENEROUS);
        }
        return pastime.treat()
                .map(it -> to(it, Because.TREAT))
                .or(() -> approach(minutes))
                .orElseGet(() -> to(new Action.Wait(spare.among(minutes)), reason));
    }

    private Decision goToBed() {
        boolean peckish = self.body().foodPerMille() < 500;
        var bite = peckish ? meals.fromBag() : Optional.<Action>empty();
        return bite.map(it -> to(it, Because.HUNGRY)).orElseGet(() -> sleep(Because.BEDTIME));
    }

    private Decision sleep(Because because) {
        boolean here = !self.hasHomeElsewhere() || self.body().energy() == 0;
        return here ? to(new Action.Sleep(), because) : move(self.home(), because);
    }

    /// Nothing is planned for now.
    private Decision free() {
        var meal = hungry();
        if (meal.isPresent()) {
            return meal.get();
        }
        if (self.body().energyPerMille() < TIRED_PER_MILLE) {
            return sleep(Because.TIRED);
        }
        int minutes = minutesUntilNext();
        boolean lonely = self.body().companyPerMille() < LONELY_PER_MILLE && minutes >= 60;
        return errands.festival(minutes)
                .map(it -> to(it.action(), it.because()))
                .or(() -> approach(minutes))
                .orElseGet(() -> lonely ? company(minutes) : idle(minutes));
    }

    private Decision company(int minutes) {
        var pastime = new Pastime(around, self, moment);
        if (pastime.isFineHere()) {
            return to(new Action.Wait(Math.min(60, minutes)), Because.LONELY);
        }
        boolean turnedAway = self.avoided() != World.NOWHERE;
        int refuge = turnedAway ? World.NOWHERE : pastime.refuge();
        return refuge == World.NOWHERE ? idle(minutes) : move(refuge, Because.LONELY);
    }

    private Decision idle(int minutes) {
        var why = meals.isHungry() ? Because.NO_FOOD : mood;
        if (!self.hasHomeElsewhere()) {
            return to(new Action.Rest(minutes), why);
        }
        boolean worthTheWay = minutes >= 2 * around.world().minutesBetween(self.place(), self.home()) + 20;
        return worthTheWay ? move(self.home(), why) : to(new Action.Wait(minutes), why);
    }

    /// Until it is time to set off for the next step, at least one tick, at most {@link #LONGEST_REST}.
    private int minutesUntilNext() {
        int minutes = mood == Because.PLAN || mood == Because.ILL ? LONGEST_REST : 60;
        for (int i = 0; i < plan.steps().size(); i++) {
            int leave = leave(plan.steps().get(i));
            if ((done >> i & 1) == 0 && leave > now) {
                minutes = Math.min(minutes, leave - now);
            }
        }
        return Math.max(moment.clock().stepMinutes(), minutes);
    }

    private Optional<Decision> giveUp(int bit) {
        done |= bit;
        return Optional.empty();
    }

    private Decision move(int place, Because because) {
        return to(new Action.Move(around.world().location(place).id()), because);
    }

    private Decision to(Action action, Because because) {
        return to(action, because, 0);
    }

    private Decision to(Action action, Because because, int doneThen) {
        return new Decision(action, because, plan, replanned, done, doneThen);
    }
}
