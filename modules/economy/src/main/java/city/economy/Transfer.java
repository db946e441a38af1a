package city.economy;

/// Money from one account to another, as double entry: one debit, one credit, of the same amount.
///
/// @param memo why, for people; at most 200 characters
public record Transfer(AccountId from, AccountId to, Money amount, Kind kind, String memo) {
    public static final int MAX_MEMO_LENGTH = 200;

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be above zero: " + amount);
        }
        if (memo.length() > MAX_MEMO_LENGTH) {
            throw new IllegalArgumentException(
                    "memo must have at most %d characters: %d".formatted(MAX_MEMO_LENGTH, memo.length()));
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("to must be another account than from: " + to.value());
        }
    }

    public enum Kind {
        /// Made by the mint, at founding or arrival.
        ENDOWMENT,
        TRANSFER,
        GIFT,
        PURCHASE,
        /// One firm buys what it needs from another.
        SUPPLY,
        WAGE,
        /// The treasury pays a firm for hours worked for all.
        CONTRACT,
        DIVIDEND,
        /// What a departed resident leaves, to the treasury.
        ESTATE
    }
}
