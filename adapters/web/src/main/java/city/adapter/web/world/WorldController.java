package city.adapter.web.world;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsReads;
import city.world.LocationId;
import city.world.WorldReads;
import city.world.kernel.access.Kernel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/world")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "world", description = "Time, places and weather")
final class WorldController {
    private final Kernel kernel;
    private final WorldReads world;
    private final AgentsReads agents;

    WorldController(Kernel kernel, WorldReads world, AgentsReads agents) {
        this.kernel = kernel;
        this.world = world;
        this.agents = agents;
    }

    @Get
    @Reads
    @AtTick
    @Operation(
            summary = "The city as a whole: tick, time, weather, population, speed",
            description = "`running` and `speed` are the present's, also of an earlier tick.")
    WorldView.Now now(HttpRequest<?> request) {
        var snapshot = Moment.of(request);
        return WorldViews.now(kernel, world.now(snapshot), agents.census(snapshot));
    }

    @Get("/weather")
    @Reads
    @AtTick
    @Operation(summary = "The weather")
    WorldView.Sky weather(HttpRequest<?> request) {
        return WorldViews.sky(world.now(Moment.of(request)));
    }

    @Get("/districts")
    @Reads
    @AtTick
    @Operation(summary = "The districts and their neighborhoods")
    WorldView.Districts districts(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        var part = Part.of(world.districts(Moment.of(request)), page, WorldViews::district);
        return new WorldView.Districts(part.items(), part.next());
    }

    @Get("/districts/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A district")
    WorldView.District district(
            HttpRequest<?> request,
            @Parameter(description = "The district's id", example = Examples.DISTRICT) @PathVariable UUID id) {
        return world.findDistrict(Moment.of(request), id)
                .map(WorldViews::district)
                .orElseThrow(() -> Refused.missing("district", id));
    }

    @Get("/locations")
    @Reads
    @AtTick
    @Operation(summary = "The locations")
    WorldView.Locations locations(
            HttpRequest<?> request,
            @Parameter(description = "Only those of this district", example = Examples.DISTRICT) @QueryValue @Nullable
                    UUID district,
            @Parameter(description = "Only those of this kind", example = "tavern") @QueryValue @Nullable String kind,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        var wanted = world.locations(Moment.of(request)).stream()
                .filter(it -> district == null || it.district().equals(district))
                .filter(it -> kind == null || it.location().kind().name().equalsIgnoreCase(kind))
                .toList();
        var part = Part.of(wanted, page, WorldViews::location);
        return new WorldView.Locations(part.items(), part.next());
    }

    @Get("/locations/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A location")
    WorldView.Location location(
            HttpRequest<?> request,
            @Parameter(description = "The location's id", example = Examples.LOCATION) @PathVariable UUID id) {
        return world.findLocation(Moment.of(request), new LocationId(id))
                .map(WorldViews::location)
                .orElseThrow(() -> Refused.missing("location", id));
    }
}
