package city.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Info", description = "Which city this is, and what runs it")
record Info(
        @Schema(example = "Multi-Agent City Platform") String name,

        @Schema(description = "Of the program", example = "0.1.0")
        String version,

        @Schema(description = "Of the Java that it runs on", example = "25.0.1")
        String java,

        City city,

        @Schema(description = "Where to look further") Map<String, String> links) {

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "CityInfo", description = "What the city was made from")
    record City(
            @Schema(description = "The scenario's name", example = "default")
            String scenario,

            @Schema(description = "Of all its chance, as text: it may have 64 bits", example = "42")
            String seed,

            @Schema(description = "Of the rules under which it was founded")
            int rulesVersion,

            @Schema(description = "Raised when it was restored from a backup")
            int generation,

            @Schema(description = "City time of tick 0") Instant epoch,

            @Schema(description = "City minutes of a tick", example = "5")
            int stepMinutes) {}
}
