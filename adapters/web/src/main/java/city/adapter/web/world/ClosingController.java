package city.adapter.web.world;

import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.problem.Refused;
import city.adapter.web.world.WorldView.LocationChange;
import city.world.LocationId;
import city.world.WorldCommand.CloseLocation;
import city.world.WorldCommand.LocationResult;
import city.world.WorldCommand.ReopenLocation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/world/locations/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "world")
final class ClosingController {
    /// A sentence that fits on a door.
    private static final int MAX_REASON = 200;

    private final Orders orders;
    private final JsonMapper mapper;

    ClosingController(Orders orders, JsonMapper mapper) {
        this.orders = orders;
        this.mapper = mapper;
    }

    @Post("/close")
    @Changes
    @MayBeMissing
    @Operation(
            summary = "Closes a location whatever its hours say, until it is reopened",
            description = "Who is inside may leave; nothing is sold, made or earned there meanwhile.")
    LocationChange close(
            HttpRequest<?> request,
            @Parameter(description = "The location's id", example = Examples.LOCATION) @PathVariable UUID id,
            @RequestBody(description = "Why", content = @Content(schema = @Schema(implementation = Closing.class)))
                    @Body
                    @Nullable
                    String body) {
        var fields = JsonBody.read(mapper, body).require("reason");
        var reason = fields.text("reason", 1, MAX_REASON);
        fields.finish();
        return change(id, orders.submit(request, new CloseLocation(new LocationId(id), reason.orElseThrow())));
    }

    @Post("/reopen")
    @Changes
    @MayBeMissing
    @Operation(summary = "Lets a location's hours hold again")
    LocationChange reopen(
            HttpRequest<?> request,
            @Parameter(description = "The location's id", example = Examples.LOCATION) @PathVariable UUID id) {
        return change(id, orders.submit(request, new ReopenLocation(new LocationId(id))));
    }

    private static LocationChange change(UUID id, LocationResult result) {
        return switch (result) {
            case LocationResult.Done _ -> new LocationChange(id, true);
            case LocationResult.Already _ -> new LocationChange(id, false);
            case LocationResult.NoSuchLocation _ -> throw Refused.missing("location", id);
        };
    }

    @Schema(name = "Closing")
    record Closing(
            @Schema(
                    description = "Why it is closed, for people",
                    minLength = 1,
                    maxLength = MAX_REASON,
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "The roof is mended")
            String reason) {}
}
