package city.adapter.web.agents;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.events.DeedLog;
import city.adapter.web.events.EventPage;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.Action;
import city.agents.ActionResult;
import city.agents.AgentsCommand;
import city.agents.AgentsCommand.Act;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsReads;
import city.world.ResidentId;
import city.world.kernel.access.Receipt;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one resident sees, plans and does.
@Controller("/api/v1/agents/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents")
final class LifeController {
    private final AgentsReads agents;
    private final Orders orders;
    private final DeedLog deeds;
    private final JsonMapper mapper;

    LifeController(AgentsReads agents, Orders orders, DeedLog deeds, JsonMapper mapper) {
        this.agents = agents;
        this.orders = orders;
        this.deeds = deeds;
        this.mapper = mapper;
    }

    @Post("/start")
    @Changes
    @Operation(summary = "Lets a resident that was stopped go on")
    @MayBeMissing
    AgentView.Change start(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return change(id, orders.submit(request, new AgentsCommand.Resume(new ResidentId(id))));
    }

    @Post("/stop")
    @Changes
    @Operation(
            summary = "Lets a resident stand still",
            description = "It decides nothing, and its needs rest, until it is started.")
    @MayBeMissing
    AgentView.Change stop(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return change(id, orders.submit(request, new AgentsCommand.Pause(new ResidentId(id))));
    }

    @Get("/observation")
    @ReadsOne
    @AtTick
    @Operation(summary = "What a resident would see if it looked around now")
    ObservationView observation(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return agents.observe(Moment.of(request), new ResidentId(id))
                .map(it -> ObservationView.of(id, it))
                .orElseThrow(() -> Refused.missing("present resident", id));
    }

    @Get("/plan")
    @ReadsOne
    @AtTick
    @Operation(summary = "What a resident means to do")
    AgentView.Plan plan(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        requireKnown(request, id);
        var steps = agents.plan(Moment.of(request), new ResidentId(id)).stream()
                .map(AgentViews::step)
                .toList();
        return new AgentView.Plan(id, steps, null);
    }

    @Get("/actions")
    @Reads
    @MayBeMissing
    @Operation(
            summary = "What a resident did, newest first, as far back as the log's newest 65,536 events",
            description =
                    "In a city of more than 1,000 residents deeds are told by district and tick: an item has the id"
                            + " and sequence of the event that told of it among others, and those of one event share a page.")
    EventPage actions(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        requireKnown(request, id);
        return deeds.newestOf(id, Page.of(limit, cursor));
    }

    @Post("/actions")
    @Changes
    @Operation(
            summary = "Does something in a resident's name, now",
            description = "What it was doing ends. The rules are the same for everybody; a refusal says why.")
    @MayBeMissing
    @ApiResponse(
            responseCode = "409",
            description = "The rules do not allow it now or here; `refusal` says why",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    AgentView.Done act(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @RequestBody(
                            description = "What to do",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ActionInput.AnyAction.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "move",
                                                        value = "{\"type\": \"move\", \"to\": \"" + Examples.LOCATION
                                                                + "\"}"),
                                                @ExampleObject(
                                                        name = "buy",
                                                        value =
                                                                "{\"type\": \"buy\", \"good\": \"bread\", \"units\": 2}"),
                                                @ExampleObject(
                                                        name = "wait",
                                                        value = "{\"type\": \"wait\", \"minutes\": 30}")
                                            }))
                    @Body
                    @Nullable
                    String body) {
        var action = ActionInput.read(JsonBody.read(mapper, body));
        var receipt = orders.receipt(request, new Act(new ResidentId(id), action));
        return done(id, action, receipt);
    }

    static AgentView.Done done(UUID id, Action action, Receipt<ActionResult> receipt) {
        return switch (receipt.answer()) {
            case ActionResult.Done _, ActionResult.Talked _ ->
                new AgentView.Done(id, action.wireName(), "done", receipt.tick());
            case ActionResult.Refused(var refusal, var detail) ->
                throw Refused.action(refusal.name().toLowerCase(Locale.ROOT), detail);
            case ActionResult.NoSuchResident _ -> throw Refused.missing("resident", id);
        };
    }

    static AgentView.Change change(UUID id, ResidentResult result) {
        return switch (result) {
            case ResidentResult.Done _ -> new AgentView.Change(id, true);
            case ResidentResult.Already _ -> new AgentView.Change(id, false);
            case ResidentResult.NoSuchResident _ -> throw Refused.missing("resident", id);
            case ResidentResult.HasDeparted _ ->
                throw Refused.because(ProblemType.HAS_DEPARTED, "the resident %s has left the city".formatted(id));
        };
    }

    private void requireKnown(HttpRequest<?> request, UUID id) {
        if (agents.findResident(Moment.of(request), new ResidentId(id)).isEmpty()) {
            throw Refused.missing("resident", id);
        }
    }
}
