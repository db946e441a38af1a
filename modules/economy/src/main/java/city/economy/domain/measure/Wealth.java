package city.economy.domain.measure;

import city.economy.EconomyReads.Spread;
import city.economy.Money;
import city.economy.domain.Accounts;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.TableView;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How the residents' money is spread. The balances are kept in order from one look to the next: what changed since is
/// sorted by itself and merged in, so that a look costs one pass over the accounts and none at a moment that was looked
/// at before.
///
/// For readers, never for the city thread. Thread-safe.
public final class Wealth {
    private static final long NOBODY = Accounts.NOT_A_RESIDENTS;

    /// When more than one in so many changed, all are sorted anew.
    private static final int FEW = 8;

    private final Accounts accounts;
    private @Nullable TableView seen;
    private Spread spread = Spread.NOBODY;
    private long[] byRow = {};
    private long[] ascending = {};

    public Wealth(Accounts accounts) {
        this.accounts = accounts;
    }

    public synchronized Spread of(Snapshot snapshot) {
        var view = snapshot.of(accounts.table());
        if (view != seen) {
            look(view);
            spread = describe(ascending);
            seen = view;
        }
        return spread;
    }

    private void look(TableView view) {
        int rows = Math.max(view.rows(), byRow.length);
        byRow = grown(byRow, rows);
        var gone = new long[rows];
        var come = new long[rows];
        int lost = 0;
        int won = 0;
        for (int row = 0; row < rows; row++) {
            long now = accounts.residentsBalance(view, row);
            long before = byRow[row];
            if (now == before) {
                continue;
            }
            if (before != NOBODY) {
                gone[lost++] = before;
            }
            if (now != NOBODY) {
                come[won++] = now;
            }
            byRow[row] = now;
        }
        ascending = lost + won > ascending.length / FEW
                ? sorted(byRow)
                : merged(ascending, sorted(gone, lost), sorted(come, won));
    }

    private static long[] sorted(long[] byRow) {
        var all = new long[byRow.length];
        int count = 0;
        for (long balance : byRow) {
            if (balance != NOBODY) {
                all[count++] = balance;
            }
        }
        return sorted(all, count);
    }

    private static long[] sorted(long[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// All three in ascending order; each of `gone` is one of `old`.
    private static long[] merged(long[] old, long[] gone, long[] come) {
        var result = new long[old.length - gone.length + come.length];
        int to = 0;
        int left = 0;
        int right = 0;
        for (long balance : old) {
            if (left < gone.length && gone[left] == balance) {
                left++;
                continue;
            }
            while (right < come.length && come[right] <= balance) {
                result[to++] = come[right++];
            }
            result[to++] = balance;
        }
        System.arraycopy(come, right, result, to, come.length - right);
        return result;
    }

    private static Spread describe(long[] ascending) {
        if (ascending.length == 0) {
            return Spread.NOBODY;
        }
        return new Spread(
                ascending.length,
                new Money(Arrays.stream(ascending).reduce(0, Math::addExact)),
                percentile(ascending, 10),
                percentile(ascending, 50),
                percentile(ascending, 90),
                Gini.perMillion(ascending));
    }

    /// By the nearest rank: the least balance that so many in a hundred do not exceed.
    private static Money percentile(long[] ascending, int percent) {
        long rank = Math.ceilDiv((long) ascending.length * percent, 100L);
        return new Money(ascending[(int) rank - 1]);
    }

    private static long[] grown(long[] values, int length) {
        var grown = Arrays.copyOf(values, length);
        Arrays.fill(grown, values.length, length, NOBODY);
        return grown;
    }
}
