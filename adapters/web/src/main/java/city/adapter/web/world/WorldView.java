package city.adapter.web.world;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The world's things as the API shows them.
public final class WorldView {
    private WorldView() {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "World", description = "The city as a whole")
    public record Now(
            @Schema(description = "The scenario's name", example = "default")
            String name,

            @Schema(description = "The tick that was last run", example = "288")
            long tick,

            @Schema(description = "City time", example = "2030-01-02T00:00:00Z")
            Instant time,

            @Schema(
                    description = "The part of the day",
                    allowableValues = {"night", "morning", "afternoon", "evening"})
            String timeOfDay,

            @Schema(description = "The sky, see /world/weather", example = "rain")
            String weather,

            @Schema(description = "Residents that are awake and act", example = "180")
            int activeAgents,

            @Schema(description = "Residents in the city", example = "200")
            int population,

            @Schema(description = "Whether the clock runs") boolean running,

            @Schema(
                    description = "Ticks a second, or max for as fast as possible",
                    example = "1",
                    oneOf = {Double.class, String.class})
            Object speed)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Weather", description = "The sky over the city")
    record Sky(
            @Schema(
                    description = "The sky in one word",
                    allowableValues = {"clear", "cloudy", "fog", "rain", "storm", "snow"})
            String weather,

            @Schema(description = "City time since which it is so")
            Instant since,

            @Schema(description = "Whether people would rather be indoors")
            boolean foul,

            @Schema(description = "City time", example = "2030-01-02T00:00:00Z")
            Instant time)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Neighborhood", description = "A part of a district")
    record Neighborhood(
            UUID id,
            String name,
            @Schema(description = "Ids of its locations") List<UUID> locations) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "District", description = "A part of the city")
    record District(
            @Schema(description = "Its id", example = Examples.DISTRICT)
            UUID id,

            @Schema(description = "Its name", example = "Downtown")
            String name,

            @Schema(description = "Residents at its locations now")
            int present,

            List<Neighborhood> neighborhoods)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "OpeningHours", description = "A span of time on some days of the week")
    record OpeningHours(
            @Schema(
                    description = "Days on which it begins",
                    example = "[\"mon\",\"tue\"]",
                    allowableValues = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
            List<String> days,

            @Schema(description = "When it begins", example = "08:00")
            String from,

            @Schema(description = "When it ends; before `from` when that is on the next day", example = "18:00")
            String to) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Location", description = "A place where residents can be")
    record Location(
            @Schema(description = "Its id", example = Examples.LOCATION)
            UUID id,

            @Schema(description = "Its name", example = "The Mill")
            String name,

            @Schema(description = "What it is for", example = "tavern")
            String kind,

            @Schema(description = "Metres east of the map's origin")
            int x,

            @Schema(description = "Metres north of the map's origin")
            int y,

            @Schema(description = "How many may be inside at once")
            int capacity,

            @Schema(description = "Residents there now") int present,

            @Schema(description = "Residents there now or at places within it; these fill its capacity")
            int presentWithin,

            @Schema(description = "Whether it is open now") boolean open,

            @Schema(description = "Why it is closed whatever its hours say; null when it is not") @Nullable
            String closedBecause,

            List<OpeningHours> hours,
            UUID districtId,
            String districtName,
            UUID neighborhoodId,

            @Schema(description = "The place that it lies within; null when it lies within none") @Nullable
            UUID parentId,

            @Schema(description = "Ids of the places that lie within it directly")
            List<UUID> children)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "LocationChange", description = "What closing or reopening a location did")
    record LocationChange(
            @Schema(description = "The location's id") UUID id,

            @Schema(description = "False when it was so already")
            boolean changed) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Districts", description = "A page of districts")
    record Districts(
            List<District> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Locations", description = "A page of locations")
    record Locations(
            List<Location> items,

            @Schema(description = "The cursor of the next page; null on the last") @Nullable
            String next) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Clock", description = "How the city's clock runs")
    record Clock(
            @Schema(description = "The tick that was last run")
            long tick,

            @Schema(description = "Whether the clock runs") boolean running,

            @Schema(
                    description = "Ticks a second, or max for as fast as possible",
                    example = "1",
                    oneOf = {Double.class, String.class})
            Object speed) {}
}
