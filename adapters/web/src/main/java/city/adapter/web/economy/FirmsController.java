package city.adapter.web.economy;

import city.adapter.web.docs.AtTick;
import city.adapter.web.docs.Examples;
import city.adapter.web.docs.Reads;
import city.adapter.web.docs.ReadsOne;
import city.adapter.web.economy.EconomyView.Firm;
import city.adapter.web.economy.EconomyView.Firms;
import city.adapter.web.economy.EconomyView.Jobs;
import city.adapter.web.input.Page;
import city.adapter.web.input.Part;
import city.adapter.web.problem.Refused;
import city.adapter.web.traffic.Moment;
import city.economy.EconomyReads;
import city.economy.FirmId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "economy")
final class FirmsController {
    private final EconomyReads economy;

    FirmsController(EconomyReads economy) {
        this.economy = economy;
    }

    @Get("/firms")
    @Reads
    @AtTick
    @Operation(summary = "The firms, with what they sell and whom they hire")
    Firms list(
            HttpRequest<?> request,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var part = Part.of(economy.firms(Moment.of(request)), Page.of(limit, cursor), EconomyViews::firm);
        return new Firms(part.items(), part.next());
    }

    @Get("/firms/{id}")
    @ReadsOne
    @AtTick
    @Operation(summary = "A firm")
    Firm find(
            HttpRequest<?> request,
            @Parameter(description = "The firm's id", example = Examples.FIRM) @PathVariable UUID id) {
        return economy.findFirm(Moment.of(request), new FirmId(id))
                .map(EconomyViews::firm)
                .orElseThrow(() -> Refused.missing("firm", id));
    }

    @Get("/jobs")
    @Reads
    @AtTick
    @Operation(summary = "The jobs of all firms")
    Jobs jobs(
            HttpRequest<?> request,
            @Parameter(
                            description = "true: only those with a free place",
                            example = "true",
                            schema = @Schema(type = "boolean"))
                    @QueryValue
                    @Nullable
                    String openings,
            @Parameter(description = "Only those of this firm") @QueryValue @Nullable UUID firm,
            @Parameter(description = "Items a page, 1 to 1000, 100 by default", example = "100") @QueryValue @Nullable
                    Integer limit,
            @Parameter(description = "The `next` of the page before") @QueryValue @Nullable String cursor) {
        var page = Page.of(limit, cursor);
        boolean openOnly = isTrue("openings", openings);
        var wanted = economy.firms(Moment.of(request)).stream()
                .filter(it -> firm == null || it.id().value().equals(firm))
                .flatMap(it -> it.jobs().stream())
                .filter(it -> !openOnly || it.taken() < it.places())
                .toList();
        var part = Part.of(wanted, page, EconomyViews::job);
        return new Jobs(part.items(), part.next());
    }

    /// Strictly: the framework takes whatever is not `true` for false.
    private static boolean isTrue(String name, @Nullable String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw Refused.parameter(name, "must be true or false");
        };
    }
}
