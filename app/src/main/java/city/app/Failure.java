package city.app;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why the program ends without doing what it was asked: a line that says what to do, or one for each fault of a
/// file, and the exit code.
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final int DOES_NOT_HOLD = 1;
    public static final int WRONG_USAGE = 2;
    public static final int COULD_NOT_START = 3;

    private final int exitCode;

    private Failure(int exitCode, @Nullable String message) {
        this(exitCode, List.of(oneLine(message)));
    }

    private Failure(int exitCode, List<String> lines) {
        super(String.join(System.lineSeparator(), lines), null, false, false);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /// The thing asked about does not hold.
    public static Failure doesNotHold(@Nullable String message) {
        return new Failure(DOES_NOT_HOLD, message);
    }

    public static Failure wrongUsage(@Nullable String message) {
        return new Failure(WRONG_USAGE, message);
    }

    /// A wrong file: a line for each of its faults.
    public static Failure wrongFile(List<String> faults) {
        return new Failure(WRONG_USAGE, faults);
    }

    public static Failure couldNotStart(@Nullable String message) {
        return new Failure(COULD_NOT_START, message);
    }

    private static String oneLine(@Nullable String message) {
        return Objects.requireNonNullElse(message, "no reason was given")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }
}
