package city.agents.domain.mind;

import city.agents.Action;
import city.agents.domain.life.Goal;
import city.agents.domain.market.Larder;
import city.agents.domain.plan.Moment;
import city.economy.Money;
import city.world.World;
import city.world.kernel.Chance.Purpose;
import java.util.Optional;

/// What a resident does with its free time at one moment.
final class Pastime {
    private static final Purpose GIVES = Purpose.of("agents.gives");

    /// Of those present, so many are looked at.
    private static final int FACES = 8;

    private static final int GIVES_PER_MILLE = 30;
    private static final int HELPS_PER_MILLE = 400;
    private static final int KIND = 70;
    private static final int SOCIABLE = 30;
    private static final int MINUTES_BETWEEN_TREATS = 120;

    private final Surroundings around;
    private final Self self;
    private final Moment moment;

    Pastime(Surroundings around, Self self, Moment moment) {
        this.around = around;
        this.self = self;
        this.moment = moment;
    }

    /// Whether a place will do now: open on arrival, not full of late, and not in the rain.
    boolean fits(int place) {
        return whyNot(place) == Because.PLAN;
    }

    Because whyNot(int place) {
        if (place == self.avoided()) {
            return Because.PLACE_FULL;
        }
        if (isInTheWet(place)) {
            return Because.FOUL_WEATHER;
        }
        boolean open = place == self.place()
                ? around.world().isOpen(place)
                : around.isOpenOnArrival(self.place(), place, moment);
        return open ? Because.PLAN : Because.PLACE_CLOSED;
    }

    boolean isFineHere() {
        return around.world().location(self.place()).kind().isForLeisure() && fits(self.place());
    }

    /// In a storm one's home, else the nearest place that will do.
    int refuge() {
        if (self.home() != World.NOWHERE && around.outings().storms(self)) {
            return self.home() == self.place() ? World.NOWHERE : self.home();
        }
        return around.outings().refuge(self, around.outings().keepsIn(self), self.avoided());
    }

    /// Something pleasant from the counter, at most every two hours, for who does not save.
    Optional<Action> treat() {
        boolean again = self.treatedAt() == 0
                || (moment.tick() - self.treatedAt()) * moment.clock().stepMinutes() >= MINUTES_BETWEEN_TREATS;
        boolean saves = self.character().goal() == Goal.SAVE;
        if (!again
                || saves
                || self.traits().extraversion() < SOCIABLE
                || !around.world().isOpen(self.place())) {
            return Optional.empty();
        }
        long purse = around.economy().balanceOf(self.slot()).minor();
        int treat = around.larder().treat(self.place(), purse);
        return treat == Larder.NONE
                ? Optional.empty()
                : Optional.of(new Action.Buy(around.economy().goods().get(treat).name(), 1));
    }

    /// Now and then the kind give a hundredth of what they have to somebody present who has less than a twentieth of
    /// it; who means to help does so more often, and to whoever has less than half.
    Optional<Action> gift() {
        boolean helps = self.character().goal() == Goal.HELP;
        boolean inclined = helps
                ? moment.chance().perMille(HELPS_PER_MILLE, GIVES, self.slot())
                : self.traits().agreeableness() >= KIND
                        && moment.chance().perMille(GIVES_PER_MILLE, GIVES, self.slot());
        int poorer = helps ? 2 : 20;
        long purse = around.economy().balanceOf(self.slot()).minor();
        if (!inclined || purse < 100) {
            return Optional.empty();
        }
        for (int other : around.world().othersAt(self.place(), self.slot(), FACES)) {
            if (around.economy().balanceOf(other).minor() * poorer < purse) {
                return Optional.of(new Action.Give(around.world().residentAt(other), new Money(purse / 100)));
            }
        }
        return Optional.empty();
    }

    private boolean isInTheWet(int place) {
        boolean outdoors = around.world().location(place).kind().isOutdoors();
        return place != World.NOWHERE && outdoors && around.outings().keepsIn(self);
    }
}
