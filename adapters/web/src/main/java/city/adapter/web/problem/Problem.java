package city.adapter.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went wrong, after RFC 9457.
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong, after RFC 9457. Programs tell problems apart by `type`.")
public record Problem(
        @Schema(description = "A stable path that names the kind of problem", example = "/problems/insufficient-funds")
        String type,

        @Schema(description = "The kind in words", example = "The sender has too little money")
        String title,

        @Schema(description = "The HTTP status", example = "409")
        int status,

        @Schema(description = "What happened here", example = "12.50 are missing")
        String detail,

        @Schema(description = "The field or parameter that is wrong, when it is one") @Nullable
        String field,

        @Schema(description = "Every field that is wrong, when there may be several") @Nullable
        List<FieldError> errors,

        @Schema(description = "How much money is missing", example = "12.50") @Nullable
        String missing,

        @Schema(description = "Why the rules refuse an action", example = "place_closed") @Nullable
        String refusal,

        @Schema(
                description = "The sequence above which the log has everything of the class that was asked for",
                example = "4711")
        @Nullable
        Long horizon,

        @Schema(description = "Under which the log has more, when the fault is the server's") @Nullable
        String errorId) {

    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @Schema(description = "One field that is wrong")
    public record FieldError(
            @Schema(description = "Path of the field", example = "traits.openness")
            String field,

            @Schema(description = "The rule that it breaks", example = "must be 0 to 100: 101")
            String message) {}

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.path(), type.title(), type.status(), detail, null, null, null, null, null, null);
    }

    static Problem ofField(ProblemType type, String field, String message) {
        return new Problem(
                type.path(), type.title(), type.status(), field + " " + message, field, null, null, null, null, null);
    }

    static Problem ofFields(List<FieldError> errors) {
        var type = ProblemType.INVALID_BODY;
        var first = errors.getFirst();
        var more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        return new Problem(
                type.path(),
                type.title(),
                type.status(),
                first.field() + " " + first.message() + more,
                first.field(),
                errors,
                null,
                null,
                null,
                null);
    }

    Problem withMissing(String amount) {
        return new Problem(type, title, status, detail, field, errors, amount, refusal, horizon, errorId);
    }

    Problem withRefusal(String reason) {
        return new Problem(type, title, status, detail, field, errors, missing, reason, horizon, errorId);
    }

    Problem withHorizon(long sequence) {
        return new Problem(type, title, status, detail, field, errors, missing, refusal, sequence, errorId);
    }

    Problem withErrorId(String id) {
        return new Problem(type, title, status, detail, field, errors, missing, refusal, horizon, id);
    }
}
