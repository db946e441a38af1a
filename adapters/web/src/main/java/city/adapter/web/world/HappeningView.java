package city.adapter.web.world;

import city.world.AlmanacReads.HappeningState;
import city.world.Happening;
import city.world.WorldEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What goes on, as the API shows it.
final class HappeningView {
    private HappeningView() {}

    static Going of(HappeningState state) {
        return new Going(
                state.id(),
                word(state.kind()),
                state.name(),
                state.place().equals(WorldEvent.WORLD) ? null : state.place(),
                state.since(),
                state.until());
    }

    static String word(Happening.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "RunningWorldEvent", description = "Something that goes on")
    record Going(
            UUID id,

            @Schema(
                    description = "What",
                    allowableValues = {"festival", "market_day", "storm", "outage", "fire"})
            String kind,

            @Schema(description = "What people call it", example = "Harvest Fair")
            String name,

            @Schema(description = "A location, neighborhood or district; null for the whole city") @Nullable
            UUID placeId,

            @Schema(description = "City time at which it began")
            Instant since,

            @Schema(description = "City time at which it ends unless it is ended before")
            Instant until) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "RunningWorldEvents", description = "What goes on now")
    record Running(
            List<Going> items,

            @Schema(description = "Always null: the list is whole") @Nullable
            String next,

            @Schema(description = "The holiday that today is; null when it is none") @Nullable
            String holiday) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "WorldEventChange", description = "What began or was ended")
    record Begun(@Schema(description = "Its id") UUID id) {}
}
