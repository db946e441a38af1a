package city.adapter.qdrant;

/// A secret for a Qdrant server. It never shows in a log or a message.
///
/// @param secret empty where the server asks for none
public record ApiKey(String secret) {
    public ApiKey {
        if (!secret.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new IllegalArgumentException("apiKey must consist of visible ASCII characters");
        }
    }

    public static ApiKey none() {
        return new ApiKey("");
    }

    boolean isNone() {
        return secret.isEmpty();
    }

    /// The text without the key, should somebody have repeated it.
    String hideIn(String text) {
        return isNone() ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "***";
    }
}
