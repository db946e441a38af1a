package city.adapter.web.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

@Serdeable.Serializable
@Schema(name = "Horizons", description = "Above which sequence the log has all events of each class")
public record HorizonsView(
        @Schema(description = "Of what is told outside; kept for ever", example = "0") @JsonProperty("public")
        long lasting,

        @Schema(description = "Of what is in the log only; kept for ever", example = "0")
        long internal,

        @Schema(description = "Of moves and actions; kept for some days of the city", example = "4711")
        long telemetry) {}
