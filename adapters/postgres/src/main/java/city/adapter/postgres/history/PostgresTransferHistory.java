package city.adapter.postgres.history;

import city.economy.AccountId;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import city.economy.spi.TransferHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class PostgresTransferHistory implements TransferHistory {
    private final TransactionRepository transactions;

    PostgresTransferHistory(TransactionRepository transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<PastTransfer> find(TransferId id) {
        return transactions.find(id.value()).map(PostgresTransferHistory::transfer);
    }

    @Override
    public List<PastTransfer> list(Optional<AccountId> account, long beforeSequence, int limit) {
        var rows = account.isPresent()
                ? transactions.listOf(account.get().value(), beforeSequence, limit)
                : transactions.list(beforeSequence, limit);
        return rows.stream().map(PostgresTransferHistory::transfer).toList();
    }

    private static PastTransfer transfer(TransactionRow row) {
        return new PastTransfer(
                new TransferId(row.id()),
                new AccountId(row.senderId()),
                new AccountId(row.receiverId()),
                new Money(row.amount().movePointRight(2).longValueExact()),
                Transfer.Kind.valueOf(row.type().toUpperCase(Locale.ROOT)),
                row.memo(),
                row.sequence(),
                row.tick(),
                row.createdAt());
    }
}
