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
    public FirmPlan {
        products = List.copyOf(products);
        jobs = List.copyOf(jobs);
        requireNotNegative("capital", capital);
        requireNotNegative("contract_per_hour", contractPerHour);
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
        public Product {
            inputs = List.copyOf(inputs);
            if (!price.isPositive()) {
                throw new IllegalArgumentException("price must be above zero: " + price);
            }
            if (unitsPerHour < 1 || stockCap < 1 || openingStock < 0 || openingStock > stockCap) {
                throw new IllegalArgumentException(
                        "units_per_hour and stock_cap must be at least 1, opening_stock 0 to stock_cap: %d, %d, %d"
                                .formatted(unitsPerHour, stockCap, openingStock));
            }
        }
    }

    /// @param milliUnits thousandths of a unit of the input for one unit of the product
    public record Input(String good, int milliUnits) {
        public Input {
            if (milliUnits < 1) {
                throw new IllegalArgumentException("milli_units must be at least 1: " + milliUnits);
            }
        }
    }

    /// @param hourlyWage paid for each hour worked
    /// @param places     how many may hold it at once
    /// @param shift      when it is done; at most 12 hours
    public record Job(JobId id, String title, Money hourlyWage, int places, Hours shift) {
        public Job {
            requireNotNegative("hourly_wage", hourlyWage);
            if (places < 1) {
                throw new IllegalArgumentException("places must be at least 1: " + places);
            }
            if (shift.minutes() > 12 * 60) {
                throw new IllegalArgumentException("shift must be at most 12 hours: %d minutes".formatted(shift.minutes()));
            }
        }
    }

    private static void requireNotNegative(String field, Money amount) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("%s must not be negative: %s".formatted(field, amount));
        }
    }
}
