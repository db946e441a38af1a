package city.economy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount in minor units: cents, of which a hundred make one. Exact; arithmetic that would overflow throws.
public record Money(long minor) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /// @param text a decimal with at most two places, such as `12.50`
    /// @throws IllegalArgumentException when it is not, or is too large
    public static Money parse(String text) {
        if (!text.matches("-?\\d{1,15}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("must be a decimal with at most two places: \"" + text + "\"");
        }
        return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, other.minor));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor));
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, other.minor);
    }

    /// As in JSON: a decimal with two places.
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, 2)
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
