package city.adapter.llm;

/// A secret for a provider. It never shows in a log or a message.
///
/// @param secret empty where the provider asks for none
public record ApiKey(String secret) {
    public ApiKey {
        // What is invalid in a header is repeated by the message of the HTTP client, so it must not get that far.
        if (!secret.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
            throw new IllegalArgumentException("apiKey must consist of visible ASCII characters");
        }
    }

    public static ApiKey none() {
        return new ApiKey("");
    }

    public boolean isNone() {
        return secret.isEmpty();
    }

    /// The text without the key, should somebody have repeated it.
    public String hideIn(String text) {
        return isNone() ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "***";
    }
}
