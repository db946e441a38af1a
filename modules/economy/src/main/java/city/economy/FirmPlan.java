package city.economy;

import city.world.Hours;
import city.world.LocationId;
import java.util.List;

/// A firm as a scenario founds it.
///
/// @param owner           whose account gets what the firm does not need; the treasury's or a resident's
/// @param capital         its first balance, a posting from the mint
/// @param contractPerHour what the treasury pays it for each hour worked, zero for a firm that lives on its customers
public record FirmPlan(
        FirmId id,
        String name,
        LocationId location,
        AccountId owner,
        Money capital,
        Money contractPerHour,
        List<Product> products,
        List<Job> jobs) {
    public static final int MAX_PRODUCTS = 16;
    public static final int MAX_JOBS = 32;

    /// The most that one unit or one hour can cost. With the other limits here, what a firm spends in a few days fits
    /// a long.
    public static final Money MAX_RATE = new Money(100_000_000);

    public FirmPlan {
        products = List.copyOf(products);
        jobs = List.copyOf(jobs);
        requireNotNegative("capital", capital);
        requireRate("contract_per_hour", contractPerHour);
        if (products.size() > MAX_PRODUCTS || jobs.size() > MAX_JOBS) {
            throw new IllegalArgumentException("a firm must have at most %d products and %d jobs: %d, %d"
                    .formatted(MAX_PRODUCTS, MAX_JOBS, products.size(), jobs.size()));
        }
    }

    /// What a firm makes and sells.
    ///
    /// @param price           of one unit, posted
    /// @param unitsPerHour    made by one worker's hour
    /// @param stockCap        units above which no more is made
    /// @param openingStock    units at founding
    /// @param inputs          what one unit takes
    public record Product(
            String good, Money price, int unitsPerHour, int stockCap, int openingStock, List<Input> inputs) {
        public static final int MAX_UNITS_PER_HOUR = 10_000;
        public static final int MAX_STOCK = 1_000_000;
        public static final int MAX_INPUTS = 8;

        public Product {
            inputs = List.copyOf(inputs);
            requireRate("price", price);
            if (!price.isPositive()) {
                throw new IllegalArgumentException("price must be above zero: " + price);
            }
            if (unitsPerHour < 1 || stockCap < 1 || openingStock < 0 || openingStock > stockCap) {
                throw new IllegalArgumentException(
                        "units_per_hour and stock_cap must be at least 1, opening_stock 0 to stock_cap: %d, %d, %d"
                                .formatted(unitsPerHour, stockCap, openingStock));
            }
            if (unitsPerHour > MAX_UNITS_PER_HOUR || stockCap > MAX_STOCK || inputs.size() > MAX_INPUTS) {
                throw new IllegalArgumentException(
                        "units_per_hour must be at most %d, stock_cap %d, inputs %d: %d, %d, %d"
                                .formatted(
                                        MAX_UNITS_PER_HOUR,
                                        MAX_STOCK,
                                        MAX_INPUTS,
                                        unitsPerHour,
                                        stockCap,
                                        inputs.size()));
            }
        }
    }

    /// @param milliUnits thousandths of a unit of the input for one unit of the product
    public record Input(String good, int milliUnits) {
        public static final int MAX_MILLI_UNITS = 100_000;

        public Input {
            if (milliUnits < 1 || milliUnits > MAX_MILLI_UNITS) {
                throw new IllegalArgumentException(
                        "milli_units must be 1 to %d: %d".formatted(MAX_MILLI_UNITS, milliUnits));
            }
        }
    }

    /// @param hourlyWage paid for each hour worked
    /// @param places     how many may hold it at once
    /// @param shift      when it is done; at most 12 hours
    public record Job(JobId id, String title, Money hourlyWage, int places, Hours shift) {
        public static final int MAX_PLACES = 10_000;

        public Job {
            requireRate("hourly_wage", hourlyWage);
            if (places < 1 || places > MAX_PLACES) {
                throw new IllegalArgumentException("places must be 1 to %d: %d".formatted(MAX_PLACES, places));
            }
            if (shift.minutes() > 12 * 60) {
                throw new IllegalArgumentException(
                        "shift must be at most 12 hours: %d minutes".formatted(shift.minutes()));
            }
        }
    }

    private static void requireRate(String field, Money amount) {
        requireNotNegative(field, amount);
        if (amount.compareTo(MAX_RATE) > 0) {
            throw new IllegalArgumentException("%s must be at most %s: %s".formatted(field, MAX_RATE, amount));
        }
    }

    private static void requireNotNegative(String field, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("%s must not be negative: %s".formatted(field, amount));
        }
    }
}
