package city.agents.domain.mind;

import city.agents.Action;
import city.agents.domain.market.Larder;
import city.agents.domain.plan.Moment;
import city.world.World;
import java.util.Optional;

/// Ways to something to eat for one resident at one moment: the bag, the counter where it is, the nearest open counter.
final class Meals {
    /// Minutes on foot that a meal is worth.
    static final int NEAR_WORK = 25;

    static final int NEAR_HOME = 60;
    static final int ANY_DISTANCE = Integer.MAX_VALUE;

    private static final int STARVING_PER_MILLE = 120;
    private static final int HUNGRY_PER_MILLE = 350;
    private static final int SATED_PER_MILLE = 800;

    /// Nourishment bought at a counter by somebody who is hungry now and has nothing: a meal and the next.
    private static final int TWO_MEALS = 1400;

    private final Surroundings around;
    private final Self self;
    private final Moment moment;
    private final long purse;

    Meals(Surroundings around, Self self, Moment moment) {
        this.around = around;
        this.self = self;
        this.moment = moment;
        this.purse = around.economy().balanceOf(self.slot()).minor();
    }

    boolean isStarving() {
        return self.body().foodPerMille() < STARVING_PER_MILLE;
    }

    boolean isHungry() {
        return self.body().foodPerMille() < HUNGRY_PER_MILLE;
    }

    boolean isSated() {
        return self.body().foodPerMille() >= SATED_PER_MILLE;
    }

    /// The next act on the way to a meal, empty when there is none for this purse within this distance.
    Optional<Action> find(int minutesAway) {
        return fromBag().or(this::fromCounter).or(() -> elsewhere(minutesAway));
    }

    Optional<Action> fromBag() {
        int food = around.larder().food(self.slot());
        return food == Larder.NONE ? Optional.empty() : Optional.of(new Action.Use(name(food)));
    }

    /// A meal at a chosen place, when it is open and not beyond the purse: a resident does not spend its last on eating
    /// out.
    Optional<Action> at(int place) {
        if (place == World.NOWHERE || place == self.avoided()) {
            return Optional.empty();
        }
        int meal = around.larder().bestOffer(place, purse / 20, true);
        if (meal == Larder.NONE) {
            return Optional.empty();
        }
        if (place == self.place()) {
            return around.world().isOpen(place) ? Optional.of(new Action.Buy(name(meal), 1)) : Optional.empty();
        }
        return around.isOpenOnArrival(self.place(), place, moment) ? Optional.of(moveTo(place)) : Optional.empty();
    }

    /// The next act on the way to a full bag: enough for two or three days, for at most three fifths of the purse.
    Optional<Action> stockUp() {
        int wanted = wanted();
        if (wanted <= 0) {
            return Optional.empty();
        }
        long budget = purse * 3 / 5;
        int here = around.world().isOpen(self.place())
                ? around.larder().bestOffer(self.place(), budget, false)
                : Larder.NONE;
        if (here != Larder.NONE) {
            return Optional.of(buy(here, wanted, budget));
        }
        int shop = around.sellers().nearest(self.place(), false, place -> willDo(place, false, budget, NEAR_HOME));
        return shop == World.NOWHERE ? Optional.empty() : Optional.of(moveTo(shop));
    }

    private int wanted() {
        int days = 2
                + (self.traits().conscientiousness() > 60 ? 1 : 0)
                + (self.traits().neuroticism() > 60 ? 1 : 0);
        return days * Larder.NEED_PER_DAY - around.larder().carried(self.slot());
    }

    private Optional<Action> fromCounter() {
        if (!around.world().isOpen(self.place())) {
            return Optional.empty();
        }
        int meal = around.larder().bestOffer(self.place(), purse, true);
        if (meal != Larder.NONE) {
            return Optional.of(new Action.Buy(name(meal), 1));
        }
        int food = around.larder().bestOffer(self.place(), purse, false);
        return food == Larder.NONE ? Optional.empty() : Optional.of(buy(food, TWO_MEALS, purse));
    }

    private Optional<Action> elsewhere(int minutesAway) {
        int table = around.sellers().nearest(self.place(), true, place -> willDo(place, true, purse, minutesAway));
        int shop = around.sellers().nearest(self.place(), false, place -> willDo(place, false, purse, minutesAway));
        if (table == World.NOWHERE && shop == World.NOWHERE) {
            return Optional.empty();
        }
        boolean toTable = shop == World.NOWHERE || table != World.NOWHERE && minutesTo(table) < minutesTo(shop);
        return Optional.of(moveTo(toTable ? table : shop));
    }

    private boolean willDo(int place, boolean onTheSpot, long budget, int minutesAway) {
        return place != self.place()
                && place != self.avoided()
                && minutesTo(place) <= minutesAway
                && around.isOpenOnArrival(self.place(), place, moment)
                && around.larder().bestOffer(place, budget, onTheSpot) != Larder.NONE;
    }

    private int minutesTo(int place) {
        return around.world().minutesBetween(self.place(), place);
    }

    private Action buy(int good, int nourishment, long budget) {
        return new Action.Buy(name(good), around.larder().units(self.place(), good, nourishment, budget));
    }

    private Action moveTo(int place) {
        return new Action.Move(around.world().location(place).id());
    }

    private String name(int good) {
        return around.economy().goods().get(good).name();
    }
}
