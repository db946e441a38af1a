package city.economy;

import city.world.Hours;
import city.world.ResidentId;
import city.world.kernel.Turn;
import city.world.kernel.WireName;
import java.util.List;
import java.util.Optional;

/// The economy as other modules use it: on the city thread only, but for the read-only verbs, which the decide part
/// of a tick may call from any thread. Residents are addressed by slot, locations by row.
public interface Economy {
    /// All the money that the mint ever makes: the most that every column of the record, to be read or exact, can
    /// hold with room to spare.
    Money MAX_CIRCULATION = new Money(100_000_000_000_000L);

    /// What the mint can still make.
    Money mintable();

    /// Opens a resident's account and endows it from the mint.
    ///
    /// @throws IllegalArgumentException when the id has an account already, or the endowment is negative
    ///     or more than {@link #mintable}
    void openAccount(int slot, ResidentId resident, Money endowment, Turn turn);

    /// Ends the resident's job, pays what can be paid of what it is owed, gives its balance to the treasury and
    /// closes the account. What it is still owed lapses, what it carries is lost.
    ///
    /// @throws IllegalArgumentException when the slot has no open account
    void closeAccount(int slot, Turn turn);

    TransferResult transfer(Transfer transfer, Turn turn);

    /// Zero for a resident who left.
    ///
    /// @throws IllegalArgumentException when the slot never had an account
    Money balanceOf(int slot);

    /// What is for sale at a location, posted price and whole units in stock; empty where nothing is sold. One offer
    /// a good: where several firms sell it, the cheapest that has some.
    List<Offer> offersAt(int location);

    /// The goods of the firms at a location, in stock or not, each by its number, ascending. Fixed by the founding:
    /// what others sell there on a market day is not among them.
    int[] goodsOfFirmsAt(int location);

    /// The goods in the order of the founding; a good's number is its place here.
    List<Good> goods();

    /// Buys from the firm that sells the good cheapest and has as many. A good that is used up on the spot is gone;
    /// any other is carried from then on. Whether the buyer is there is the caller's to know.
    ///
    /// @param good its number in {@link #goods}
    /// @param units at least 1
    /// @throws IllegalArgumentException when the slot has no open account
    BuyResult buy(int slot, int location, int good, int units, Turn turn);

    /// Units of a good that a resident carries.
    int carried(int slot, int good);

    /// Uses up one carried unit.
    ///
    /// @return whether there was one
    boolean consume(int slot, int good);

    /// @return the resident's job, empty when it has none
    Optional<Employment> employmentOf(int slot);

    /// Jobs with a free place, in founding order, at most `limit`.
    List<Employment> openings(int limit);

    /// Whether there is such a job, with a free place.
    boolean hasFreePlace(JobId job);

    /// @return why not, empty when hired
    Optional<JobRefusal> takeJob(int slot, JobId job, Turn turn);

    /// @return why not, empty when quit
    Optional<JobRefusal> quitJob(int slot, Turn turn);

    /// Books minutes worked at the resident's job: stock is made, wage accrues, the treasury's contract is earned.
    /// Nothing of that at a workplace that somebody closed.
    ///
    /// @param minutes 1 to 60
    /// @throws IllegalArgumentException when the resident has no job
    void book(int slot, int minutes, Turn turn);

    /// Pays the wage that accrued since the last payment, in whole minor units; less than one waits for the next
    /// time. What the firm cannot pay becomes arrears, which it pays as soon as it can, the oldest first.
    ///
    /// @return what was paid; zero without a job
    Money payWage(int slot, Turn turn);

    /// @param location a location's row
    record Offer(int good, Money price, int stock) {}

    /// @param location the workplace's row
    record Employment(JobId job, FirmId firm, String title, Money hourlyWage, Hours shift, int location) {}

    sealed interface BuyResult {
        @WireName("economy.bought.v1")
        record Bought(Money paid) implements BuyResult {}

        @WireName("economy.not-for-sale.v1")
        record NotForSale() implements BuyResult {}

        @WireName("economy.out-of-stock.v1")
        record OutOfStock(int left) implements BuyResult {}

        @WireName("economy.cannot-afford.v1")
        record CannotAfford(Money missing) implements BuyResult {}

        /// The buyer carries so much of the good that it cannot take as many.
        ///
        /// @param room units that it could take
        @WireName("economy.hands-full.v1")
        record HandsFull(int room) implements BuyResult {}

        @WireName("economy.shop-closed.v1")
        record ShopClosed() implements BuyResult {}
    }

    enum JobRefusal {
        NO_SUCH_JOB,
        NO_FREE_PLACE,
        HAS_A_JOB,
        HAS_NO_JOB
    }
}
