package city.adapter.web.events;

import city.adapter.web.docs.Reads;
import city.adapter.web.input.Page;
import city.adapter.web.problem.Problem;
import city.adapter.web.problem.Refused;
import city.world.kernel.access.EventFeed.Filter;
import city.world.kernel.access.Kernel;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "events", description = "What happened, as a log and as a stream")
final class EventsController {
    private static final String WORLD = "world";
    private static final Pattern WORD = Pattern.compile("[a-z0-9.-]{1,80}");

    private final Kernel kernel;
    private final Log log;
    private final Streams streams;

    EventsController(Kernel kernel, Log log, Streams streams) {
        this.kernel = kernel;
        this.log = log;
        this.streams = streams;
    }

    @Get("/events")
    @Reads
    @Operation(summary = "The log, oldest first")
    @ApiResponse(
            responseCode = "410",
            description = "The log no longer has all of that; `horizon` says above which sequence it has",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    EventPage list(
            @Parameter(description = "Only events after this sequence; 0 for all", example = "0") @QueryValue @Nullable
                    Long after,
            @Parameter(description = "Only this topic", example = "economy") @QueryValue @Nullable String topic,
            @Parameter(description = "Only this type", example = "economy.money-transferred.v1") @QueryValue @Nullable
                    String type,
            @Parameter(description = "Only what is about this subject") @QueryValue @Nullable UUID subject,
            @Parameter(description = "Whether moves and actions are wanted, which the log keeps for a while only")
                    @QueryValue
                    @Nullable
                    Boolean telemetry,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before, instead of `after`") @QueryValue @Nullable
                    String cursor) {
        var page = Page.of(limit, cursor);
        return log.after(page.from(position(after, 0)), filter(topic, type, subject, telemetry), page.limit());
    }

    @Get("/events/horizons")
    @Reads
    @Operation(
            summary = "How far the log reaches back",
            description =
                    "For each class of events the sequence above which the log has all of them; 0 is from the first.")
    HorizonsView horizons() {
        var feed = kernel.events();
        return new HorizonsView(feed.horizon(Filter.LASTING), feed.horizon(Filter.LASTING), feed.horizon(Filter.ALL));
    }

    @Get("/world/events")
    @Reads
    @Operation(summary = "What happened to the world, oldest first", tags = WORLD)
    EventPage world(
            @Parameter(description = "Only events after this sequence; 0 for all", example = "0") @QueryValue @Nullable
                    Long after,
            @Parameter(description = "Only this type", example = "world.weather-changed.v1") @QueryValue @Nullable
                    String type,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before, instead of `after`") @QueryValue @Nullable
                    String cursor) {
        var page = Page.of(limit, cursor);
        return log.after(page.from(position(after, 0)), filter(WORLD, type, null, null), page.limit());
    }

    @Get("/events/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @Reads
    @Operation(
            summary = "Follows the log as server-sent events",
            description =
                    "Each message's id is the event's sequence and its data is the event as in the log. A client that"
                            + " comes again with Last-Event-ID misses nothing. Without it and without `after` the stream begins with"
                            + " what is next. Silence is filled with comments.")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The sequence after which to go on; before `after`",
            schema = @Schema(type = "integer", format = "int64"))
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "410",
            description = "The log no longer has all of that; `horizon` says above which sequence it has",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(responseCode = "503", description = "Too many streams are open")
    HttpResponse<Publisher<Frame>> stream(
            HttpRequest<?> request,
            @Parameter(description = "Only events after this sequence; 0 for all") @QueryValue @Nullable Long after,
            @Parameter(description = "Only this topic", example = "economy") @QueryValue @Nullable String topic,
            @Parameter(description = "Only this type") @QueryValue @Nullable String type,
            @Parameter(description = "Only what is about this subject") @QueryValue @Nullable UUID subject,
            @Parameter(description = "Whether moves and actions are wanted, which the log keeps for a while only")
                    @QueryValue
                    @Nullable
                    Boolean telemetry) {
        long last = kernel.events().lastSequence();
        long from = lastEventId(request).orElseGet(() -> position(after, last));
        if (from > last) {
            throw Refused.parameter("after", "must be at most the log's last sequence %d: %d".formatted(last, from));
        }
        var filter = filter(topic, type, subject, telemetry);
        log.above(from, filter, 1);
        return HttpResponse.<Publisher<Frame>>ok(streams.open(from, filter))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Optional<Long> lastEventId(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
                .filter(it -> !it.isBlank())
                .map(EventsController::parseId);
    }

    private static Long parseId(String id) {
        try {
            return position(Long.valueOf(id.strip()), 0);
        } catch (NumberFormatException e) {
            throw Refused.parameter("Last-Event-ID", "must be a sequence of the log");
        }
    }

    private static long position(@Nullable Long after, long otherwise) {
        if (after != null && after < 0) {
            throw Refused.parameter("after", "must not be negative: " + after);
        }
        return after == null ? otherwise : after;
    }

    /// What no event can be called is told before anybody looks for it: a database refuses some of it.
    private static Optional<String> word(String parameter, @Nullable String value) {
        if (value != null && !WORD.matcher(value).matches()) {
            throw Refused.parameter(parameter, "must have 1 to 80 of the characters a-z, 0-9, '.' and '-'");
        }
        return Optional.ofNullable(value);
    }

    private static Filter filter(
            @Nullable String topic, @Nullable String type, @Nullable UUID subject, @Nullable Boolean telemetry) {
        return new Filter(
                word("topic", topic), word("type", type), Optional.ofNullable(subject), telemetry == null || telemetry);
    }
}
