package city.economy;

import city.world.kernel.WireName;

public sealed interface TransferResult {
    @WireName("economy.transferred.v1")
    record Done(TransferId id) implements TransferResult {}

    @WireName("economy.insufficient-funds.v1")
    record InsufficientFunds(Money missing) implements TransferResult {}

    @WireName("economy.no-such-account.v1")
    record NoSuchAccount(AccountId account) implements TransferResult {}

    /// The account takes part in no transfer that somebody orders: the mint, or one that is closed.
    @WireName("economy.not-transferable.v1")
    record NotTransferable(AccountId account, String reason) implements TransferResult {}
}
