package city.economy.application;

import city.economy.EconomyEvent.ArrearsPaid;
import city.economy.EconomyEvent.WageOwed;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.economy.domain.Jobs;
import city.world.ResidentId;
import city.world.kernel.Turn;

/// Wages, what is owed of them, and the treasury's contracts that pay for some of them.
final class Payroll {
    private final Books books;
    private final Ledger ledger;
    private final Supply supply;

    Payroll(Books books, Ledger ledger, Supply supply) {
        this.books = books;
        this.ledger = ledger;
        this.supply = supply;
    }

    /// Pays whole minor units; what the firm cannot pay becomes arrears.
    ///
    /// @return what was paid, in minor units
    long payWage(int slot, Turn turn) {
        int job = books.workers().jobOf(slot);
        long due = job == Jobs.NONE ? 0 : books.workers().due(slot);
        if (due == 0) {
            return 0;
        }
        int firm = books.jobs().firmOf(job);
        if (payable(firm) < due) {
            collectContract(firm, turn);
        }
        long paid = Math.min(due, payable(firm));
        books.workers().settle(slot, due);
        if (paid > 0) {
            pay(firm, slot, paid, "wage, " + books.jobs().get(job).title(), turn);
        }
        if (paid < due) {
            books.arrears().add(firm, slot, due - paid, turn.tick());
            turn.raise(new WageOwed(resident(slot), books.firms().idOf(firm), new Money(due - paid)));
        }
        return paid;
    }

    /// The treasury pays for hours worked, as far as it can; the rest stays due.
    void collectContract(int firm, Turn turn) {
        long amount = Math.min(books.firms().contractDue(firm), books.accounts().balanceOf(Accounts.TREASURY));
        if (amount > 0) {
            int account = books.firms().accountOf(firm);
            ledger.post(Accounts.TREASURY, account, amount, Transfer.Kind.CONTRACT, "hours worked for the city", turn);
            books.firms().settleContract(firm, amount);
        }
    }

    /// Pays what the firm owes, the oldest claim first, as far as it can.
    void payArrears(int firm, Turn turn) {
        if (books.firms().owedBy(firm) == 0) {
            return;
        }
        long left = payable(firm);
        for (int claim : books.arrears().ofFirm(firm)) {
            left -= payClaim(claim, left, turn);
        }
    }

    /// Pays a resident who leaves what can be paid of what it is owed. The rest lapses.
    void settleWithLeaver(int slot, Turn turn) {
        for (int claim : books.arrears().ofSlot(slot)) {
            long owed = books.arrears().owed(claim);
            long paid = payClaim(claim, payable(books.arrears().firmOf(claim)), turn);
            if (paid < owed) {
                books.arrears().reduce(claim, owed - paid);
            }
        }
    }

    /// What a firm can spend on wages now. It holds back what it needs to buy inputs, but never more than half: a
    /// firm in debt that could buy no flour would bake no bread, and pay nobody ever again.
    private long payable(int firm) {
        long balance = books.accounts().balanceOf(books.firms().accountOf(firm));
        return balance - Math.min(balance / 2, supply.costOfMissingInputs(firm));
    }

    private long payClaim(int claim, long limit, Turn turn) {
        long paid = Math.min(books.arrears().owed(claim), limit);
        if (paid <= 0) {
            return 0;
        }
        int firm = books.arrears().firmOf(claim);
        int slot = books.arrears().slotOf(claim);
        pay(firm, slot, paid, "wage owed", turn);
        books.arrears().reduce(claim, paid);
        turn.raise(new ArrearsPaid(resident(slot), books.firms().idOf(firm), new Money(paid)));
        return paid;
    }

    private void pay(int firm, int slot, long minor, String memo, Turn turn) {
        int purse = books.accounts().ofSlot(slot);
        ledger.post(books.firms().accountOf(firm), purse, minor, Transfer.Kind.WAGE, memo, turn);
    }

    private ResidentId resident(int slot) {
        return new ResidentId(
                books.accounts().idOf(books.accounts().ofSlot(slot)).value());
    }
}
