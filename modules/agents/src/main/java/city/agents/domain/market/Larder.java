package city.agents.domain.market;

import city.economy.Economy;
import city.economy.Economy.Offer;
import city.economy.Good;

/// What there is to eat: in one's bag, and on the counter.
public final class Larder {
    public static final int NONE = -1;

    /// What a body needs in a day, in per mille of nourishment.
    public static final int NEED_PER_DAY = 2720;

    /// A basketful; what one carries is limited.
    private static final int MAX_UNITS = 20;

    private final Economy economy;

    public Larder(Economy economy) {
        this.economy = economy;
    }

    /// Nourishment carried, in per mille of a full stomach.
    public int carried(int slot) {
        int sum = 0;
        var goods = economy.goods();
        for (int good = 0; good < goods.size(); good++) {
            if (goods.get(good).nourishPerMille() > 0) {
                sum += economy.carried(slot, good) * goods.get(good).nourishPerMille();
            }
        }
        return sum;
    }

    /// The most nourishing food carried, or {@link #NONE}.
    public int food(int slot) {
        int best = NONE;
        var goods = economy.goods();
        for (int good = 0; good < goods.size(); good++) {
            int nourish = goods.get(good).nourishPerMille();
            boolean better =
                    nourish > 0 && (best == NONE || nourish > goods.get(best).nourishPerMille());
            if (better && economy.carried(slot, good) > 0) {
                best = good;
            }
        }
        return best;
    }

    /// The food in stock at a place that gives most for the money and that the purse can pay, or {@link #NONE}.
    public int bestOffer(int place, long purse, boolean onTheSpot) {
        int best = NONE;
        long bestPrice = 0;
        for (var offer : economy.offersAt(place)) {
            var good = economy.goods().get(offer.good());
            if (good.onTheSpot() == onTheSpot && canBuy(offer, good, purse)) {
                long pricePerFill = offer.price().minor() * 1000 / good.nourishPerMille();
                if (best == NONE || pricePerFill < bestPrice) {
                    best = offer.good();
                    bestPrice = pricePerFill;
                }
            }
        }
        return best;
    }

    /// A small pleasure that is had on the spot for at most a fiftieth of the purse, or {@link #NONE}.
    public int treat(int place, long purse) {
        for (var offer : economy.offersAt(place)) {
            var good = economy.goods().get(offer.good());
            boolean pleasure = good.onTheSpot() && good.cheerPerMille() > 0;
            if (pleasure && offer.stock() > 0 && offer.price().minor() * 50 <= purse) {
                return offer.good();
            }
        }
        return NONE;
    }

    /// How many units of a good to buy here, at least 1 when one can be had.
    ///
    /// @param nourishment wanted, in per mille
    /// @param budget      minor units
    public int units(int place, int number, int nourishment, long budget) {
        var good = economy.goods().get(number);
        for (var offer : economy.offersAt(place)) {
            if (offer.good() == number) {
                long wanted = Math.ceilDiv(nourishment, good.nourishPerMille());
                long payable = budget / offer.price().minor();
                return (int) Math.clamp(Math.min(wanted, payable), 1, Math.clamp(offer.stock(), 1, MAX_UNITS));
            }
        }
        return 1;
    }

    private static boolean canBuy(Offer offer, Good good, long purse) {
        return good.nourishPerMille() > 0 && offer.stock() > 0 && offer.price().minor() <= purse;
    }
}
