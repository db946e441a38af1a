package city.app.bench.micro;

import city.world.kernel.Shards;

/// Stops a tick where everybody who is awake is about to decide, and keeps the work. Deciding only reads, so it may be
/// done over and over, on any shards, and gives the same each time. The machine of that tick cannot go on.
final class HeldDecisions implements Shards {
    private boolean holding;
    private int count;
    private RangeWork work = (_, _) -> {};

    /// The tick ends here.
    static final class Held extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// From now on.
    void hold() {
        holding = true;
    }

    /// How many are about to decide.
    int count() {
        return count;
    }

    RangeWork work() {
        return work;
    }

    @Override
    public void forEachRange(int all, RangeWork asked) {
        if (!holding) {
            Shards.sequential().forEachRange(all, asked);
            return;
        }
        count = all;
        work = asked;
        throw new Held();
    }
}
