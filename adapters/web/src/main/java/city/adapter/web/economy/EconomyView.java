package city.adapter.web.economy;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The economy's things as the API shows them.
final class EconomyView {
    private EconomyView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Transaction", description = "Money that went from one account to another")
    record Transaction(
            @Schema(description = "Its id", example = Examples.TRANSFER)
            UUID id,

            @Schema(description = "The account that paid", example = Examples.RESIDENT)
            UUID senderId,

            @Schema(description = "The account that got it", example = Examples.OTHER_RESIDENT)
            UUID receiverId,

            @Schema(description = "How much", example = "12.50")
            String amount,

            @Schema(
                    description = "What for",
                    allowableValues = {
                        "endowment",
                        "transfer",
                        "gift",
                        "purchase",
                        "supply",
                        "wage",
                        "contract",
                        "dividend",
                        "estate"
                    })
            String kind,

            @Schema(description = "Why, for people", example = "for the flowers")
            String memo,

            @Schema(description = "The tick in which it was made")
            long tick,

            @Schema(description = "City time") Instant time)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Transactions", description = "A page of transactions, newest first")
    record Transactions(
            List<Transaction> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Account", description = "An account; a resident's and a firm's have their owner's id")
    record Account(
            @Schema(description = "Its id", example = Examples.RESIDENT)
            UUID id,

            @Schema(
                    description = "Whose it is",
                    allowableValues = {"mint", "treasury", "firm", "resident"})
            String kind,

            @Schema(description = "The firm's name, mint, treasury, or the resident's id")
            String owner,

            @Schema(description = "What is on it; only the mint's may be below zero", example = "1000.00")
            String balance,

            @Schema(description = "False when its owner has departed")
            boolean open)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Accounts", description = "A page of accounts")
    record Accounts(
            List<Account> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Balance", description = "A resident's money")
    record Balance(
            @Schema(description = "The resident's id", example = Examples.RESIDENT)
            UUID agentId,

            @Schema(description = "Its money", example = "1000.00")
            String balance,

            @Schema(description = "Wage that was earned and is not yet due", example = "24.00")
            String accrued,

            @Schema(description = "Wages that its firm could not pay yet", example = "0.00")
            String owed)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Sale", description = "Something that a firm sells")
    record Sale(String good, @Schema(example = "2.50") String price, int stock) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Job", description = "A kind of job at a firm")
    record Job(
            @Schema(description = "Its id", example = Examples.JOB)
            UUID id,

            @Schema(description = "The firm's id", example = Examples.FIRM)
            UUID firmId,

            @Schema(example = "baker") String title,
            @Schema(example = "12.00") String hourlyWage,

            @Schema(description = "How many may hold it at once")
            int places,

            @Schema(description = "How many hold it now") int taken) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Jobs", description = "A page of jobs")
    record Jobs(
            List<Job> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Firm", description = "A firm")
    record Firm(
            @Schema(description = "Its id, and its account's", example = Examples.FIRM)
            UUID id,

            @Schema(example = "Miller's Bakery") String name,

            @Schema(description = "Where it is", example = Examples.LOCATION)
            UUID locationId,

            @Schema(description = "The account that gets what it does not need")
            UUID ownerId,

            @Schema(example = "5000.00") String balance,

            @Schema(description = "Wages that it could not pay yet", example = "0.00")
            String owed,

            List<Sale> sales,
            List<Job> jobs)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Firms", description = "A page of firms")
    record Firms(
            List<Firm> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}
}
