package city.economy.application;

import city.economy.Transfer;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.world.kernel.Turn;

/// What happens in firms by the clock: every hour they collect, pay what they owe and restock; at midnight they pay out
/// their surplus. Each costs O(firms).
final class BusinessDay {
    /// Days of wages and inputs that a firm keeps: a closed weekend and one bad day.
    private static final int RESERVE_DAYS = 3;

    private static final long SECONDS_PER_HOUR = 3600;

    private final Books books;
    private final Ledger ledger;
    private final Payroll payroll;
    private final Supply supply;

    BusinessDay(Books books, Ledger ledger, Payroll payroll, Supply supply) {
        this.books = books;
        this.ledger = ledger;
        this.payroll = payroll;
        this.supply = supply;
    }

    void pass(Turn turn) {
        long hour = hour(turn, turn.tick());
        if (hour == hour(turn, turn.tick() - 1)) {
            return;
        }
        int firms = books.firms().count();
        // Where cash or stock is short, who is first gets it: so each hour another firm is.
        for (int i = 0; i < firms; i++) {
            int firm = (int) Math.floorMod(hour + i, (long) firms);
            payroll.collectContract(firm, turn);
            payroll.payArrears(firm, turn);
            supply.restock(firm, turn);
        }
        if (turn.clock().day(turn.tick()) != turn.clock().day(turn.tick() - 1)) {
            for (int firm = 0; firm < firms; firm++) {
                payDividend(firm, turn);
            }
        }
    }

    private void payDividend(int firm, Turn turn) {
        int account = books.firms().accountOf(firm);
        long reserve = Math.multiplyExact(books.trade().dailyCostOf(firm), RESERVE_DAYS);
        long surplus = books.accounts().balanceOf(account)
                - Math.addExact(reserve, books.firms().owedBy(firm));
        if (surplus > 0) {
            var memo = "dividend of " + books.firms().nameOf(firm);
            ledger.post(account, ownerOf(firm), surplus, Transfer.Kind.DIVIDEND, memo, turn);
        }
    }

    /// The owner's account, or the treasury's while the owner is not there.
    private int ownerOf(int firm) {
        int owner = books.accounts().find(books.firms().ownerOf(firm));
        return owner != Accounts.NONE && books.accounts().isOpen(owner) ? owner : Accounts.TREASURY;
    }

    private static long hour(Turn turn, long tick) {
        return Math.floorDiv(turn.clock().at(tick).getEpochSecond(), SECONDS_PER_HOUR);
    }
}
