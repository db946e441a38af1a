package city.economy.application;

import city.economy.AccountId;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferResult;
import city.economy.TransferResult.Done;
import city.economy.TransferResult.InsufficientFunds;
import city.economy.TransferResult.NoSuchAccount;
import city.economy.TransferResult.NotTransferable;
import city.economy.domain.Accounts;
import city.economy.domain.Books;
import city.world.kernel.Turn;
import java.util.Optional;
import java.util.stream.Stream;

/// Moves money because somebody wants it.
final class Transfers {
    private final Books books;
    private final Ledger ledger;

    Transfers(Books books, Ledger ledger) {
        this.books = books;
        this.ledger = ledger;
    }

    TransferResult transfer(Transfer transfer, Turn turn) {
        var refusal = Stream.of(transfer.from(), transfer.to())
                .flatMap(account -> refuse(account).stream())
                .findFirst();
        return refusal.orElseGet(() -> move(transfer, turn));
    }

    private Optional<TransferResult> refuse(AccountId account) {
        int row = books.accounts().find(account);
        if (row == Accounts.NONE) {
            return Optional.of(new NoSuchAccount(account));
        }
        if (row == Accounts.MINT) {
            return Optional.of(new NotTransferable(account, "the mint only endows"));
        }
        return books.accounts().isOpen(row)
                ? Optional.empty()
                : Optional.of(new NotTransferable(account, "the account is closed"));
    }

    private TransferResult move(Transfer transfer, Turn turn) {
        int from = books.accounts().find(transfer.from());
        int to = books.accounts().find(transfer.to());
        long minor = transfer.amount().minor();
        long balance = books.accounts().balanceOf(from);
        if (balance < minor) {
            return new InsufficientFunds(new Money(minor - balance));
        }
        return new Done(ledger.post(from, to, minor, transfer.kind(), transfer.memo(), turn));
    }
}
