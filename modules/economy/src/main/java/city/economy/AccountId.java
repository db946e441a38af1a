package city.economy;

import java.util.UUID;

/// An account's id; a resident's and a firm's account have the id of their owner.
public record AccountId(UUID value) {
    /// The mint's: where all money comes from.
    public static final AccountId MINT = new AccountId(new UUID(0x6d696e74_0000_8000L, 0x8000_000000000000L));

    /// The treasury's: `74726561-7375-8000-8000-000000000000` in every city.
    public static final AccountId TREASURY = new AccountId(new UUID(0x74726561_7375_8000L, 0x8000_000000000000L));
}
