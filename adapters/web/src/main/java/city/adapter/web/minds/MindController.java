package city.adapter.web.minds;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.docs.TakesToken;
import city.adapter.web.input.Admission;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsCommand.ResidentResult;
import city.agents.AgentsCommand.SetMind;
import city.agents.AgentsReads;
import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.agents.Thought;
import city.agents.spi.ThoughtLog;
import city.agents.spi.ThoughtLog.Position;
import city.world.ResidentId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whose mind a resident has, and what that mind was asked and said.
@Controller("/api/v1/agents/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "agents")
final class MindController {
    private static final int DEFAULT_THRESHOLD = Occasion.FREE_TIME.salience();
    private static final int DEFAULT_PATIENCE = 1;
    private static final int MAX_KIND_LENGTH = 20;

    private final AgentsReads agents;
    private final ThoughtLog thoughts;
    private final Admission admission;
    private final Orders orders;
    private final JsonMapper mapper;

    MindController(AgentsReads agents, ThoughtLog thoughts, Admission admission, Orders orders, JsonMapper mapper) {
        this.agents = agents;
        this.thoughts = thoughts;
        this.admission = admission;
        this.orders = orders;
        this.mapper = mapper;
    }

    @Get("/mind")
    @ReadsOne
    @AtTick
    @Operation(summary = "Who decides for a resident when it matters, and how often that was asked")
    MindView.Mind mind(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id) {
        return agents.mind(Moment.of(request), new ResidentId(id))
                .map(it -> MindView.of(id, it))
                .orElseThrow(() -> Refused.missing("resident", id));
    }

    @Put("/mind")
    @TakesToken
    @Changes
    @Operation(
            summary = "Says who decides for a resident when it matters",
            description =
                    "With `model` a language model is asked, where the operator has one; with `external` the program"
                            + " that speaks for the resident, and who says so, or takes it back, shows the resident's token where"
                            + " one is needed. Whenever no answer comes in time the city's own rules decide.")
    @MayBeMissing
    @ApiResponse(
            responseCode = "409",
            description = "The resident has left the city",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    MindView.Change set(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @RequestBody(
                            description = "Who decides",
                            content = @Content(schema = @Schema(implementation = MindView.NewMind.class)))
                    @Body
                    @Nullable
                    String body) {
        var settings = settings(JsonBody.read(mapper, body));
        requireAdmission(request, id, settings);
        return switch (orders.submit(request, new SetMind(new ResidentId(id), settings))) {
            case ResidentResult.Done _ -> new MindView.Change(id, true);
            case ResidentResult.Already _ -> new MindView.Change(id, false);
            case ResidentResult.NoSuchResident _ -> throw Refused.missing("resident", id);
            case ResidentResult.HasDeparted _ ->
                throw Refused.because(ProblemType.HAS_DEPARTED, "the resident %s has left the city".formatted(id));
        };
    }

    @Get("/decisions")
    @Reads
    @MayBeMissing
    @Operation(
            summary = "What a resident's mind was asked and said, newest first, and what became of it",
            description =
                    "Of questions to a model or to a program that speaks for the resident, and of nights (`asleep`) in"
                            + " which a model looked back. What the city's own rules decided stands in /actions, with what"
                            + " moved the resident.")
    MindView.Decisions decisions(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var resident = new ResidentId(id);
        if (agents.findResident(Moment.of(request), resident).isEmpty()) {
            throw Refused.missing("resident", id);
        }
        var page = Page.of(limit, cursor);
        int most = Math.min(page.limit(), ThoughtLog.MAX_PAGE);
        var found = thoughts.of(resident, position(page.cursor()), most);
        var next = found.size() < most ? null : cursor(found.getLast());
        return new MindView.Decisions(found.stream().map(MindView::of).toList(), next);
    }

    /// Taking a resident over from outside, and away from there, is to speak for it.
    private void requireAdmission(HttpRequest<?> request, UUID id, MindSettings wanted) {
        var now = agents.mind(Moment.of(request), new ResidentId(id));
        boolean isOutside =
                now.filter(it -> it.settings().kind() == MindKind.EXTERNAL).isPresent();
        if (isOutside || wanted.kind() == MindKind.EXTERNAL) {
            admission.require(request, id);
        }
    }

    private static String cursor(Thought last) {
        return "%d-%d".formatted(last.tick(), last.question());
    }

    private static Position position(@Nullable String cursor) {
        if (cursor == null) {
            return Position.END;
        }
        if (!cursor.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            throw Refused.parameter("cursor", "must be the next of a page before");
        }
        int dash = cursor.indexOf('-');
        return new Position(Long.parseLong(cursor.substring(0, dash)), Long.parseLong(cursor.substring(dash + 1)));
    }

    private static MindSettings settings(JsonBody body) {
        body.require("kind");
        var kind = body.text("kind", 1, MAX_KIND_LENGTH).flatMap(it -> kind(it, body));
        int threshold = body.number("threshold", 0, Occasion.NEVER).orElse(DEFAULT_THRESHOLD);
        int patience = body.number("patience", 1, MindSettings.MAX_PATIENCE).orElse(DEFAULT_PATIENCE);
        body.finish();
        return kind.orElseThrow() == MindKind.ROUTINE
                ? MindSettings.ROUTINE
                : new MindSettings(kind.get(), threshold, patience);
    }

    private static Optional<MindKind> kind(String word, JsonBody body) {
        var kind = Arrays.stream(MindKind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        return kind.isPresent()
                ? kind
                : body.wrong("kind", "must be routine, model or external: \"%s\"".formatted(word));
    }
}
