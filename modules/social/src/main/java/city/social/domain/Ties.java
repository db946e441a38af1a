package city.social.domain;

import city.social.Tie;
import city.social.Tie.Bond;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Directed ties, a row each, as they were at their last contact. The ties of a resident are a chain: each names the
/// row after it, so that they are found in the live table and in every snapshot without an index.
///
/// Mutable, by the city thread.
public final class Ties {
    /// As many as a person keeps up (Dunbar 1992).
    public static final int MOST = 150;

    static final int NONE = -1;

    private static final List<Bond> BONDS = List.of(Bond.values());

    private final Table table = new Table("social", "relationships");
    private final IntColumn from = table.ints("from_slot");
    private final IntColumn to = table.ints("to_slot");
    private final IntColumn next = table.ints("next_row");
    private final IntColumn familiarity = table.ints("familiarity");
    private final IntColumn trust = table.ints("trust");
    private final IntColumn affinity = table.ints("affinity");
    private final IntColumn bond = table.ints("bond");
    private final LongColumn metAt = table.longs("met_at");
    private final LongColumn contactedAt = table.longs("contacted_at");
    private final LongColumn talkedAt = table.longs("talked_at");
    private final Talkers talkers;

    Ties(Talkers talkers) {
        this.talkers = talkers;
    }

    public Table table() {
        return table;
    }

    /// The tie as it is now; {@link Tie#STRANGERS} when there is none.
    public Tie get(int slot, int other, long tick, int stepMinutes) {
        int row = find(slot, other);
        return row == NONE ? Tie.STRANGERS : faded(row, tick, stepMinutes);
    }

    /// When two talked last; {@link Tie#NEVER} when they never did.
    public long talkedAt(int slot, int other) {
        int row = find(slot, other);
        return row == NONE ? Tie.NEVER : talkedAt.get(row);
    }

    /// Keeps a tie. When the resident has too many, the weakest of the others gives way.
    public void put(int slot, int other, Tie tie, long tick, int stepMinutes) {
        int row = find(slot, other);
        if (row == NONE) {
            row = add(slot, other, tie.metAt(), tick, stepMinutes);
        }
        familiarity.set(row, tie.familiarity());
        trust.set(row, tie.trust());
        affinity.set(row, tie.affinity());
        bond.set(row, tie.bond().ordinal());
        contactedAt.set(row, tie.contactedAt());
        talkedAt.set(row, tie.talkedAt());
    }

    /// Drops all that a resident holds of others.
    public void forget(int slot) {
        int row = talkers.firstTie(slot);
        while (row != NONE) {
            int following = next.get(row);
            table.remove(row);
            row = following;
        }
        talkers.firstTie(slot, NONE);
    }

    /// Whom a resident has ties to, those made last first.
    public List<Integer> newest(int slot, int limit) {
        var found = new ArrayList<Integer>(Math.min(limit, MOST));
        for (int row = talkers.firstTie(slot); row != NONE && found.size() < limit; row = next.get(row)) {
            found.add(to.get(row));
        }
        return found;
    }

    /// The rows of a resident's ties, from a snapshot.
    public void each(TableView ties, TableView people, int slot, IntConsumer row) {
        int at = talkers.firstTie(people, slot);
        while (at != NONE) {
            row.accept(at);
            at = ties.get(next, at);
        }
    }

    public int toOf(TableView view, int row) {
        return view.get(to, row);
    }

    public Tie faded(TableView view, int row, long tick, int stepMinutes) {
        long minutes = (tick - view.get(contactedAt, row)) * stepMinutes;
        return new Tie(
                Decay.after(view.get(familiarity, row), minutes),
                Decay.after(view.get(trust, row), minutes),
                Decay.after(view.get(affinity, row), minutes),
                BONDS.get(view.get(bond, row)),
                view.get(metAt, row),
                view.get(contactedAt, row),
                view.get(talkedAt, row));
    }

    /// The length of a resident's chain; -1 when a link is broken, leads in a circle, or is somebody else's.
    public int chain(int slot) {
        int length = 0;
        for (int row = talkers.firstTie(slot); row != NONE; row = next.get(row)) {
            if (!table.exists(row) || from.get(row) != slot || ++length > table.count()) {
                return NONE;
            }
        }
        return length;
    }

    private Tie faded(int row, long tick, int stepMinutes) {
        long minutes = (tick - contactedAt.get(row)) * stepMinutes;
        return new Tie(
                Decay.after(familiarity.get(row), minutes),
                Decay.after(trust.get(row), minutes),
                Decay.after(affinity.get(row), minutes),
                BONDS.get(bond.get(row)),
                metAt.get(row),
                contactedAt.get(row),
                talkedAt.get(row));
    }

    private int find(int slot, int other) {
        int row = talkers.firstTie(slot);
        while (row != NONE && to.get(row) != other) {
            row = next.get(row);
        }
        return row;
    }

    private int add(int slot, int other, long met, long tick, int stepMinutes) {
        if (count(slot) >= MOST) {
            remove(slot, weakest(slot, tick, stepMinutes));
        }
        int row = table.add();
        from.set(row, slot);
        to.set(row, other);
        next.set(row, talkers.firstTie(slot));
        metAt.set(row, met);
        talkers.firstTie(slot, row);
        return row;
    }

    private int count(int slot) {
        int count = 0;
        for (int row = talkers.firstTie(slot); row != NONE; row = next.get(row)) {
            count++;
        }
        return count;
    }

    /// Kin only when all are; of two as weak the one that was made first.
    private int weakest(int slot, long tick, int stepMinutes) {
        int weakest = NONE;
        int least = Integer.MAX_VALUE;
        for (int row = talkers.firstTie(slot); row != NONE; row = next.get(row)) {
            var tie = faded(row, tick, stepMinutes);
            int weight = tie.strength() + (tie.bond().isKin() ? 2 * Tie.FULL : 0);
            if (weight <= least) {
                weakest = row;
                least = weight;
            }
        }
        return weakest;
    }

    private void remove(int slot, int row) {
        int before = NONE;
        int at = talkers.firstTie(slot);
        while (at != row) {
            before = at;
            at = next.get(at);
        }
        if (before == NONE) {
            talkers.firstTie(slot, next.get(row));
        } else {
            next.set(before, next.get(row));
        }
        table.remove(row);
    }
}
