package city.economy.application;

import city.economy.AccountId;
import city.economy.EconomyReads;
import city.economy.FirmId;
import city.economy.Money;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.economy.domain.measure.Leaderboard;
import city.economy.domain.measure.Wealth;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;

/// Answers readers from a snapshot's views, never from the live tables.
final class SnapshotReads implements EconomyReads {
    private final Books books;
    private final Wealth wealth;
    private final Leaderboard leaderboard;

    SnapshotReads(Books books) {
        this.books = books;
        this.wealth = new Wealth(books.accounts());
        this.leaderboard = new Leaderboard(books.accounts());
    }

    @Override
    public Optional<AccountState> findAccount(Snapshot snapshot, AccountId account) {
        return books.accounts().findState(snapshot, account);
    }

    @Override
    public List<AccountState> accounts(Snapshot snapshot) {
        return books.accounts().states(snapshot);
    }

    @Override
    public List<FirmState> firms(Snapshot snapshot) {
        return books.firms().states(snapshot, books);
    }

    @Override
    public Optional<FirmState> findFirm(Snapshot snapshot, FirmId firm) {
        return books.firms().findState(snapshot, firm, books);
    }

    @Override
    public Optional<PurseState> findPurse(Snapshot snapshot, ResidentId resident) {
        var account = new AccountId(resident.value());
        int slot = books.accounts().slotAt(snapshot, account);
        return slot == Accounts.NONE
                ? Optional.empty()
                : findAccount(snapshot, account)
                        .map(it -> books.workers().purseAt(snapshot, slot, it.balance(), books.pantry()));
    }

    @Override
    public List<Sale> salesAt(Snapshot snapshot, LocationId location) {
        return books.firms().salesAt(snapshot, location, books);
    }

    @Override
    public Totals totals(Snapshot snapshot) {
        return books.accounts().totals(snapshot);
    }

    @Override
    public Measures measures(Snapshot snapshot) {
        var spread = wealth.of(snapshot);
        var circulation = Money.ZERO.minus(balanceAt(snapshot, Accounts.MINT));
        return new Measures(
                circulation,
                balanceAt(snapshot, Accounts.TREASURY),
                spread,
                books.jobs().takenAt(snapshot));
    }

    @Override
    public List<Day> days(Snapshot snapshot, long today, int limit) {
        return books.days().lastAt(snapshot, today, limit);
    }

    @Override
    public List<Ranked> wealthiest(Snapshot snapshot, Optional<Ranked> after, int limit) {
        return leaderboard.list(snapshot, after, limit);
    }

    /// Zero before the economy is founded.
    private Money balanceAt(Snapshot snapshot, int row) {
        boolean founded = snapshot.of(books.accounts().table()).exists(row);
        return founded ? books.accounts().balanceAt(snapshot, row) : Money.ZERO;
    }
}
