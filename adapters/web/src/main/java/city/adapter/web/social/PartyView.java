package city.adapter.web.social;

import city.adapter.web.docs.Examples;
import city.adapter.web.social.SocialView.Somebody;
import city.adapter.web.traffic.Tagged;
import city.agents.AgentsCommand.PlanParty;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Parties as the API shows them.
final class PartyView {
    private PartyView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Party", description = "A party, and how far the word of it has gone")
    record Party(
            @Schema(description = "Its id", example = Examples.PARTY)
            UUID id,

            @Schema(description = "What it is called", example = "Midsummer Night")
            String name,

            Somebody host,

            @Schema(description = "Where it is given") UUID locationId,

            @Schema(description = "City time") Instant begins,

            @Schema(description = "City time") Instant ends,

            @Schema(description = "How many live in the city now")
            int residents,

            @Schema(description = "How many know of it, the host among them")
            int told,

            @Schema(description = "`told` by `residents`, 0 to 1", example = "0.125")
            BigDecimal toldShare,

            @Schema(description = "How many of those mean, or meant, to come")
            int willing,

            @Schema(description = "How many of those came so far")
            int came,

            @Schema(description = "`came` by `told`, 0 to 1", example = "0.4")
            BigDecimal cameShare)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Parties", description = "A page of parties")
    record Parties(
            List<Party> items,

            @Schema(description = "For the next page; null at the end") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PartyGuest", description = "Somebody who knows of a party")
    record Guest(
            Somebody agent,

            @Schema(description = "By whom the word came, from the host to whoever told this one; empty for the host")
            List<Somebody> path,

            @Schema(description = "City time") Instant toldAt,

            @Schema(description = "Whether it means, or meant, to come")
            boolean willing,

            @Schema(description = "City time at which it was first there; null for not") @Nullable
            Instant cameAt) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PartyGuests", description = "A page of those who know of a party")
    record Guests(
            List<Guest> items,

            @Schema(description = "For the next page; null at the end") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PlannedParty", description = "A party that is planned")
    record Planned(@Schema(description = "Its id") UUID id) {}

    @Schema(name = "NewParty", description = "A party that somebody is to give")
    record NewParty(
            @Schema(
                    description = "Who gives it",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.RESIDENT)
            UUID host_id,

            @Schema(
                    description = "What it is called",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = PlanParty.LONGEST_NAME,
                    example = "Midsummer Night")
            String name,

            @Schema(
                    description = "A place that is open all the while, or the host's home",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.LOCATION)
            UUID location_id,

            @Schema(
                    description = "City time, within seven days",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "2030-04-02T18:00:00Z")
            Instant begins,

            @Schema(
                    description = "How long, in city time",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "30",
                    maximum = "720",
                    example = "120")
            int minutes) {}
}
