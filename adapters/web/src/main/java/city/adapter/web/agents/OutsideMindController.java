package city.adapter.web.agents;

import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.TakesToken;
import city.adapter.web.input.Admission;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.Refused;
import city.world.kernel.access.Kernel;
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
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody else's program decides for a resident whose mind is external: it waits for the next question and
/// answers it by an action.
@Controller("/api/v1/agents/{id}/mind")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents")
@SecurityScheme(
        name = TakesToken.SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "What ./city token --agent ID printed; needed where one was issued, or with --require-tokens")
final class OutsideMindController {
    private static final int LONGEST_WAIT = 30;

    private final Kernel kernel;
    private final OutsideMinds minds;
    private final Admission admission;
    private final Orders orders;
    private final JsonMapper mapper;

    OutsideMindController(Kernel kernel, OutsideMinds minds, Admission admission, Orders orders, JsonMapper mapper) {
        this.kernel = kernel;
        this.minds = minds;
        this.admission = admission;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Get("/questions")
    @Reads
    @TakesToken
    @MayBeMissing
    @Operation(
            summary = "What the program that speaks for a resident has to decide now: one question or none",
            description = "Waits for the next one for as long as `wait` says. A mind that is not `external` has none.")
    QuestionView.Questions questions(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "Seconds to wait, 0 to 30, 0 by default", example = "0") @QueryValue @Nullable
                    Integer wait)
            throws InterruptedException {
        int seconds = wait == null ? 0 : wait;
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Refused.parameter("wait", "must be 0 to %d: %d".formatted(LONGEST_WAIT, seconds));
        }
        admission.require(request, id);
        var until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var snapshot = kernel.snapshot();
        var found = minds.question(snapshot, id);
        while (found.isEmpty() && System.nanoTime() < until) {
            kernel.events().await(snapshot.sequence(), Duration.ofNanos(until - System.nanoTime()));
            snapshot = kernel.snapshot();
            found = minds.question(snapshot, id);
        }
        // A token may have ended while the question was waited for.
        admission.require(request, id);
        return new QuestionView.Questions(found.stream().toList(), null);
    }

    @Post("/answers")
    @TakesToken
    @Changes
    @MayBeMissing
    @Operation(
            summary = "Answers a question in a resident's name",
            description =
                    "The action is carried out now, by the rules for everybody; what they refuse goes to the city's own"
                            + " rules at once. An answer to a question that is over is refused with `too_late`.")
    @ApiResponse(
            responseCode = "409",
            description = "The rules do not allow it, or the question is over; `refusal` says which",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    AgentView.Done answer(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @RequestBody(
                            description = "What it does",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = QuestionView.NewAnswer.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "rest",
                                                            value =
                                                                    "{\"question\": 1, \"action\": {\"type\": \"rest\", \"minutes\": 30}}")))
                    @Body
                    @Nullable
                    String body) {
        admission.require(request, id);
        return minds.answer(id, JsonBody.read(mapper, body), it -> orders.receipt(request, it));
    }
}
