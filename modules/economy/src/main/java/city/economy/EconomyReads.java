package city.economy;

import city.world.Hours;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.util.List;
import java.util.Optional;

/// The economy as readers see it, from a snapshot. Safe from any thread.
public interface EconomyReads {
    Optional<AccountState> findAccount(Snapshot snapshot, AccountId account);

    List<AccountState> accounts(Snapshot snapshot);

    List<FirmState> firms(Snapshot snapshot);

    Optional<FirmState> findFirm(Snapshot snapshot, FirmId firm);

    /// What a resident has and earns.
    Optional<PurseState> findPurse(Snapshot snapshot, ResidentId resident);

    /// The goods on sale at a location.
    List<Sale> salesAt(Snapshot snapshot, LocationId location);

    /// Sums over all accounts, counted anew.
    Totals totals(Snapshot snapshot);

    /// What the economy comes to. Cheap to ask again at a moment that was asked about before.
    Measures measures(Snapshot snapshot);

    /// The flows of the last days, the newest first; at most the 31 that are kept.
    ///
    /// @param today days since 1970-01-01 in city time
    List<Day> days(Snapshot snapshot, long today, int limit);

    /// The residents by their money, the richest first, of equal ones the one with the lower id.
    ///
    /// @param after the last one of the page before; its rank does not matter
    List<Ranked> wealthiest(Snapshot snapshot, Optional<Ranked> after, int limit);

    enum AccountKind {
        MINT,
        TREASURY,
        FIRM,
        RESIDENT
    }

    /// @param owner the firm's name, `mint`, `treasury`, or the resident's id as text
    record AccountState(AccountId id, AccountKind kind, String owner, Money balance, boolean open) {}

    /// @param owed wages that it could not pay yet
    record FirmState(
            FirmId id,
            String name,
            LocationId location,
            AccountId owner,
            Money balance,
            Money owed,
            List<Sale> sales,
            List<JobState> jobs) {}

    record Sale(String good, Money price, int stock) {}

    record JobState(JobId id, FirmId firm, String title, Money hourlyWage, int places, int taken, Hours shift) {}

    /// @param accrued wage that was earned and is not yet due
    /// @param owed    arrears
    record PurseState(Money balance, Optional<JobState> job, Money accrued, Money owed, List<Carried> carried) {}

    record Carried(String good, int units) {}

    /// @param sum over all accounts, the mint's included: always zero
    record Totals(Money sum, Money inCirculation, Money treasury) {}

    /// @param inCirculation all money that the mint made
    /// @param employed      residents with a job
    record Measures(Money inCirculation, Money treasury, Spread residents, int employed) {
        /// What firms have.
        public Money firms() {
            return inCirculation.minus(treasury).minus(residents.sum());
        }

        /// Residents without a job among all, in millionths: everybody counts as wanting one.
        public int unemploymentPerMillion() {
            long count = residents.count();
            return count == 0 ? 0 : (int) ((count - employed) * 1_000_000 / count);
        }
    }

    /// How money is spread over the residents who are there.
    ///
    /// @param tenth,median,nineTenths balances that 10, 50 and 90 in a hundred do not exceed, by the nearest rank
    /// @param giniPerMillion          0 when all have the same, towards 1,000,000 when one has all
    record Spread(int count, Money sum, Money tenth, Money median, Money nineTenths, int giniPerMillion) {
        public static final Spread NOBODY = new Spread(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0);

        /// Rounded down to the minor unit.
        public Money mean() {
            return count == 0 ? Money.ZERO : new Money(sum.minor() / count);
        }
    }

    /// The flows of one day.
    ///
    /// @param day       since 1970-01-01 in city time
    /// @param purchases what residents bought
    /// @param contracts what the treasury paid firms for hours worked
    /// @param wages     what firms paid
    record Day(long day, Money purchases, Money contracts, Money wages) {
        /// Gross domestic product as value added: what firms sold, less what they bought of each other, which cancels
        /// out over all of them. Changes of stock count nothing before they are sold.
        public Money valueAdded() {
            return purchases.plus(contracts);
        }
    }

    /// @param rank from 1
    record Ranked(int rank, ResidentId resident, Money balance) {}
}
