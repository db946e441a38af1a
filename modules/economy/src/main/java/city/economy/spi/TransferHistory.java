package city.economy.spi;

import city.economy.AccountId;
import city.economy.Money;
import city.economy.Transfer;
import city.economy.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All transfers that were ever made. Safe from any thread; blocks.
public interface TransferHistory {
    Optional<PastTransfer> find(TransferId id);

    /// Transfers from or to the account, or all, newest first.
    ///
    /// @param beforeSequence of the event of the last one on the page before; {@link Long#MAX_VALUE} for the first
    /// page
    List<PastTransfer> list(Optional<AccountId> account, long beforeSequence, int limit);

    /// @param sequence of its event in the log
    /// @param time     city time
    record PastTransfer(
            TransferId id,
            AccountId from,
            AccountId to,
            Money amount,
            Transfer.Kind kind,
            String memo,
            long sequence,
            long tick,
            Instant time) {}
}
