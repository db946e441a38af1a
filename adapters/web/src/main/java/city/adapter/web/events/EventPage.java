package city.adapter.web.events;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(
        name = "Events",
        description = "A page of events. It ends before its limit when they are large, at about two million characters")
public record EventPage(
        List<EventView> items,

        @Schema(description = "The cursor of the next page; null when there is no more now") @Nullable
        String next,

        @Schema(
                description =
                        "The sequence up to which the log was looked through, also where nothing passed the filter")
        long scannedTo) {}
