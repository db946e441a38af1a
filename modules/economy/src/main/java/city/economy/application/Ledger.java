package city.economy.application;

import city.economy.Economy;
import city.economy.EconomyEvent.MoneyTransferred;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.world.kernel.Turn;

/// Posts transfers: one debit, one credit, one event. Whether they are allowed was asked before.
final class Ledger {
    private final Books books;

    Ledger(Books books) {
        this.books = books;
    }

    /// @param from row of the debited account
    /// @param to   row of the credited account
    TransferId post(int from, int to, long minor, Transfer.Kind kind, String memo, Turn turn) {
        var accounts = books.accounts();
        accounts.move(from, to, minor);
        books.days().note(turn.clock().day(turn.tick()), kind, minor);
        var id = new TransferId(turn.newId());
        turn.raise(new MoneyTransferred(
                id, accounts.idOf(from), accounts.idOf(to), new Money(minor), kind, shorten(memo)));
        return id;
    }

    /// New money. Zero makes no posting.
    ///
    /// @throws IllegalArgumentException when it is more than {@link #mintable}
    void endow(int to, Money amount, String memo, Turn turn) {
        if (amount.compareTo(mintable()) > 0) {
            throw new IllegalArgumentException("the mint can make %s more: %s".formatted(mintable(), amount));
        }
        if (amount.isPositive()) {
            post(Accounts.MINT, to, amount.minor(), Transfer.Kind.ENDOWMENT, memo, turn);
        }
    }

    /// The mint owes what all others have.
    Money mintable() {
        return new Money(Economy.MAX_CIRCULATION.minor() + books.accounts().balanceOf(Accounts.MINT));
    }

    private static String shorten(String memo) {
        if (memo.length() <= Transfer.MAX_MEMO_LENGTH) {
            return memo;
        }
        int end = Transfer.MAX_MEMO_LENGTH;
        return memo.substring(0, Character.isHighSurrogate(memo.charAt(end - 1)) ? end - 1 : end);
    }
}
