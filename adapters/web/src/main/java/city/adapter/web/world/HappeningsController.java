package city.adapter.web.world;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.world.AlmanacReads;
import city.world.Happening;
import city.world.WorldCommand.EndEvent;
import city.world.WorldCommand.EventResult;
import city.world.WorldCommand.StartEvent;
import city.world.WorldEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What goes on in the city: festivals, market days, storms, outages, fires.
@Controller("/api/v1/world/events")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "world")
final class HappeningsController {
    private static final int LONGEST_KIND = 20;

    private final AlmanacReads almanac;
    private final Orders orders;
    private final JsonMapper mapper;

    HappeningsController(AlmanacReads almanac, Orders orders, JsonMapper mapper) {
        this.almanac = almanac;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Get("/running")
    @Reads
    @AtTick
    @Operation(summary = "What goes on now, the oldest first", description = "At most 32 things at once.")
    HappeningView.Running running(HttpRequest<?> request) {
        var snapshot = Moment.of(request);
        var items = almanac.running(snapshot).stream().map(HappeningView::of).toList();
        return new HappeningView.Running(items, null, almanac.holiday(snapshot).orElse(null));
    }

    @Post
    @Changes
    @Operation(
            summary = "Lets something begin",
            description =
                    "Residents go there, flee from it or stay at home, each by its own nature. It ends by itself.")
    HappeningView.Begun start(
            HttpRequest<?> request,
            @RequestBody(
                            description = "What, where and for how long",
                            content = @Content(schema = @Schema(implementation = NewHappening.class)))
                    @Body
                    @Nullable
                    String body) {
        return switch (orders.submit(request, read(JsonBody.read(mapper, body)))) {
            case EventResult.Begun(var id) -> new HappeningView.Begun(id);
            case EventResult.NoSuchPlace(var place) -> {
                var rule = "no district, neighborhood or location has this id: " + place;
                throw Refused.field(ProblemType.INVALID_BODY, "place_id", rule);
            }
            case EventResult.TooMany(var most) ->
                throw Refused.action("too_many_events", "%d things go on already".formatted(most));
            case EventResult.Over _, EventResult.NoSuchEvent _ ->
                throw new IllegalStateException("a start must not be answered by an end");
        };
    }

    @Post("/{id}/end")
    @Changes
    @MayBeMissing
    @Operation(summary = "Ends what goes on before its time")
    HappeningView.Begun end(
            HttpRequest<?> request,
            @Parameter(description = "The id of what goes on", example = Examples.HAPPENING) @PathVariable UUID id) {
        return switch (orders.submit(request, new EndEvent(id))) {
            case EventResult.Over(var over) -> new HappeningView.Begun(over);
            case EventResult.NoSuchEvent _ -> throw Refused.missing("running event", id);
            case EventResult.Begun _, EventResult.NoSuchPlace _, EventResult.TooMany _ ->
                throw new IllegalStateException("an end must not be answered by a start");
        };
    }

    private static StartEvent read(JsonBody body) {
        body.require("kind", "name", "minutes");
        var kind = body.text("kind", 1, LONGEST_KIND).flatMap(it -> kind(it, body));
        var name = body.text("name", 1, Happening.LONGEST_NAME);
        var place = body.uuid("place_id").orElse(WorldEvent.WORLD);
        var minutes = body.number("minutes", 1, Happening.MOST_MINUTES);
        body.finish();
        return new StartEvent(kind.orElseThrow(), name.orElseThrow(), place, minutes.orElseThrow());
    }

    private static Optional<Happening.Kind> kind(String word, JsonBody body) {
        for (var kind : Happening.Kind.values()) {
            if (HappeningView.word(kind).equals(word)) {
                return Optional.of(kind);
            }
        }
        var kinds = Arrays.stream(Happening.Kind.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return body.wrong("kind", "must be one of %s: \"%s\"".formatted(kinds, word));
    }

    @Schema(name = "NewWorldEvent", description = "Something that is to begin now")
    record NewHappening(
            @Schema(
                    description = "What",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"festival", "market_day", "storm", "outage", "fire"},
                    example = "festival")
            String kind,

            @Schema(
                    description = "What people call it",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = Happening.LONGEST_NAME,
                    example = "Harvest Fair")
            String name,

            @Schema(
                    description = "The id of a location, neighborhood or district; the whole city without it",
                    requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                    example = Examples.LOCATION)
            UUID place_id,

            @Schema(
                    description = "How long, in city time",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "1",
                    maximum = "20160",
                    example = "240")
            int minutes) {}
}
