package city.adapter.web.agents;

import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.Action;
import city.agents.AgentsCommand.Act;
import city.economy.EconomyReads;
import city.economy.JobId;
import city.world.ResidentId;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The resident's action `take_job`, asked for from the job's side.
@Controller("/api/v1/jobs/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "economy")
final class JobTakingController {
    private final EconomyReads economy;
    private final Orders orders;
    private final JsonMapper mapper;

    JobTakingController(EconomyReads economy, Orders orders, JsonMapper mapper) {
        this.economy = economy;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Post("/take")
    @Changes
    @MayBeMissing
    @Operation(summary = "Lets a resident take a place at a job")
    @ApiResponse(
            responseCode = "409",
            description = "The rules do not allow it now; `refusal` says why, such as no_free_place or has_a_job",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    AgentView.Done take(
            HttpRequest<?> request,
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable UUID id,
            @RequestBody(
                            description = "Who takes it",
                            content = @Content(schema = @Schema(implementation = Applicant.class)))
                    @Body
                    @Nullable
                    String body) {
        var fields = JsonBody.read(mapper, body).require("agent_id");
        var agent = fields.uuid("agent_id");
        fields.finish();
        var job = new JobId(id);
        requireThere(request, job);
        var action = new Action.TakeJob(job);
        var receipt = orders.receipt(request, new Act(new ResidentId(agent.orElseThrow()), action));
        return LifeController.done(agent.orElseThrow(), action, receipt);
    }

    /// Jobs neither come nor go, so that the latest snapshot knows them all.
    private void requireThere(HttpRequest<?> request, JobId job) {
        boolean there = economy.firms(Moment.of(request)).stream()
                .flatMap(it -> it.jobs().stream())
                .anyMatch(it -> it.id().equals(job));
        if (!there) {
            throw Refused.missing("job", job.value());
        }
    }

    @Schema(name = "Applicant")
    record Applicant(
            @Schema(
                    description = "The resident that takes the job",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = Examples.OTHER_RESIDENT)
            UUID agentId) {}
}
