package city.adapter.web.problem;

import city.world.kernel.access.BelowHorizon;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ends a request with a problem.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    private Refused(Problem problem, @Nullable Duration retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Refused because(ProblemType type, String detail) {
        return new Refused(Problem.of(type, detail), null);
    }

    public static Refused field(ProblemType type, String field, String message) {
        return new Refused(Problem.ofField(type, field, message), null);
    }

    public static Refused parameter(String name, String message) {
        return field(ProblemType.INVALID_PARAMETER, name, message);
    }

    /// @param errors not empty
    public static Refused fields(List<Problem.FieldError> errors) {
        return new Refused(Problem.ofFields(errors), null);
    }

    public static Refused missing(String kind, Object id) {
        return because(ProblemType.NOT_FOUND, "no %s has the id %s".formatted(kind, id));
    }

    public static Refused insufficientFunds(String missing) {
        var type = ProblemType.INSUFFICIENT_FUNDS;
        return new Refused(Problem.of(type, missing + " are missing").withMissing(missing), null);
    }

    public static Refused action(String refusal, String detail) {
        return new Refused(Problem.of(ProblemType.ACTION_REFUSED, detail).withRefusal(refusal), null);
    }

    public static Refused belowHorizon(BelowHorizon asked) {
        var detail = "%s; begin there, or leave it out by telemetry=false".formatted(asked.getMessage());
        return new Refused(Problem.of(ProblemType.BELOW_HORIZON, detail).withHorizon(asked.horizon()), null);
    }

    public static Refused later(ProblemType type, String detail, Duration retryAfter) {
        return new Refused(Problem.of(type, detail), retryAfter);
    }

    public Problem problem() {
        return problem;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
