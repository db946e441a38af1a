package city.agents.domain.budget;

import city.agents.Budgets.Limit;
import city.agents.domain.budget.Spend.Unit;

/// One period of one payer: what was spent in it and what is set aside. A period that is over is not emptied but
/// replaced, so that a call is settled in the periods in which it was granted. Mutable, because two of them change
/// with every call; guarded by the governor.
final class Span {
    private final Period period;
    private final long index;
    private final Limit limit;
    private Spend spent;
    private Spend reserved = Spend.NONE;

    Span(Period period, long index, Limit limit, Spend spent) {
        this.period = period;
        this.index = index;
        this.limit = limit;
        this.spent = spent;
    }

    Period period() {
        return period;
    }

    long index() {
        return index;
    }

    Limit limit() {
        return limit;
    }

    Spend spent() {
        return spent;
    }

    Spend reserved() {
        return reserved;
    }

    boolean hasRoom(Unit unit, long wanted) {
        return unit.of(limit) == Limit.UNLIMITED
                || unit.of(limit) - Spend.sum(spent.of(unit), reserved.of(unit)) >= wanted;
    }

    void reserve(Spend most) {
        reserved = reserved.plus(most);
    }

    void settle(Spend most, Spend used) {
        reserved = reserved.minus(most);
        spent = spent.plus(used);
    }
}
