package city.adapter.web.agents;

import city.adapter.web.traffic.Tagged;
import city.agents.AgentsReads.Observation;
import city.world.LocationId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Observation", description = "What a resident would see if it looked around now")
record ObservationView(
        @Schema(description = "The resident's id") UUID id,
        @Schema(description = "City time") Instant time,
        @Schema(example = "morning") String timeOfDay,
        @Schema(example = "clear") String weather,

        @Schema(description = "Where it is; null on the way") @Nullable
        UUID locationId,

        @Schema(description = "The place's name") String place,
        @Schema(description = "What the place is for") String kind,
        @Schema(description = "Whether the place is open") boolean open,
        @Schema(description = "How many are there") int crowd,

        @Schema(description = "At most eight of them") List<Person> people,

        @Schema(description = "What is for sale there") List<Offer> offers,

        @Schema(description = "Its money", example = "1000.00")
        String balance,

        AgentView.Needs needs)
        implements Tagged {

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Person", description = "Somebody who is there")
    record Person(UUID id, String name, String activity) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Offer", description = "Something for sale")
    record Offer(String good, @Schema(example = "2.50") String price, int stock) {}

    static ObservationView of(UUID id, Observation it) {
        return new ObservationView(
                id,
                it.time(),
                it.timeOfDay(),
                it.weather(),
                it.location().map(LocationId::value).orElse(null),
                it.place(),
                it.kind(),
                it.open(),
                it.crowd(),
                it.people().stream()
                        .map(one -> new Person(one.id().value(), one.name(), one.activity()))
                        .toList(),
                it.offers().stream()
                        .map(one -> new Offer(one.good(), one.price(), one.stock()))
                        .toList(),
                it.balance(),
                AgentViews.needs(it.needs()));
    }
}
