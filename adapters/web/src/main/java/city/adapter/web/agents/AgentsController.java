package city.adapter.web.agents;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsCommand.Depart;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.Spawn;
import city.agents.AgentsCommand.SpawnResult;
import city.agents.AgentsReads;
import city.agents.AgentsReads.ResidentState;
import city.world.LocationId;
import city.world.ResidentId;
import city.world.WorldReads;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/agents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents", description = "The residents")
final class AgentsController {
    private final AgentsReads agents;
    private final WorldReads world;
    private final AgentViews views;
    private final Orders orders;
    private final JsonMapper mapper;

    AgentsController(AgentsReads agents, WorldReads world, AgentViews views, Orders orders, JsonMapper mapper) {
        this.agents = agents;
        this.world = world;
        this.views = views;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Get
    @Reads
    @AtTick
    @Operation(
            summary = "The residents",
            description =
                    "Without the departed, unless status=departed. A page may hold less than `limit` and yet have a"
                            + " next one.")
    AgentView.Agents list(
            HttpRequest<?> request,
            @Parameter(description = "Only those in this district", example = Examples.DISTRICT) @QueryValue @Nullable
                    UUID district,
            @Parameter(description = "Only those at this location") @QueryValue @Nullable UUID location,
            @Parameter(
                            description = "Only those with this status",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"active", "sleeping", "paused", "departed"}))
                    @QueryValue
                    @Nullable
                    String status,
            @Parameter(description = "Only those with this in their name, in upper or lower case") @QueryValue @Nullable
                    String name,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var snapshot = Moment.of(request);
        var found =
                AgentFilter.of(district, location, status, name).find(agents, world, snapshot, Page.of(limit, cursor));
        var items =
                found.residents().stream().map(it -> views.show(snapshot, it)).toList();
        return new AgentView.Agents(items, found.next());
    }

    @Post
    @Changes
    @Operation(summary = "Lets a resident arrive")
    @ApiResponse(
            responseCode = "201",
            description = "It has arrived; Location says where to read it",
            content = @Content(schema = @Schema(implementation = AgentView.Spawned.class)))
    HttpResponse<AgentView.Spawned> spawn(
            HttpRequest<?> request,
            @RequestBody(
                            description = "Who arrives",
                            content = @Content(schema = @Schema(implementation = AgentInput.NewAgent.class)))
                    @Body
                    @Nullable
                    String body) {
        var command = AgentInput.spawn(JsonBody.read(mapper, body));
        var receipt = orders.receipt(request, command);
        return switch (receipt.answer()) {
            case SpawnResult.Spawned(var id) ->
                HttpResponse.created(
                        spawned(id.value(), command, receipt.tick()), URI.create("/api/v1/agents/" + id.value()));
            case SpawnResult.Refused(var field, var reason) ->
                throw Refused.field(
                        ProblemType.INVALID_BODY,
                        field.equals("endowment") ? "balance" : field,
                        "is refused: " + reason);
        };
    }

    @Get("/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A resident, also one that has departed")
    AgentView.Agent find(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return views.show(Moment.of(request), get(request, id));
    }

    @Patch("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Changes
    @Operation(summary = "Changes name, persona, traits or goals of a resident")
    @MayBeMissing
    @ApiResponse(
            responseCode = "409",
            description = "The resident has left the city",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    AgentView.Change edit(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @RequestBody(
                            description = "What is to change",
                            content = @Content(schema = @Schema(implementation = AgentInput.AgentEdit.class)))
                    @Body
                    @Nullable
                    String body) {
        var command = AgentInput.edit(new ResidentId(id), JsonBody.read(mapper, body));
        return LifeController.change(id, orders.submit(request, command));
    }

    @Delete("/{id}")
    @Changes
    @Operation(
            summary = "Lets a resident leave for ever",
            description = "Its job ends and its money goes to the treasury; it can still be read, as departed.")
    @ApiResponse(responseCode = "204", description = "It has left, now or before")
    @MayBeMissing
    HttpResponse<Void> depart(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.OTHER_RESIDENT) @PathVariable UUID id) {
        return switch (orders.submit(request, new Depart(new ResidentId(id)))) {
            case ResidentResult.Done _, ResidentResult.Already _, ResidentResult.HasDeparted _ ->
                HttpResponse.noContent();
            case ResidentResult.NoSuchResident _ -> throw Refused.missing("resident", id);
        };
    }

    private ResidentState get(HttpRequest<?> request, UUID id) {
        return agents.findResident(Moment.of(request), new ResidentId(id))
                .orElseThrow(() -> Refused.missing("resident", id));
    }

    private static AgentView.Spawned spawned(UUID id, Spawn spawn, long tick) {
        var persona = spawn.persona();
        return new AgentView.Spawned(
                id,
                persona.name(),
                persona.text(),
                AgentViews.traits(persona.traits()),
                persona.goals(),
                spawn.home().map(LocationId::value).orElse(null),
                spawn.job().map(it -> it.value()).orElse(null),
                spawn.endowment().toString(),
                tick);
    }
}
