package city.adapter.web.agents;

import city.adapter.web.docs.Examples;
import city.adapter.web.traffic.Tagged;
import city.agents.Life.Values;
import city.agents.LifeReads.LifeState;
import city.agents.LifeReads.Pursuit;
import city.agents.LifeReads.WaysState;
import city.world.LocationId;
import city.world.ResidentId;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A resident's life as the API shows it.
final class LifeView {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private LifeView() {}

    static Life of(LifeState state) {
        return new Life(
                state.id().value(),
                state.age(),
                state.occupation().name().toLowerCase(Locale.ROOT),
                values(state.values()),
                state.household().orElse(null),
                state.partner().map(ResidentId::value).orElse(null),
                state.parents().stream().map(ResidentId::value).toList(),
                state.illUntil().orElse(null),
                pursuit(state.pursuit()),
                ways(state.ways()));
    }

    private static ValuesView values(Values values) {
        return new ValuesView(
                values.tradition(),
                values.achievement(),
                values.benevolence(),
                values.stimulation(),
                values.security());
    }

    private static PursuitView pursuit(Pursuit pursuit) {
        return new PursuitView(
                pursuit.what(), pursuit.progress(), pursuit.target(), pursuit.since(), pursuit.reached());
    }

    private static WaysView ways(WaysState ways) {
        var days = IntStream.range(0, DAYS.size())
                .filter(it -> (ways.hobbyDays() >> it & 1) == 1)
                .mapToObj(DAYS::get)
                .toList();
        return new WaysView(
                ways.hobby(),
                days,
                ways.favourite().map(LocationId::value).orElse(null),
                ways.churchgoer(),
                ways.marketgoer());
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Life", description = "What makes a resident's weeks its own")
    record Life(
            @Schema(description = "The resident's id", example = Examples.RESIDENT)
            UUID id,

            @Schema(description = "In years", example = "42")
            int age,

            @Schema(
                    description = "What it does for a living",
                    allowableValues = {"employed", "pupil", "retired", "homemaker", "jobless"})
            String occupation,

            ValuesView values,

            @Schema(description = "Who lives together shares it; null for who lives alone") @Nullable
            UUID householdId,

            @Schema(description = "A resident's id, which may be yet to come; null without one") @Nullable
            UUID partnerId,

            @Schema(description = "Residents' ids") List<UUID> parentIds,

            @Schema(description = "City time at which it will be well again; null when it is well") @Nullable
            Instant illUntil,

            PursuitView pursuit,
            WaysView ways)
            implements Tagged {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Values", description = "What it holds dear, each 0 to 100, 50 like most people")
    record ValuesView(int tradition, int achievement, int benevolence, int stimulation, int security) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Pursuit", description = "The goal that it pursues over days")
    record PursuitView(
            @Schema(description = "What", example = "save money")
            String goal,

            @Schema(description = "How far it is, of `target`")
            int progress,

            int target,
            @Schema(description = "City time since which") Instant since,

            @Schema(description = "How many goals it has reached")
            int reached) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Ways", description = "What it is used to")
    record WaysView(
            @Schema(example = "fishing by the water") String hobby,

            @Schema(
                    description = "Days of the hobby",
                    allowableValues = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
            List<String> hobbyDays,

            @Schema(description = "The location where it likes best to be; null where there is none") @Nullable
            UUID favouriteId,

            @Schema(description = "Whether it goes to chapel on Sundays")
            boolean churchgoer,

            @Schema(description = "Whether it goes to every market day")
            boolean marketgoer) {}
}
