package city.economy.domain;

import city.economy.AccountId;
import city.economy.EconomyReads.AccountKind;
import city.economy.EconomyReads.AccountState;
import city.economy.EconomyReads.Totals;
import city.economy.Money;
import city.world.kernel.Participant.Breach;
import city.world.kernel.state.IdIndex;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Snapshot;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All accounts and their balances, in minor units. The only way to change a balance is {@link #move}: a debit and a
/// credit of the same amount, so the sum over all accounts is zero, always. The mint alone may stand below zero: by
/// as much as all others have.
///
/// Mutable, written by the city thread only. Verbs that take a {@link Snapshot} are safe from any thread.
public final class Accounts {
    public static final int NONE = -1;

    /// What stands for the balance of a row that is no present resident's account; no resident's is below zero.
    public static final long NOT_A_RESIDENTS = -1;

    /// The mint's row.
    public static final int MINT = 0;

    /// The treasury's row.
    public static final int TREASURY = 1;

    private static final AccountKind[] KINDS = AccountKind.values();

    private final Table table = new Table("economy", "accounts");
    private final UuidColumn id = table.uuids("id");
    private final IntColumn kind = table.ints("kind");
    private final IntColumn slot = table.ints("slot");
    private final IntColumn firm = table.ints("firm");
    private final LongColumn balance = table.longs("balance");
    private final IntColumn open = table.ints("open");
    private final TextColumn owner = table.texts("owner");

    private final IdIndex rows = new IdIndex(table, id);

    private final BitSet touched = new BitSet();
    private int[] bySlot = {};
    private long total;

    public Table table() {
        return table;
    }

    /// Builds the indexes anew from the rows.
    public void reindex() {
        touched.clear();
        total = 0;
        bySlot = new int[0];
        rows.rebuild();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            total = Math.addExact(total, balance.get(row));
            index(row);
        }
    }

    /// @param slot {@link #NONE} unless a resident's
    /// @param firm its row, {@link #NONE} unless a firm's
    /// @return the account's row
    /// @throws IllegalArgumentException when the id has an account already
    public int open(AccountId account, AccountKind kind, int slot, int firm, String owner) {
        if (find(account) != NONE) {
            throw new IllegalArgumentException("account must be a new one: " + account.value());
        }
        int row = table.add();
        this.id.set(row, account.value());
        this.kind.set(row, kind.ordinal());
        this.slot.set(row, slot);
        this.firm.set(row, firm);
        this.open.set(row, 1);
        this.owner.set(row, owner);
        rows.put(row);
        index(row);
        return row;
    }

    /// For ever; the row stays.
    public void close(int row) {
        if (balance.get(row) != 0) {
            throw new IllegalStateException(
                    "account %s must be empty when it is closed: %d".formatted(id.get(row), balance.get(row)));
        }
        open.set(row, 0);
    }

    /// Debits one account and credits another. Changes nothing when it throws.
    public void move(int from, int to, long minor) {
        if (minor <= 0 || from == to || !isOpen(from) || !isOpen(to)) {
            throw new IllegalStateException("no posting: %d from %s to %s".formatted(minor, id.get(from), id.get(to)));
        }
        if (from != MINT && balance.get(from) < minor) {
            throw new IllegalStateException(
                    "account %s would fall below zero: %d - %d".formatted(id.get(from), balance.get(from), minor));
        }
        long debited = Math.subtractExact(balance.get(from), minor);
        long credited = Math.addExact(balance.get(to), minor);
        set(from, debited);
        set(to, credited);
    }

    /// @return the row, or {@link #NONE}
    public int find(AccountId account) {
        return rows.find(account.value());
    }

    /// The row of a resident's account, open or closed.
    ///
    /// @throws IllegalArgumentException when the slot never had one
    public int ofSlot(int slot) {
        if (slot < 0 || slot >= bySlot.length || bySlot[slot] == NONE) {
            throw new IllegalArgumentException("slot must have an account: " + slot);
        }
        return bySlot[slot];
    }

    public AccountId idOf(int row) {
        return new AccountId(id.get(row));
    }

    public long balanceOf(int row) {
        return balance.get(row);
    }

    public boolean isOpen(int row) {
        return open.get(row) == 1;
    }

    /// The law of the ledger for what was posted since the last check: the sum is zero, none but the mint is below
    /// zero.
    public Optional<Breach> check() {
        Optional<Breach> breach = checkTotal(total);
        for (int row = touched.nextSetBit(0); row >= 0 && breach.isEmpty(); row = touched.nextSetBit(row + 1)) {
            breach = checkBalance(row);
        }
        touched.clear();
        return breach;
    }

    public List<Breach> audit() {
        var breaches = new ArrayList<Breach>();
        long recount = 0;
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            recount = Math.addExact(recount, balance.get(row));
            checkBalance(row).ifPresent(breaches::add);
            if (!isOpen(row) && balance.get(row) != 0) {
                breaches.add(new Breach("economy.closed-accounts-are-empty", describe(row)));
            }
        }
        checkTotal(recount).ifPresent(breaches::add);
        return breaches;
    }

    public Optional<AccountState> findState(Snapshot snapshot, AccountId account) {
        int row = find(snapshot, account);
        return row == NONE ? Optional.empty() : Optional.of(state(snapshot.of(table), row));
    }

    public List<AccountState> states(Snapshot snapshot) {
        var view = snapshot.of(table);
        var states = new ArrayList<AccountState>(view.rows());
        for (int row = 0; row < view.rows(); row++) {
            if (view.exists(row)) {
                states.add(state(view, row));
            }
        }
        return states;
    }

    public Totals totals(Snapshot snapshot) {
        var view = snapshot.of(table);
        if (view.rows() == 0) {
            return new Totals(Money.ZERO, Money.ZERO, Money.ZERO);
        }
        long sum = 0;
        for (int row = 0; row < view.rows(); row++) {
            sum += view.exists(row) ? view.get(balance, row) : 0;
        }
        long minted = view.get(balance, MINT);
        return new Totals(new Money(sum), new Money(sum - minted), new Money(view.get(balance, TREASURY)));
    }

    public Money balanceAt(Snapshot snapshot, int row) {
        return new Money(snapshot.of(table).get(balance, row));
    }

    /// @return the slot of the resident with this account, or {@link #NONE}
    public int slotAt(Snapshot snapshot, AccountId account) {
        int row = find(snapshot, account);
        return row == NONE ? NONE : snapshot.of(table).get(slot, row);
    }

    /// The balance of a present resident's account, or {@link #NOT_A_RESIDENTS}.
    public long residentsBalance(TableView view, int row) {
        boolean isOne = view.exists(row) && view.get(slot, row) != NONE && view.get(open, row) == 1;
        return isOne ? view.get(balance, row) : NOT_A_RESIDENTS;
    }

    public UUID idOf(TableView view, int row) {
        return view.get(id, row);
    }

    private int find(Snapshot snapshot, AccountId account) {
        return rows.find(snapshot.of(table), account.value());
    }

    private AccountState state(TableView view, int row) {
        var account = view.get(id, row);
        var kind = KINDS[view.get(this.kind, row)];
        var owner = kind == AccountKind.RESIDENT ? account.toString() : view.get(this.owner, row);
        var balance = new Money(view.get(this.balance, row));
        return new AccountState(new AccountId(account), kind, owner, balance, view.get(open, row) == 1);
    }

    private void set(int row, long minor) {
        total += minor - balance.get(row);
        balance.set(row, minor);
        touched.set(row);
    }

    private void index(int row) {
        int at = slot.get(row);
        if (at == NONE) {
            return;
        }
        int before = bySlot.length;
        if (at >= before) {
            bySlot = Arrays.copyOf(bySlot, Math.max(at + 1, before + (before >> 1) + 16));
            Arrays.fill(bySlot, before, bySlot.length, NONE);
        }
        bySlot[at] = row;
    }

    private Optional<Breach> checkBalance(int row) {
        boolean holds = row == MINT ? balance.get(row) <= 0 : balance.get(row) >= 0;
        return holds ? Optional.empty() : Optional.of(new Breach("economy.no-account-below-zero", describe(row)));
    }

    private String describe(int row) {
        return "account %s has %d".formatted(id.get(row), balance.get(row));
    }

    private static Optional<Breach> checkTotal(long total) {
        return total == 0
                ? Optional.empty()
                : Optional.of(new Breach("economy.balances-sum-to-zero", "they sum to " + total));
    }
}
