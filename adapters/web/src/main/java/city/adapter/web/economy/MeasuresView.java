package city.adapter.web.economy;

import city.adapter.web.docs.Examples;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the economy comes to, as the API shows it.
final class MeasuresView {
    private MeasuresView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "EconomyMetrics", description = "What the economy comes to: exact, at the moment of City-Sequence")
    record Metrics(
            @Schema(description = "All money that the mint made", example = "45000.00")
            String moneySupply,

            @Schema(description = "What of it the treasury has", example = "20000.00")
            String treasury,

            @Schema(description = "What of it firms have", example = "12000.00")
            String firms,

            @Schema(description = "What of it residents have", example = "13000.00")
            String residents,

            @Schema(description = "Residents in the city", example = "25")
            int population,

            @Schema(description = "Of a resident's balance, rounded down to the cent", example = "520.00")
            String meanBalance,

            @Schema(description = "A balance that half of the residents do not exceed", example = "480.00")
            String medianBalance,

            @Schema(description = "A balance that a tenth of the residents do not exceed", example = "90.00")
            String p10Balance,

            @Schema(description = "A balance that nine tenths of the residents do not exceed", example = "900.00")
            String p90Balance,

            @Schema(
                    description = "Gini coefficient of the residents' balances: 0 when all have the same, towards 1"
                            + " when one has all",
                    minimum = "0",
                    maximum = "1",
                    example = "0.31")
            double gini,

            @Schema(description = "Residents with a job", example = "21")
            int employed,

            @Schema(
                    description = "Residents without a job among all; everybody counts as wanting one",
                    minimum = "0",
                    maximum = "1",
                    example = "0.16")
            double unemployment,

            @Schema(description = "Value added today so far", example = "130.00")
            String gdpToday,

            @Schema(description = "Value added yesterday; null on the first day", example = "260.00") @Nullable
            String gdpYesterday,

            @Schema(description = "The days since the founding, at most 31, today first")
            List<Day> days) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "EconomyDay", description = "What was sold and earned on a day")
    record Day(
            @Schema(description = "In city time", type = "string", format = "date", example = "2030-04-01")
            LocalDate date,

            @Schema(
                    description = "Value added: what firms sold to residents and to the treasury. What they bought of"
                            + " each other cancels out, and stock counts when it is sold",
                    example = "260.00")
            String gdp,

            @Schema(description = "What residents bought", example = "120.00")
            String purchases,

            @Schema(description = "What the treasury paid firms for hours worked", example = "140.00")
            String contracts,

            @Schema(description = "What firms paid", example = "230.00")
            String wages) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Ranked", description = "A place in the order of wealth")
    record Ranked(
            @Schema(description = "From 1", example = "1") int rank,

            @Schema(description = "The resident's id", example = Examples.RESIDENT)
            UUID agentId,

            @Schema(description = "The resident's name", example = "Ada Miller")
            String name,

            @Schema(description = "The resident's money", example = "1000.00")
            String balance) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Leaderboard", description = "A page of residents, the richest first")
    record Leaderboard(
            List<Ranked> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}
}
