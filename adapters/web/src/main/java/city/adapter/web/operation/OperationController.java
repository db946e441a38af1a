package city.adapter.web.operation;

import city.adapter.web.WebSettings;
import city.world.kernel.access.Kernel;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/// What operators and their tools ask.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operation", description = "For operators and their tools")
final class OperationController {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Kernel kernel;
    private final WebSettings settings;
    private final PrometheusMeterRegistry meters;

    OperationController(Kernel kernel, WebSettings settings, PrometheusMeterRegistry meters) {
        this.kernel = kernel;
        this.settings = settings;
        this.meters = meters;
    }

    @Get("/health")
    @Operation(summary = "How the city is; the same as readiness")
    @ApiResponse(
            responseCode = "503",
            description = "The city is down; `reason` says why",
            content = @Content(schema = @Schema(implementation = Health.class)))
    HttpResponse<Health> health() {
        return answer(Health.readiness(kernel));
    }

    @Get("/health/liveness")
    @Operation(summary = "Whether the process should live; 503 only once the city has stopped")
    @ApiResponse(
            responseCode = "503",
            description = "The city has stopped",
            content = @Content(schema = @Schema(implementation = Health.class)))
    HttpResponse<Health> liveness() {
        return answer(Health.liveness(kernel));
    }

    @Get("/health/readiness")
    @Operation(summary = "Whether the city admits commands and runs ticks")
    @ApiResponse(
            responseCode = "503",
            description = "It does not; `reason` says why",
            content = @Content(schema = @Schema(implementation = Health.class)))
    HttpResponse<Health> readiness() {
        return answer(Health.readiness(kernel));
    }

    @Get("/info")
    @Operation(summary = "Which city this is, and what runs it")
    Info info() {
        var genesis = kernel.genesis();
        var city = new Info.City(
                genesis.name(),
                String.valueOf(genesis.seed()),
                genesis.rulesVersion(),
                kernel.generation(),
                genesis.epoch(),
                (int) genesis.step().toMinutes());
        return new Info(
                "Multi-Agent City Platform",
                settings.version(),
                Runtime.version().toString(),
                city,
                Map.of("api", "/api/v1/world", "openapi", "/openapi.json", "docs", "/swagger-ui"));
    }

    @Get("/prometheus")
    @Produces(PROMETHEUS_TEXT)
    @Operation(summary = "The meters, as Prometheus reads them")
    String prometheus() {
        return meters.scrape();
    }

    private static HttpResponse<Health> answer(Health health) {
        return HttpResponse.<Health>status(health.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(health);
    }
}
