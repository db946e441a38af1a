package city.adapter.web.events;

import city.world.kernel.access.LoggedEvent;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Event", description = "Something that happened")
public record EventView(
        @Schema(description = "Stable: the same event always has it")
        UUID id,

        @Schema(description = "Raised when the city was restored from a backup: sequences may go backwards then")
        int generation,

        @Schema(description = "Its place in the log, without gaps", example = "4711")
        long seq,

        @Schema(description = "The public event before it under the same topic; 0 for none", example = "4708")
        long prevSeq,

        @Schema(description = "The tick in which it happened", example = "288")
        long tick,

        @Schema(description = "City time") Instant time,

        @Schema(description = "What happened", example = "economy.money-transferred.v1")
        String type,

        @Schema(description = "The first level of its topic", example = "economy")
        String topic,

        @Schema(description = "Whom or what it is about") UUID subject,

        @Schema(description = "The event's own values", type = "object")
        Map<String, Object> data) {
    static EventView of(LoggedEvent event, int generation, UUID subject, Map<String, Object> data) {
        return new EventView(
                event.id(),
                generation,
                event.sequence(),
                event.previousSequence(),
                event.tick(),
                event.time(),
                event.type(),
                event.topic(),
                subject,
                data);
    }
}
