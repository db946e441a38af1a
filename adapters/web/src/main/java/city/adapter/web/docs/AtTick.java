package city.adapter.web.docs;

import city.adapter.web.problem.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A call that reads declared state and nothing else, and so can read that of an earlier tick.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = AtTick.PARAMETER,
        in = ParameterIn.QUERY,
        description =
                "As it was at the end of this tick, which is lived again from the record: up to a day of the city,"
                        + " one tick at a time",
        schema = @Schema(type = "integer", format = "int64", minimum = "0"))
@ApiResponse(
        responseCode = "410",
        description = "The city of that tick cannot be shown any more",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@ApiResponse(
        responseCode = "503",
        description = "Others look at earlier ticks",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
public @interface AtTick {
    String PARAMETER = "tick";
}
