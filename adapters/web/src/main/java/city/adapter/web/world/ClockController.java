package city.adapter.web.world;

import city.adapter.web.docs.Steers;
import city.adapter.web.input.JsonBody;
import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.world.kernel.access.Kernel;
import city.world.kernel.access.Pace;
import city.world.kernel.access.Vitals;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// How fast the city's clock runs. Nothing here is journaled or outlives the process.
@Controller("/api/v1/world/clock")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "world")
final class ClockController {
    static final String MAX = "max";
    private static final int MAX_STEPS = 10_000;

    /// For what was asked to be so before it is answered; what takes longer goes on by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(2);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Kernel kernel;
    private final JsonMapper mapper;

    ClockController(Kernel kernel, JsonMapper mapper) {
        this.kernel = kernel;
        this.mapper = mapper;
    }

    @Post("/pause")
    @Steers
    @Operation(
            summary = "Stops the clock",
            description = "Answers when it stands, or with 202 when the tick that is under way takes longer than five"
                    + " seconds more.")
    HttpResponse<WorldView.Clock> pause() throws InterruptedException {
        var pace = pace();
        pace.pause();
        return answer(reached(pace::stands));
    }

    @Post("/resume")
    @Steers
    @Operation(summary = "Lets the clock run again")
    HttpResponse<WorldView.Clock> resume() {
        pace().resume();
        return state();
    }

    @Post("/step")
    @Steers
    @Operation(
            summary = "Runs some ticks at once although the clock is paused",
            description = "Answers when they have run, or with 202 when that takes longer than five seconds.")
    HttpResponse<WorldView.Clock> step(
            @RequestBody(
                            description = "How many; one when there is no body",
                            content = @Content(schema = @Schema(implementation = Step.class)))
                    @Body
                    @Nullable
                    String body)
            throws InterruptedException {
        var fields = JsonBody.readOptional(mapper, body);
        int ticks = fields.number("ticks", 1, MAX_STEPS).orElse(1);
        fields.finish();
        long goal = kernel.snapshot().tick() + ticks;
        pace().step(ticks);
        return answer(reached(() -> kernel.snapshot().tick() >= goal));
    }

    @Post("/speed")
    @Steers
    @Operation(summary = "Sets how many ticks a second the clock runs")
    HttpResponse<WorldView.Clock> speed(
            @RequestBody(
                            description = "Ticks a second, above 0 and at most 1000, or max",
                            content =
                                    @Content(
                                            schema = @Schema(implementation = Speed.class),
                                            examples = {
                                                @ExampleObject(name = "twice a second", value = "{\"speed\": 2}"),
                                                @ExampleObject(name = "unpaced", value = "{\"speed\": \"max\"}")
                                            }))
                    @Body
                    @Nullable
                    String body) {
        var fields = JsonBody.read(mapper, body).require("speed");
        double speed = fields.isWord("speed", MAX) ? Double.POSITIVE_INFINITY : paced(fields);
        fields.finish();
        pace().speed(speed);
        return state();
    }

    /// A number that is too large for a double is none, and never the word for "unpaced".
    private static double paced(JsonBody fields) {
        double speed = fields.decimal("speed").orElse(1.0);
        if (!(speed > 0 && speed <= Pace.MAX_TICKS_PER_SECOND)) {
            fields.wrong("speed", "must be above 0 and at most 1000, or \"max\": " + speed);
        }
        return speed;
    }

    private static boolean reached(BooleanSupplier goal) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!goal.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(GLANCE);
        }
        return true;
    }

    private Pace pace() {
        var state = kernel.vitals().state();
        if (state == Vitals.State.HALTED || state == Vitals.State.STOPPED) {
            throw Refused.later(ProblemType.UNAVAILABLE, "the city is not running", LATER);
        }
        return kernel.pace();
    }

    private MutableHttpResponse<WorldView.Clock> answer(boolean reached) {
        return reached ? state() : state().status(HttpStatus.ACCEPTED);
    }

    /// The clock after the call, with the sequence of that moment.
    private MutableHttpResponse<WorldView.Clock> state() {
        return HttpResponse.ok(WorldViews.clock(kernel))
                .header(Moment.SEQUENCE_HEADER, String.valueOf(kernel.snapshot().sequence()));
    }

    @Schema(name = "Step")
    record Step(
            @Schema(description = "How many ticks", minimum = "1", maximum = "10000", example = "1")
            int ticks) {}

    @Schema(name = "Speed")
    record Speed(
            @Schema(
                    description = "Ticks a second, above 0 and at most 1000, or the word max",
                    oneOf = {Double.class, String.class})
            Object speed) {}
}
