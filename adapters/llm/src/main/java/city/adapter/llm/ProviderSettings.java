package city.adapter.llm;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/// One model of one provider.
///
/// @param name         for routes, replies and logs
/// @param baseUrl      up to and including the version, such as `https://api.openai.com/v1`; for Ollama only the host
/// @param model        as the provider calls it
/// @param nativeSchema whether the provider can be held to a JSON Schema; if not, the schema stands in the instructions
public record ProviderSettings(
        String name,
        ProviderKind kind,
        URI baseUrl,
        ApiKey apiKey,
        String model,
        boolean nativeSchema,
        Price price,
        Limits limits) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ProviderSettings {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name must be 1 to 40 letters a-z, digits and hyphens: \"%s\"".formatted(name));
        }
        requireAddress(name, baseUrl);
        requireKey(name, kind, apiKey);
        if (model.isBlank()) {
            throw new IllegalArgumentException("model of %s must not be blank".formatted(name));
        }
    }

    /// The message does not repeat an address that may hold a password.
    static void requireAddress(String name, URI baseUrl) {
        if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUrl of %s must hold no user, query or fragment. Maybe give the key as apiKey".formatted(name));
        }
        if (!Set.of("http", "https").contains(String.valueOf(baseUrl.getScheme())) || baseUrl.getHost() == null) {
            throw new IllegalArgumentException("baseUrl of %s must be like https://host/v1: %s://%s"
                    .formatted(name, baseUrl.getScheme(), baseUrl.getHost()));
        }
    }

    static void requireKey(String name, ProviderKind kind, ApiKey apiKey) {
        switch (kind) {
            case OPENAI, ANTHROPIC -> {
                if (apiKey.isNone()) {
                    throw new IllegalArgumentException("apiKey of %s must be given for %s".formatted(name, kind));
                }
            }
            case OLLAMA -> {
                if (!apiKey.isNone()) {
                    throw new IllegalArgumentException("apiKey of %s must be left out for %s. Maybe use %s"
                            .formatted(name, kind, ProviderKind.OPENAI_COMPATIBLE));
                }
            }
            case OPENAI_COMPATIBLE -> {}
        }
    }
}
