package city.adapter.postgres.embedded;

/// The embedded server could not be started. The message is one line that says why and what to do,
/// fit to be shown to an operator as it is.
public final class PostgresStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostgresStartException(String message) {
        super(message);
    }

    public PostgresStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
