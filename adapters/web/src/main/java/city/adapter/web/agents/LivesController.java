package city.adapter.web.agents;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.LifeReads;
import city.world.ResidentId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// What makes a resident's weeks its own.
@Controller("/api/v1/agents/{id}/life")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents")
final class LivesController {
    private final LifeReads lives;

    LivesController(LifeReads lives) {
        this.lives = lives;
    }

    @Get
    @ReadsOne
    @AtTick
    @Operation(summary = "A resident's age, values, kin, health, habits and the goal that it pursues")
    LifeView.Life life(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return lives.findLife(Moment.of(request), new ResidentId(id))
                .map(LifeView::of)
                .orElseThrow(() -> Refused.missing("resident", id));
    }
}
