package city.economy.domain.measure;

import city.economy.EconomyReads.Ranked;
import city.economy.Money;
import city.economy.domain.Accounts;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Who has most. One pass over the accounts with the few best at hand, on the reader's own thread.
public final class Leaderboard {
    /// The richest first; of two with the same, the one with the lower id.
    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::balance)
            .reversed()
            .thenComparing(it -> it.resident().value());

    private final Accounts accounts;

    public Leaderboard(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param after the last one of the page before
    public List<Ranked> list(Snapshot snapshot, Optional<Ranked> after, int limit) {
        var view = snapshot.of(accounts.table());
        var best = new PriorityQueue<>(limit + 1, ORDER.reversed());
        int ahead = 0;
        for (int row = 0; row < view.rows(); row++) {
            long balance = accounts.residentsBalance(view, row);
            boolean hopeless =
                    best.size() == limit && balance < best.element().balance().minor();
            if (balance == Accounts.NOT_A_RESIDENTS || hopeless) {
                continue;
            }
            var one = new Ranked(0, new ResidentId(accounts.idOf(view, row)), new Money(balance));
            if (after.filter(it -> ORDER.compare(one, it) <= 0).isPresent()) {
                ahead++;
            } else {
                best.add(one);
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
        return numbered(best.stream().sorted(ORDER).toList(), ahead);
    }

    private static List<Ranked> numbered(List<Ranked> sorted, int ahead) {
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> new Ranked(
                        ahead + i + 1, sorted.get(i).resident(), sorted.get(i).balance()))
                .toList();
    }
}
