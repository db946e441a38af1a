package city.adapter.codec.grammar;

/// Ends the reading of an answer that cannot be used; never leaves this package.
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param rule that the field breaks, and its value
    Unfit(String field, String rule) {
        super(null, null, false, false);
        this.reason = field + ": " + rule;
    }

    String reason() {
        return reason;
    }
}
