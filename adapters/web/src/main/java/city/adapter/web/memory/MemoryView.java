package city.adapter.web.memory;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Memories as the API shows them.
final class MemoryView {
    private MemoryView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Memories", description = "What a resident remembers, a page or what came to its mind")
    record Memories(
            List<Item> items,

            @Schema(description = "The cursor of the next page; null on the last, and for what was recalled") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Memory", description = "A sentence or a few that a resident remembers")
    record Item(
            UUID id,
            UUID agentId,

            @Schema(
                    description = "What it is",
                    allowableValues = {"observation", "conversation", "insight", "summary"},
                    example = "observation")
            String type,

            @Schema(example = "I bought 2 bread from The Mill for 4.00.")
            String content,

            @Schema(description = "0 to 1", example = "0.180")
            BigDecimal importance,

            @Schema(description = "Tick of its making", example = "84")
            long tick,

            @Schema(description = "City time of its making") Instant timestamp,

            @Schema(description = "City time of the last recall; that of its making when it was never recalled")
            Instant accessedAt,

            @Schema(description = "How often it was recalled or lived through again", example = "0")
            int accesses,

            @Schema(description = "Never forgotten") boolean pinned,

            @Schema(description = "Sequences of the events that it goes back to")
            List<Long> evidence,

            @Schema(description = "Why it came to mind; null when it was only listed") @Nullable
            Score score) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(
            name = "MemoryScore",
            description = "Each part is 0 to 1, relative to the other candidates; a part that is equal for all is 0")
    record Score(
            @Schema(description = "0.995 to the power of the city hours since the last recall", example = "0.871")
            BigDecimal recency,

            @Schema(example = "0.430") BigDecimal importance,

            @Schema(description = "How near its words are to those asked for", example = "1.000")
            BigDecimal relevance,

            @Schema(description = "The sum of the three", example = "2.301")
            BigDecimal total) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Remembered", description = "What the city took up to be remembered")
    record Remembered(
            @Schema(description = "The memory's id") UUID id,

            UUID agentId,

            @Schema(description = "Whether it can be read already; otherwise it can be soon")
            boolean remembered) {}

    @Schema(name = "NewMemory", description = "Something that a resident is to remember")
    record Input(
            @Schema(
                    description = "The words, 1 to 1000 characters",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "The mayor promised me a garden.")
            String content,

            @Schema(
                    description = "What it is; observation when not given",
                    allowableValues = {"observation", "conversation", "insight"},
                    example = "conversation")
            @Nullable
            String type,

            @Schema(description = "0 to 1; that of something told in passing when not given", example = "0.8") @Nullable
            BigDecimal importance,

            @Schema(description = "Never to be forgotten; false when not given", example = "false") @Nullable
            Boolean pinned) {}
}
