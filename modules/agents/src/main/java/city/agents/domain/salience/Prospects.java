package city.agents.domain.salience;

import city.agents.Action;
import city.agents.Occasion;
import city.agents.domain.state.Lives;
import city.economy.Economy;
import city.world.World;

/// Weighs what a routine is about to do.
public final class Prospects {
    private final World world;
    private final Economy economy;
    private final Lives lives;

    public Prospects(World world, Economy economy, Lives lives) {
        this.world = world;
        this.economy = economy;
        this.lives = lives;
    }

    /// The most salient that can be said of the action: {@link Occasion#MONEY_AT_STAKE}, {@link Occasion#FIRST_TIME},
    /// or {@link Occasion#NEXT_STEP} where it is one like others. The resident must be somewhere.
    public Occasion of(int slot, Action action) {
        if (isMoneyAtStake(slot, action)) {
            return Occasion.MONEY_AT_STAKE;
        }
        return isFirst(slot, action) ? Occasion.FIRST_TIME : Occasion.NEXT_STEP;
    }

    /// What a resident was asked about as a first time is none any more, whatever it then does: who will not go is not
    /// asked the whole day long.
    public void heed(int slot, Action action) {
        if (action instanceof Action.Move(var to)) {
            lives.learnPlace(slot, world.rowOf(to));
        } else {
            lives.learnDeed(slot, FirstDeeds.of(action));
        }
    }

    private boolean isMoneyAtStake(int slot, Action action) {
        return switch (action) {
            case Action.TakeJob _, Action.QuitJob _ -> true;
            case Action.Buy buy -> Stakes.areHigh(price(world.locationOf(slot), buy), purse(slot));
            case Action.Give give -> Stakes.areHigh(give.amount().minor(), purse(slot));
            case Action.Move _, Action.Work _, Action.Use _, Action.Rest _, Action.Sleep _, Action.Wait _ -> false;
            case Action.Say _, Action.Invite _, Action.Reply _, Action.LeaveTalk _, Action.Study _ -> false;
        };
    }

    private boolean isFirst(int slot, Action action) {
        if (action instanceof Action.Move(var to)) {
            int place = world.rowOf(to);
            return place != World.NOWHERE && !knows(slot, place);
        }
        return !lives.knowsDeed(slot, FirstDeeds.of(action));
    }

    /// Who was in a room was in the house.
    private boolean knows(int slot, int place) {
        for (int row = place; row <= world.lastWithin(place); row++) {
            if (lives.knowsPlace(slot, row)) {
                return true;
            }
        }
        return false;
    }

    /// Of all units, by the price that is posted; 0 where there is none.
    private long price(int here, Action.Buy buy) {
        var goods = economy.goods();
        for (var offer : economy.offersAt(here)) {
            if (goods.get(offer.good()).name().equals(buy.good())) {
                return offer.price().times(buy.units()).minor();
            }
        }
        return 0;
    }

    private long purse(int slot) {
        return economy.balanceOf(slot).minor();
    }
}
