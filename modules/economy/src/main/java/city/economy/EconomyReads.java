package city.economy;

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

    record JobState(JobId id, FirmId firm, String title, Money hourlyWage, int places, int taken) {}

    /// @param accrued wage that was earned and is not yet due
    /// @param owed    arrears
    record PurseState(Money balance, Optional<JobState> job, Money accrued, Money owed, List<Carried> carried) {}

    record Carried(String good, int units) {}

    /// @param sum over all accounts, the mint's included: always zero
    record Totals(Money sum, Money inCirculation, Money treasury) {}
}
