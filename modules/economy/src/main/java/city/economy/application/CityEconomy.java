package city.economy.application;

import city.economy.Economy;
import city.economy.Good;
import city.economy.JobId;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferResult;
import city.economy.domain.Books;
import city.economy.domain.Jobs;
import city.world.ResidentId;
import city.world.kernel.Turn;
import java.util.List;
import java.util.Optional;

/// The economy's brochure, each verb handed to whoever does it. The read-only ones touch nothing but books and indexes.
final class CityEconomy implements Economy {
    private final Books books;
    private final AccountHolders holders;
    private final Transfers transfers;
    private final Market market;
    private final Work work;
    private final Payroll payroll;

    CityEconomy(Books books, AccountHolders holders, Transfers transfers, Market market, Work work, Payroll payroll) {
        this.books = books;
        this.holders = holders;
        this.transfers = transfers;
        this.market = market;
        this.work = work;
        this.payroll = payroll;
    }

    @Override
    public Money mintable() {
        return holders.mintable();
    }

    @Override
    public void openAccount(int slot, ResidentId resident, Money endowment, Turn turn) {
        holders.open(slot, resident, endowment, turn);
    }

    @Override
    public void closeAccount(int slot, Turn turn) {
        holders.close(slot, turn);
    }

    @Override
    public TransferResult transfer(Transfer transfer, Turn turn) {
        return transfers.transfer(transfer, turn);
    }

    @Override
    public Money balanceOf(int slot) {
        return new Money(books.accounts().balanceOf(books.accounts().ofSlot(slot)));
    }

    @Override
    public List<Offer> offersAt(int location) {
        return market.offersAt(location);
    }

    @Override
    public int[] goodsOfFirmsAt(int location) {
        return books.trade().goodsAt(location);
    }

    @Override
    public List<Good> goods() {
        return books.goods().list();
    }

    @Override
    public BuyResult buy(int slot, int location, int good, int units, Turn turn) {
        return market.buy(slot, location, good, units, turn);
    }

    @Override
    public int carried(int slot, int good) {
        return books.pantry().carried(slot, good);
    }

    @Override
    public boolean consume(int slot, int good) {
        return books.pantry().takeOne(slot, good);
    }

    @Override
    public Optional<Employment> employmentOf(int slot) {
        return work.employmentOf(slot);
    }

    @Override
    public List<Employment> openings(int limit) {
        return books.jobs().openings(limit);
    }

    @Override
    public boolean hasFreePlace(JobId job) {
        int row = books.jobs().find(job);
        return row != Jobs.NONE && books.jobs().hasFreePlace(row);
    }

    @Override
    public Optional<JobRefusal> takeJob(int slot, JobId job, Turn turn) {
        return work.take(slot, job, turn);
    }

    @Override
    public Optional<JobRefusal> quitJob(int slot, Turn turn) {
        return work.quit(slot, turn);
    }

    @Override
    public void book(int slot, int minutes, Turn turn) {
        work.book(slot, minutes);
    }

    @Override
    public Money payWage(int slot, Turn turn) {
        books.workers().require(slot);
        return new Money(payroll.payWage(slot, turn));
    }
}
