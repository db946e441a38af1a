package city.adapter.web.memory;

import city.adapter.web.docs.Changes;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.MayBeMissing;
import city.adapter.web.docs.Reads;
import city.adapter.web.input.JsonBody;
import city.adapter.web.input.Orders;
import city.adapter.web.input.Page;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.agents.AgentsReads;
import city.memory.Memories;
import city.memory.Memories.Listing;
import city.memory.Memories.NotReady;
import city.memory.Memory;
import city.memory.Memory.Kind;
import city.memory.MemoryCommand.RememberResult;
import city.memory.RecallQuery;
import city.world.ResidentId;
import city.world.kernel.access.Kernel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a resident remembers.
@Controller("/api/v1/agents/{id}/memories")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "memory", description = "What residents remember")
final class MemoriesController {
    /// Memory is a moment behind the city; whoever reads waits so long for the moment that it asks about.
    private static final Duration READ_PATIENCE = Duration.ofSeconds(1);

    private static final Duration WRITE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(2);

    /// As many as a person takes in.
    private static final int USUAL_RECALL = 10;

    private final Kernel kernel;
    private final AgentsReads agents;
    private final Optional<Memories> memories;
    private final Orders orders;
    private final JsonMapper mapper;

    MemoriesController(
            Kernel kernel, AgentsReads agents, @Nullable Memories memories, Orders orders, JsonMapper mapper) {
        this.kernel = kernel;
        this.agents = agents;
        this.memories = Optional.ofNullable(memories);
        this.orders = orders;
        this.mapper = mapper;
    }

    @Get
    @Reads
    @MayBeMissing
    @Off
    @Operation(
            summary = "What a resident remembers, newest first, or what comes to its mind by some words",
            description =
                    "With `query` the best are recalled, by how recent, how important and how relevant they are, and"
                            + " each counts as recalled. Without it they are listed, which changes nothing.")
    MemoryView.Memories list(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @Parameter(description = "The words by which to recall, 1 to 1000 characters", example = "bread")
                    @QueryValue
                    @Nullable
                    String query,
            @Parameter(
                            description = "Only memories of this type",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"observation", "conversation", "insight", "summary"}))
                    @QueryValue
                    @Nullable
                    String type,
            @Parameter(
                            description =
                                    "Items a page: 1 to 1000, 100 by default; with a query 1 to 100, 10 by default",
                            example = "10")
                    @QueryValue
                    @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before; not with a query") @QueryValue @Nullable
                    String cursor) {
        var there = requireOn();
        var resident = known(request, id);
        var kind = Optional.ofNullable(type).map(MemoryWords::kind);
        await(there, Moment.of(request).sequence(), READ_PATIENCE);
        return query == null
                ? listed(there, resident, kind, Page.of(limit, cursor))
                : recalled(there, recall(request, resident, query, limit, cursor), kind);
    }

    @Post
    @Changes
    @MayBeMissing
    @Off
    @Operation(
            summary = "Gives a resident something to remember",
            description = "The answer comes when the memory can be read, or after five seconds.")
    @ApiResponse(
            responseCode = "201",
            description = "It is remembered",
            content = @Content(schema = @Schema(implementation = MemoryView.Remembered.class)))
    HttpResponse<MemoryView.Remembered> remember(
            HttpRequest<?> request,
            @Parameter(description = "The resident's id", example = Examples.RESIDENT) @PathVariable UUID id,
            @RequestBody(
                            description = "What to remember",
                            content = @Content(schema = @Schema(implementation = MemoryView.Input.class)))
                    @Body
                    @Nullable
                    String body) {
        var there = requireOn();
        var command = MemoryWords.remember(new ResidentId(id), JsonBody.read(mapper, body));
        var receipt = orders.receipt(request, command);
        return switch (receipt.answer()) {
            case RememberResult.Done(var memory) ->
                HttpResponse.created(new MemoryView.Remembered(
                        memory.value(), id, await(there, receipt.sequence(), WRITE_PATIENCE)));
            case RememberResult.NoSuchResident _ -> throw Refused.missing("resident", id);
            case RememberResult.HasDeparted _ ->
                throw Refused.because(ProblemType.HAS_DEPARTED, "the resident %s has left the city".formatted(id));
        };
    }

    private MemoryView.Memories listed(Memories there, ResidentId resident, Optional<Kind> kind, Page page) {
        var before = Optional.ofNullable(page.cursor()).map(MemoryWords::position);
        var found = there.list(new Listing(resident, kind, before, page.limit()));
        var clock = kernel.genesis().clock();
        var next = found.size() < page.limit() ? null : MemoryWords.cursor(found.getLast());
        return new MemoryView.Memories(
                found.stream().map(it -> MemoryWords.item(it, clock)).toList(), next);
    }

    private MemoryView.Memories recalled(Memories there, RecallQuery query, Optional<Kind> kind) {
        var clock = kernel.genesis().clock();
        try {
            var items = there.recall(query, kind).stream()
                    .map(it -> MemoryWords.item(it, clock))
                    .toList();
            return new MemoryView.Memories(items, null);
        } catch (NotReady yet) {
            var wait = yet.retryAfter().compareTo(SOON) > 0 ? yet.retryAfter() : SOON;
            throw Refused.later(ProblemType.UNAVAILABLE, String.valueOf(yet.getMessage()), wait);
        }
    }

    private static RecallQuery recall(
            HttpRequest<?> request,
            ResidentId resident,
            String query,
            @Nullable Integer limit,
            @Nullable String cursor) {
        if (cursor != null) {
            throw Refused.parameter("cursor", "must not be given with a query");
        }
        int most = limit == null ? USUAL_RECALL : limit;
        if (most < 1 || most > RecallQuery.MAX_LIMIT) {
            throw Refused.parameter("limit", "must be 1 to %d with a query: %d".formatted(RecallQuery.MAX_LIMIT, most));
        }
        if (query.isBlank() || query.length() > Memory.MAX_TEXT) {
            throw Refused.parameter(
                    "query", "must have 1 to %d characters and not be blank".formatted(Memory.MAX_TEXT));
        }
        return new RecallQuery(resident, query, most, Moment.of(request).tick());
    }

    private Memories requireOn() {
        return memories.orElseThrow(() -> Refused.because(
                ProblemType.MEMORY_OFF, "the city runs without memory; --memory on lets residents remember"));
    }

    private ResidentId known(HttpRequest<?> request, UUID id) {
        var resident = new ResidentId(id);
        return agents.findResident(Moment.of(request), resident)
                .map(_ -> resident)
                .orElseThrow(() -> Refused.missing("resident", id));
    }

    private static boolean await(Memories there, long sequence, Duration atMost) {
        try {
            return there.await(sequence, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
