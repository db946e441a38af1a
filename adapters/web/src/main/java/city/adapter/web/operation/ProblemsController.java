package city.adapter.web.operation;

import city.adapter.web.problem.ProblemType;
import city.adapter.web.problem.Refused;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the types of problems mean: each type is an address, and here is what stands there.
@Controller("/problems")
@Tag(name = "operation")
final class ProblemsController {
    @Get
    @Operation(summary = "The kinds of problems that the API answers with")
    Kinds list() {
        return new Kinds(
                Arrays.stream(ProblemType.values())
                        .map(ProblemsController::show)
                        .toList(),
                null);
    }

    @Get("/{name}")
    @Operation(summary = "A kind of problem")
    Kind find(@Parameter(description = "Its name", example = "insufficient-funds") @PathVariable String name) {
        return Arrays.stream(ProblemType.values())
                .filter(it -> it.path().equals("/problems/" + name))
                .map(ProblemsController::show)
                .findFirst()
                .orElseThrow(() -> Refused.because(ProblemType.NOT_FOUND, "no problem has this name"));
    }

    private static Kind show(ProblemType type) {
        return new Kind(type.path(), type.title(), type.status());
    }

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ProblemKind", description = "A kind of problem")
    record Kind(String type, String title, int status) {}

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ProblemKinds", description = "All kinds of problems")
    record Kinds(
            List<Kind> items,

            @Schema(description = "Always null: it is one page") @Nullable
            String next) {}
}
