package city.adapter.web;

/// The server cannot start. The message is one line that says what to do.
public final class WebStartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebStartFailed(String message) {
        super(message);
    }

    WebStartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
