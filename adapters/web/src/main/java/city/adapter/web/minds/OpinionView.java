package city.adapter.web.minds;

import city.adapter.web.docs.Examples;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Opinions as the API shows them.
final class OpinionView {
    private OpinionView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Opinions", description = "What a resident thinks of others, of places and of goods")
    record Opinions(
            List<Item> items,

            @Schema(description = "Always null: all are here") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Opinion", description = "What a resident thinks of somebody or something")
    record Item(
            Subject about,

            @Schema(description = "-2 strongly against, 2 strongly for", minimum = "-2", maximum = "2", example = "1")
            int stance,

            @Schema(description = "In its own words", example = "His bread is worth its price.")
            String words,

            @Schema(description = "Tick in which it was formed, or found true again")
            long tick,

            @Schema(description = "City time of that tick") Instant time) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "OpinionSubject", description = "Whom or what an opinion is about")
    record Subject(
            @Schema(
                    allowableValues = {"person", "place", "good"},
                    example = "person")
            String type,

            @Schema(description = "Null for a good", example = Examples.RESIDENT) @Nullable
            UUID id,

            @Schema(description = "Empty for somebody of whom nothing is known any more")
            String name) {}
}
