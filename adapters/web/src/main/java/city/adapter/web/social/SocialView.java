package city.adapter.web.social;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Talk and ties as the API shows them.
final class SocialView {
    private SocialView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Somebody", description = "A resident by id and name")
    record Somebody(@Schema(example = Examples.RESIDENT) UUID id, String name) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Interaction", description = "A conversation, or an invitation to one")
    record Interaction(
            @Schema(description = "Its id", example = Examples.INTERACTION)
            UUID id,

            @Schema(allowableValues = {"invited", "open", "ended"})
            String state,

            @Schema(description = "Where it is held") UUID locationId,

            @Schema(description = "Who takes part; all who ever did, once it has ended")
            List<Somebody> members,

            @Schema(description = "Who is asked and has not answered")
            List<Somebody> invited,

            @Schema(description = "City time of the invitation, or of its beginning")
            Instant started,

            @Schema(description = "City time; null while it goes on") @Nullable
            Instant ended,

            @Schema(description = "How many things were said")
            int messages,

            @Schema(description = "How many may be said; null once it has ended") @Nullable
            Integer limit,

            @Schema(description = "Whose turn it is to speak; null once it has ended") @Nullable
            Somebody turn,

            @Schema(description = "What it is about now; may be empty")
            String topic,

            @Schema(
                    description = "How it went; null while it goes on",
                    allowableValues = {"cut_short", "plain", "pleasant", "cross"})
            @Nullable
            String outcome,

            @Schema(
                    description = "Why it ended; null while it goes on",
                    allowableValues = {"limit", "left", "walked_away", "timed_out", "by_operator"})
            @Nullable
            String ending)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Interactions", description = "A page of conversations, newest first")
    record Interactions(
            List<Interaction> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Talked", description = "What was done in which conversation")
    record Talked(
            @Schema(description = "The conversation's id; of an invitation, of what it may become")
            UUID id,

            @Schema(description = "Who did it; null for the operator") @Nullable
            UUID agentId,

            @Schema(allowableValues = {"invited", "said", "ended"})
            String what,

            @Schema(description = "The tick in which it was done")
            long tick) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Relationship", description = "What one resident holds of another, as it is now")
    record Relationship(
            @Schema(description = "Its id: the residents' slots are in it")
            UUID id,

            @Schema(description = "Who holds it") Somebody agent1,
            @Schema(description = "Of whom") Somebody agent2,

            @Schema(
                    allowableValues = {
                        "stranger",
                        "acquaintance",
                        "colleague",
                        "friend",
                        "close_friend",
                        "rival",
                        "family"
                    })
            String type,

            @Schema(
                    description = "What the second is to the first beyond that",
                    allowableValues = {"none", "colleague", "relative", "parent", "child", "sibling", "partner"})
            String bond,

            @Schema(description = "0 to 1", example = "0.35")
            BigDecimal strength,

            @Schema(description = "-1 to 1", example = "0.210")
            BigDecimal sentiment,

            @Schema(description = "-1 to 1", example = "0.180")
            BigDecimal trust,

            @Schema(description = "0 to 1", example = "0.410")
            BigDecimal familiarity,

            @Schema(description = "City time of their first contact")
            Instant met,

            @Schema(description = "City time of their last contact; from then on it fades")
            Instant contacted) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Relationships", description = "A page of a resident's ties, the strongest first")
    record Relationships(
            List<Relationship> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Pair", description = "What two residents are to each other")
    record Pair(
            @Schema(description = "The first's id") UUID id,

            @Schema(description = "What the first holds of the other; null when there is no tie") @Nullable
            Relationship there,

            @Schema(description = "What the other holds of the first; null when there is no tie") @Nullable
            Relationship back,

            @Schema(description = "Whom both know, those first whom they know best")
            List<Somebody> mutuals)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Network", description = "Whom a resident knows, and whom those know; at most 500 residents")
    record Network(
            @Schema(description = "The resident's id") UUID id, List<Node> members, List<Relationship> ties)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Node", description = "A resident in somebody's network")
    record Node(
            UUID id,
            String name,

            @Schema(description = "Ties on the way to it; 0 for oneself")
            int distance) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Suggestions", description = "Whom a resident might get to know, the likeliest first")
    record Suggestions(
            @Schema(description = "The resident's id") UUID id,
            List<Suggestion> items,

            @Schema(description = "Always null: the list is whole") @Nullable
            String next)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Suggestion")
    record Suggestion(
            UUID id,
            String name,

            @Schema(description = "How many of its own know it")
            int through) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Communities", description = "A page of groups, the largest first")
    record Communities(
            List<Community> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Community", description = "Residents who are tied closer to each other than to the rest")
    record Community(int number, int size, List<UUID> members) {}
}
