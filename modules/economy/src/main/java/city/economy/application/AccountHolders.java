package city.economy.application;

import city.economy.AccountId;
import city.economy.EconomyReads.AccountKind;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.world.ResidentId;
import city.world.kernel.Turn;

/// Residents come and go.
final class AccountHolders {
    private final Books books;
    private final Ledger ledger;
    private final Work work;
    private final Payroll payroll;

    AccountHolders(Books books, Ledger ledger, Work work, Payroll payroll) {
        this.books = books;
        this.ledger = ledger;
        this.work = work;
        this.payroll = payroll;
    }

    Money mintable() {
        return ledger.mintable();
    }

    void open(int slot, ResidentId resident, Money endowment, Turn turn) {
        if (!books.areFounded()) {
            throw new IllegalStateException("the economy must be founded before residents come");
        }
        if (endowment.isNegative()) {
            throw new IllegalArgumentException("endowment must not be negative: " + endowment);
        }
        int row = books.accounts().open(new AccountId(resident.value()), AccountKind.RESIDENT, slot, Accounts.NONE, "");
        books.workers().enter(slot);
        ledger.endow(row, endowment, "endowment", turn);
    }

    void close(int slot, Turn turn) {
        books.workers().require(slot);
        work.quit(slot, turn);
        payroll.settleWithLeaver(slot, turn);
        int row = books.accounts().ofSlot(slot);
        long balance = books.accounts().balanceOf(row);
        if (balance > 0) {
            ledger.post(row, Accounts.TREASURY, balance, Transfer.Kind.ESTATE, "estate", turn);
        }
        books.pantry().clear(slot);
        books.workers().leave(slot);
        books.accounts().close(row);
    }
}
